package org.motorpool.planner;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Runs tasks on a bounded executor, those of one planning unit one after the other in the order given. */
final class UnitQueue {

    private final Executor executor;
    private final Map<String, Queue<Runnable>> waitingByUnit = new HashMap<>();

    UnitQueue(Executor executor) {
        this.executor = executor;
    }

    /** A task must not throw. */
    synchronized void submit(String unit, Runnable task) {
        Queue<Runnable> waiting = waitingByUnit.get(unit);
        if (waiting != null) {
            waiting.add(task);
            return;
        }
        waitingByUnit.put(unit, new ArrayDeque<>());
        executor.execute(() -> run(unit, task));
    }

    private void run(String unit, Runnable task) {
        try {
            task.run();
        } finally {
            startNext(unit);
        }
    }

    private synchronized void startNext(String unit) {
        Queue<Runnable> waiting = waitingByUnit.getOrDefault(unit, new ArrayDeque<>());
        Runnable next = waiting.poll();
        if (next == null) {
            waitingByUnit.remove(unit);
        } else {
            executor.execute(() -> run(unit, next));
        }
    }
}
