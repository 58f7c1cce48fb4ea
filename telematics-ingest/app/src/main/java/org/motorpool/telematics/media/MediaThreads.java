package org.motorpool.telematics.media;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The few threads that wait for disk and database on behalf of media; event loops never do. */
@Singleton
public class MediaThreads implements Executor {

    /** After the gateway stopped reading, before events can no longer be appended. */
    private static final int SHUTDOWN_PRIORITY = 2000;

    private final ExecutorService threads;

    MediaThreads(MediaConfig config) {
        this.threads = Executors.newFixedThreadPool(
                config.threads(), Thread.ofPlatform().daemon().name("media-", 0).factory());
    }

    @Override
    public void execute(Runnable task) {
        threads.execute(task);
    }

    void stop(@Observes @Priority(SHUTDOWN_PRIORITY) ShutdownEvent event) {
        threads.close();
    }
}
