package org.motorpool.telematics.simulator.terminal;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** The way to the gateway, opened when there is something to send; what goes over it is printed. Not thread-safe. */
final class Wire {
    private final TerminalOptions options;
    private final Transcript transcript;
    private final Outcome outcome;
    private @Nullable Link link;

    Wire(TerminalOptions options, Transcript transcript, Outcome outcome) {
        this.options = options;
        this.transcript = transcript;
        this.outcome = outcome;
    }

    /** The link, opened when it was not; null when that failed. */
    @Nullable
    Link open(Link.Listener listener) {
        if (link == null) {
            transcript.begin();
            link = connect(listener);
        }
        return link;
    }

    boolean closed() {
        return link == null;
    }

    /** Closes; false when it was closed already. */
    boolean close() {
        Link open = link;
        link = null;
        if (open != null) {
            open.close();
        }
        return open != null;
    }

    /** The other side closed that link; false when it is no longer this one. */
    boolean ended(Link closed) {
        boolean current = link == closed;
        if (current) {
            link = null;
        }
        return current;
    }

    /** Sends; false when it could not. */
    boolean write(byte[] bytes, Link.Listener listener) {
        Link open = open(listener);
        if (open == null) {
            return false;
        }
        try {
            transcript.sent(bytes);
            open.send(bytes);
            return true;
        } catch (IOException broken) {
            outcome.failure("未能发送 / not sent: " + broken.getMessage());
            return false;
        }
    }

    private @Nullable Link connect(Link.Listener listener) {
        InetSocketAddress gateway = options.gateway();
        String address = gateway.getHostString() + ":" + gateway.getPort();
        try {
            Link open = Link.open(options.transport(), gateway, listener);
            outcome.note("已连接 / connected to " + address);
            return open;
        } catch (IOException refused) {
            outcome.failure("无法连接 / cannot connect to %s: %s".formatted(address, refused.getMessage()));
            return null;
        }
    }
}
