package org.motorpool.telematics.simulator;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.codec.Address;
import org.motorpool.telematics.codec.Decoded;
import org.motorpool.telematics.codec.DownlinkDecoder;
import org.motorpool.telematics.codec.FrameDecoder;
import org.motorpool.telematics.codec.FrameEncoder;
import org.motorpool.telematics.codec.FrameRules;
import org.motorpool.telematics.codec.Uplink;

/** Keeps one TCP connection for one terminal, with back-off; everything happens on one event loop. */
final class TerminalConnection {
    private static final Duration SHORTEST_BACKOFF = Duration.ofMillis(500);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(30);
    private static final int CONNECT_TIMEOUT_MS = 10_000;

    private final EventLoop loop;
    private final InetSocketAddress gateway;
    private final Address address;
    private final TerminalSession session;
    private final Progress progress;
    private final InstantSource clock = InstantSource.system();
    private Duration backoff = SHORTEST_BACKOFF;
    private @Nullable Channel channel;
    private boolean stopped;

    TerminalConnection(EventLoop loop, InetSocketAddress gateway, Address address, Terminal terminal) {
        this.loop = loop;
        this.gateway = gateway;
        this.address = address;
        this.session = terminal.session();
        this.progress = terminal.progress();
    }

    /** The session of a terminal and where it counts what happens. */
    record Terminal(TerminalSession session, Progress progress) {}

    /** Connects after a while and stays connected from then on. */
    void start(Duration after) {
        loop.schedule(this::connect, after.toMillis(), TimeUnit.MILLISECONDS);
        loop.scheduleAtFixedRate(() -> session.tick(clock.instant()), 1, 1, TimeUnit.SECONDS);
    }

    /** Takes a report from any thread; it is kept until the platform acknowledges it. */
    void report(Uplink.LocationReport report) {
        loop.execute(() -> session.report(report, clock.instant()));
    }

    int interval_s() {
        return session.interval_s();
    }

    void stop() {
        loop.execute(() -> {
            stopped = true;
            if (channel != null) {
                channel.close();
            }
        });
    }

    private void connect() {
        if (stopped) {
            return;
        }
        ChannelFuture connecting = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MS)
                .handler(new Reader())
                .connect(gateway);
        connecting.addListener(_ -> {
            if (!connecting.isSuccess()) {
                reconnect();
            }
        });
    }

    private void reconnect() {
        long jitter_ms = ThreadLocalRandom.current().nextLong(backoff.toMillis() / 2 + 1);
        loop.schedule(this::connect, backoff.toMillis() + jitter_ms, TimeUnit.MILLISECONDS);
        Duration doubled = backoff.multipliedBy(2);
        backoff = doubled.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : doubled;
    }

    /** One connection; frames come in, messages go to the session. */
    private final class Reader extends SimpleChannelInboundHandler<ByteBuf> {
        private final FrameDecoder frames = new FrameDecoder(FrameRules.STRICT);

        @Override
        public void channelActive(ChannelHandlerContext context) {
            channel = context.channel();
            session.connected(new SocketLink(context), clock.instant());
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) {
            for (Decoded decoded : frames.decode(bytes, clock.instant())) {
                switch (decoded) {
                    case Decoded.Frame frame -> received(frame);
                    case Decoded.Part _,
                            Decoded.Incomplete _,
                            Decoded.Abandoned _,
                            Decoded.Text _,
                            Decoded.AttachmentData _ -> {}
                    case Decoded.Malformed malformed ->
                        progress.problem("the gateway sent no frame: " + malformed.reason());
                }
            }
        }

        private void received(Decoded.Frame frame) {
            session.received(frame.header(), DownlinkDecoder.decode(frame.header(), frame.body()), clock.instant());
            if (session.online()) {
                backoff = SHORTEST_BACKOFF;
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            channel = null;
            session.disconnected();
            progress.add(Progress.Kind.CONNECTIONS_LOST, 1);
            reconnect();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }

    private final class SocketLink implements TerminalSession.Link {
        private final ChannelHandlerContext context;

        SocketLink(ChannelHandlerContext context) {
            this.context = context;
        }

        @Override
        public void send(Uplink message, int serial) {
            ByteBuf out = context.alloc().buffer(128);
            FrameEncoder.encode(message, address, serial, out);
            context.writeAndFlush(out, context.voidPromise());
        }

        @Override
        public void close(String reason) {
            progress.problem("a terminal reconnects: " + reason);
            context.close();
        }
    }
}
