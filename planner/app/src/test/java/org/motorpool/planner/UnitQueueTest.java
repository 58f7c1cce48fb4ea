package org.motorpool.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class UnitQueueTest {

    private final Queue<Runnable> handedOver = new ArrayDeque<>();
    private final UnitQueue queue = new UnitQueue(handedOver::add);
    private final List<String> done = new ArrayList<>();

    @Test
    void handsOverOneTaskOfAUnitAtATime() {
        queue.submit("A", () -> done.add("A1"));
        queue.submit("A", () -> done.add("A2"));

        assertThat(handedOver).hasSize(1);
        handedOver.remove().run();
        assertThat(handedOver).hasSize(1);
        handedOver.remove().run();
        assertThat(done).containsExactly("A1", "A2");
        assertThat(handedOver).isEmpty();
    }

    @Test
    void letsUnitsRunSideBySide() {
        queue.submit("A", () -> done.add("A1"));
        queue.submit("B", () -> done.add("B1"));

        assertThat(handedOver).hasSize(2);
    }

    @Test
    void startsAgainWhenAUnitHadNothingToDo() {
        queue.submit("A", () -> done.add("A1"));
        handedOver.remove().run();

        queue.submit("A", () -> done.add("A2"));

        assertThat(handedOver).hasSize(1);
    }
}
