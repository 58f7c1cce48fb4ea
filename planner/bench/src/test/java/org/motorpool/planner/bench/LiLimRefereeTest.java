package org.motorpool.planner.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiLimRefereeTest {

    /** Two vehicles for 10 people; two rides of 6 along one road; the second one begins late. */
    private static final String ROAD = """
            2 10 1
            0 0 0 0 0 1000 0 0 0
            1 10 0 6 0 500 5 0 2
            2 20 0 -6 0 500 5 1 0
            3 30 0 6 100 110 5 0 4
            4 40 0 -6 0 500 5 3 0
            """;

    @TempDir
    Path folder;

    @Test
    void measuresRoutesThatAreInTime() throws IOException {
        assertThat(LiLimReferee.length(road(), List.of(List.of(1, 2, 3, 4)))).isEqualTo(80);
        assertThat(LiLimReferee.length(road(), List.of(List.of(1, 2), List.of(3, 4))))
                .isEqualTo(120);
    }

    @Test
    void refusesADropOffBeforeItsPickUp() {
        refuses("node 2 comes before its pick-up 1", List.of(List.of(2, 1, 3, 4)));
    }

    @Test
    void refusesALoadOverTheCapacity() {
        refuses("load 12 at node 3, capacity 10", List.of(List.of(1, 3, 2, 4)));
    }

    /** 3 at 100, 4 at 115, 1 at 150, 2 at 165: in time. The other way round 3 is due at 110. */
    @Test
    void refusesWhatIsLate() throws IOException {
        assertThat(LiLimReferee.length(road(), List.of(List.of(3, 4, 1, 2)))).isEqualTo(100);
        String late = ROAD.replace("0 500 5 0 2", "120 500 5 0 2");
        assertThatIllegalStateException()
                .isThrownBy(() -> LiLimReferee.length(read(late), List.of(List.of(1, 2, 3, 4))))
                .withMessageContaining("node 3 is reached at");
    }

    @Test
    void refusesWhatIsLeftOutOrTwice() {
        refuses("2 of 4 nodes are visited", List.of(List.of(1, 2)));
        refuses("node 1 is visited twice", List.of(List.of(1, 2), List.of(1, 2)));
    }

    @Test
    void refusesMoreRoutesThanVehicles() {
        refuses("3 routes for 2 vehicles", List.of(List.of(1, 2), List.of(3, 4), List.of()));
    }

    @Test
    void namesALineThatIsNoNode() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(ROAD + "5 x\n"))
                .withMessageContaining("\"5 x\" should be 9 numbers");
    }

    private void refuses(String why, List<List<Integer>> routes) {
        assertThatIllegalStateException()
                .isThrownBy(() -> LiLimReferee.length(road(), routes))
                .withMessageContaining(why);
    }

    private LiLim road() throws IOException {
        return read(ROAD);
    }

    private LiLim read(String text) throws IOException {
        return LiLim.read(Files.writeString(folder.resolve("road.txt"), text));
    }
}
