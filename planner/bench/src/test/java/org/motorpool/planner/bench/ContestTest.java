package org.motorpool.planner.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way on tiny instances, the peers as well. */
class ContestTest {

    @TempDir
    Path folder;

    @Test
    void solvesPooledRidesBesideItsPeers() throws IOException {
        Path file = Files.writeString(folder.resolve("road.txt"), """
                2 10 1
                0 0 0 0 0 1000 0 0 0
                1 10 0 6 0 500 5 0 2
                2 20 0 -6 0 500 5 1 0
                3 30 0 6 100 110 5 0 4
                4 40 0 -6 0 500 5 3 0
                """);
        ObjectNode row = new LiLimContest(LiLim.read(file), options(file), Optional.of(new BestKnown(1, 80.0))).run();
        assertThat(row.path("vehicles").asInt()).isOne();
        assertThat(row.path("distance").asDouble()).isEqualTo(80);
        assertThat(row.path("gap_percent").asDouble()).isZero();
        assertThat(row.at("/peers/or-tools/distance").asDouble()).isEqualTo(80);
        assertThat(row.at("/peers/jsprit/distance").asDouble()).isEqualTo(80);
        assertThat(folder.resolve("out/road.sol")).hasContent("Route 1 : 1 2 3 4");
    }

    @Test
    void solvesADayBesideItsPeer() throws IOException {
        Path file = Files.writeString(folder.resolve("day.csv"), """
                depot,0,31.0,121.0
                depot,1,31.5,121.0
                vehicle,0,0,2
                vehicle,1,0,1
                trip,0,31.1,121.0,31.0,121.0,480,15,60,1
                trip,1,31.0,121.0,31.1,121.0,535,15,30,2
                """);
        ObjectNode row = new DayContest(Day.read(file), options(file)).run();
        assertThat(row.path("cost").asLong()).isEqualTo(120 + 31 + 31);
        assertThat(row.path("fleet_bound").asInt()).isOne();
        assertThat(row.path("unserved").asInt()).isZero();
        assertThat(row.path("bound").asLong()).isEqualTo(182);
        assertThat(row.path("gap").asDouble()).isZero();
        assertThat(row.path("relaxation").asText()).isEqualTo("network-flow");
        assertThat(row.at("/peers/or-tools/cost").asLong()).isEqualTo(182);
        assertThat(folder.resolve("out/day.sol")).hasContent("Vehicle 0 : 0 1");
    }

    /** On a road; who goes to 40 may be on board for 30, so that the vehicle sets out late enough for 100. */
    @Test
    void solvesADialARideInstanceWithinItsLimits() throws IOException {
        Path file = Files.writeString(folder.resolve("dial.txt"), """
                2 2 200 3 30
                0 0 0 0 0 0 480
                1 10 0 0 1 0 480
                2 20 0 0 1 0 480
                3 40 0 0 -1 100 120
                4 30 0 0 -1 0 480
                5 0 0 0 0 0 480
                """);
        ObjectNode row = new DialARideContest(DialARide.read(file), options(file), OptionalDouble.of(80)).run();
        assertThat(row.path("distance").asDouble()).isEqualTo(80);
        assertThat(row.path("vehicles").asInt()).isOne();
        assertThat(row.path("gap_percent").asDouble()).isZero();
        assertThat(folder.resolve("out/dial.sol")).hasContent("Route 1 : 1 2 4 3");
    }

    private Options options(Path file) {
        return new Options(List.of(file), 1, 1, folder.resolve("out"), Set.of("or-tools", "jsprit"), false);
    }
}
