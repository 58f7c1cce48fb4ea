package org.motorpool.planner.bench.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.motorpool.planner.search.Budget;
import org.motorpool.planner.search.day.DayCheck;
import org.motorpool.planner.search.day.DayFacts;
import org.motorpool.planner.search.day.DaySearch;
import org.motorpool.planner.search.day.GreatCircle;

/** Two machines of their own: sets and maps of the JDK have another order in each of them. */
class SamePlanTest {

    @Test
    void theSameSeedGivesTheSamePlanByteForByte() throws IOException, InterruptedException {
        byte[] plan = planned();
        assertThat(new String(plan, StandardCharsets.UTF_8)).contains("VehicleDay", "Pickup");
        assertThat(planned()).isEqualTo(plan);
    }

    private static byte[] planned() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "-XX:+UseSerialGC",
                        Plan.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        byte[] plan = process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
        return plan;
    }

    /** Prints the plan of a made day. */
    static final class Plan {

        private Plan() {}

        public static void main(String[] arguments) {
            DayFacts facts = MadeDay.of(120, 60, 5);
            DayCheck.Checked checked = DayCheck.check(facts, new GreatCircle(facts.places()));
            System.out.println(
                    new DaySearch(((DayCheck.Checked.Accepted) checked).day(), 9).solve(Budget.ofSteps(500), _ -> {}));
        }
    }
}
