package org.motorpool.telematics.simulator;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Something a person does again and again. */
interface Role {

    /** One round of work; what is refused is tried again in the next round or left out. */
    void act() throws ApiClient.Refusal;

    /** Acts with pauses for as long as {@code executor} runs; no failure ends it. */
    static void repeat(Role role, Duration pause, ScheduledExecutorService executor, Progress progress) {
        Runnable round = () -> {
            try {
                role.act();
            } catch (ApiClient.Refusal refusal) {
                progress.problem(String.valueOf(refusal.getMessage()));
            } catch (RuntimeException bug) {
                progress.problem(role.getClass().getSimpleName() + ": " + bug);
            }
        };
        executor.scheduleWithFixedDelay(round, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }
}
