package org.motorpool.planner.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DayRefereeTest {

    /** A tenth of a degree of latitude is 14.46 km with the detour: 31 minutes at 28 km/h. */
    private static final String DAY = """
            # made
            depot,0,31.0,121.0
            vehicle,0,0,2
            vehicle,1,0,1
            trip,0,31.1,121.0,31.0,121.0,480,15,60,1
            trip,1,31.0,121.0,31.1,121.0,535,15,30,2
            """;

    @TempDir
    Path folder;

    @Test
    void countsVehiclesAndDeadHead() throws IOException {
        assertThat(DayReferee.cost(day(), Map.of(0, List.of(0, 1)))).isEqualTo(120 + 31 + 0 + 31);
        assertThat(DayReferee.cost(day(), Map.of(1, List.of(0), 0, List.of(1)))).isEqualTo(120 + 31 + 120 + 31);
    }

    @Test
    void refusesATripThatBeginsTooLate() throws IOException {
        Day late = read(DAY.replace("480,15,60,1", "491,15,60,1")); // free at 551, the next must begin at 550
        assertThatIllegalStateException()
                .isThrownBy(() -> DayReferee.cost(late, Map.of(0, List.of(0, 1))))
                .withMessageContaining("trip 1 begins at 551, at the latest 550");
    }

    @Test
    void refusesAVehicleThatIsNotGoodEnough() {
        assertThatIllegalStateException()
                .isThrownBy(() -> DayReferee.cost(day(), Map.of(1, List.of(1))))
                .withMessageContaining("vehicle 1 of class 1 serves trip 1 of class 2");
    }

    @Test
    void refusesATripTwice() {
        assertThatIllegalStateException()
                .isThrownBy(() -> DayReferee.cost(day(), Map.of(0, List.of(0), 1, List.of(0))))
                .withMessageContaining("trip 0 is served twice");
    }

    @Test
    void namesALineItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(DAY + "trip,2,31\n"))
                .withMessageContaining("no depot, vehicle or trip: trip,2,31");
    }

    private Day day() throws IOException {
        return read(DAY);
    }

    private Day read(String text) throws IOException {
        return Day.read(Files.writeString(folder.resolve("day.csv"), text));
    }
}
