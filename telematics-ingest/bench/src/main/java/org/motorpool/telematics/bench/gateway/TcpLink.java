package org.motorpool.telematics.bench.gateway;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A connection for each terminal. */
final class TcpLink implements Link {
    private static final int PER_SOURCE = 20_000;
    private static final int CONNECT_TIMEOUT_ms = 10_000;
    private static final int READ_BYTES = 512;

    private final Transport transport;
    private final Roster roster;
    private final Events events;
    private final @Nullable Channel[] channels;
    private final List<Channel> written = new ArrayList<>();
    private final Bootstrap bootstrap;

    TcpLink(Transport transport, Roster roster, Events events) {
        this.transport = transport;
        this.roster = roster;
        this.events = events;
        this.channels = new Channel[roster.terminals()];
        this.bootstrap = new Bootstrap()
                .group(transport.loop())
                .channel(Transport.stream())
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_ms)
                .option(ChannelOption.RCVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(READ_BYTES));
        if (Epoll.isAvailable()) {
            // the port is chosen when the target is known; to search one for the address alone takes milliseconds
            bootstrap.option(EpollChannelOption.IP_BIND_ADDRESS_NO_PORT, true);
        }
    }

    @Override
    public void open(int terminal) {
        ChannelFuture connecting = bootstrap
                .clone()
                .handler(new Reader(terminal))
                .connect(transport.gateway(), Transport.source(terminal / PER_SOURCE));
        channels[terminal] = connecting.channel();
        connecting.addListener(_ -> {
            if (!connecting.isSuccess()) {
                gone(terminal, connecting.channel());
            }
        });
    }

    private void gone(int terminal, Channel channel) {
        if (channels[terminal] == channel) {
            channels[terminal] = null;
            events.lost(terminal);
        }
    }

    @Override
    public void send(int terminal, ByteBuf frame) {
        Channel channel = channels[terminal];
        if (channel == null) {
            frame.release();
            return;
        }
        var unused = channel.write(frame, channel.voidPromise());
        written.add(channel);
    }

    @Override
    public void flush() {
        written.forEach(Channel::flush);
        written.clear();
    }

    /** What is not yet sent need not be sent again. */
    @Override
    public boolean takes(int terminal) {
        Channel channel = channels[terminal];
        return channel != null && channel.isWritable();
    }

    @Override
    public void close(int terminal) {
        Channel channel = channels[terminal];
        channels[terminal] = null;
        if (channel != null) {
            channel.close();
        }
    }

    private final class Reader extends SimpleChannelInboundHandler<ByteBuf> {
        private final int terminal;
        private final Replies replies;

        Reader(int terminal) {
            this.terminal = terminal;
            this.replies = new Replies(this::reply);
        }

        private void reply(long phone, int serial, int messageId, int result) {
            if (roster.terminalOf(phone) != terminal) {
                throw new IllegalStateException("terminal %d got an answer for %d".formatted(terminal, phone));
            }
            events.replied(terminal, serial, messageId, result);
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            if (channels[terminal] == context.channel()) {
                events.opened(terminal);
            }
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) {
            replies.read(bytes);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            gone(terminal, context.channel());
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
            if (!(cause instanceof IOException)) {
                events.failed(cause);
            }
        }
    }
}
