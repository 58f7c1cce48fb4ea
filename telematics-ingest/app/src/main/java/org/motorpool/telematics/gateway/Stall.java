package org.motorpool.telematics.gateway;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The time during which a terminal does not take what the gateway sends; on its event loop only. */
final class Stall {

    private final Channel channel;
    private final Gateway gateway;
    private @Nullable Future<?> limit;

    Stall(Channel channel, Gateway gateway) {
        this.channel = channel;
        this.gateway = gateway;
    }

    /** Nothing is read meanwhile, so that no answer is added to those that wait. */
    void begin() {
        if (limit != null || !channel.isActive()) {
            return;
        }
        channel.config().setAutoRead(false);
        gateway.metrics().stalled();
        long wait_ms = gateway.config().writeTimeout().toMillis();
        limit = channel.eventLoop().schedule(this::giveUp, wait_ms, TimeUnit.MILLISECONDS);
    }

    void end() {
        if (limit != null) {
            limit.cancel(false);
            limit = null;
            gateway.metrics().resumed();
        }
    }

    /** What waits is lost: there is nobody who would take it. */
    private void giveUp() {
        gateway.metrics().writeTimedOut();
        var unused = channel.close();
    }
}
