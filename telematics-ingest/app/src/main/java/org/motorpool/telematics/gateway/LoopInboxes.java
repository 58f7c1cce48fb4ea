package org.motorpool.telematics.gateway;

import io.netty.channel.EventLoop;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One inbox for each event loop. */
@Singleton
class LoopInboxes {

    private final Map<EventLoop, LoopInbox> byLoop = new ConcurrentHashMap<>();

    /** Runs the task on each loop. */
    void onEach(Runnable task) {
        byLoop.keySet().forEach(loop -> loop.execute(task));
    }

    LoopInbox of(EventLoop loop) {
        return byLoop.computeIfAbsent(loop, LoopInbox::new);
    }
}
