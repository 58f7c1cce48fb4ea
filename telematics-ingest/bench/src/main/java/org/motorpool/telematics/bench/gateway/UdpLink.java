package org.motorpool.telematics.bench.gateway;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.socket.DatagramPacket;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Terminals that share sockets, as those behind one address of their network do; a frame is a datagram. */
final class UdpLink implements Link {
    private static final int SOCKETS = 256;
    private static final int FIRST_SOURCE = 2000;
    private static final int BUFFER_BYTES = 1 << 20;
    private static final int DATAGRAM_BYTES = 128;
    private static final int DATAGRAMS_PER_READ = 16;

    private final Transport transport;
    private final Roster roster;
    private final Events events;
    private final int first;
    private final List<Channel> sockets = new ArrayList<>();

    /** Terminals from {@code first} on use this link. */
    UdpLink(Transport transport, Roster roster, Events events, int first) {
        this.transport = transport;
        this.roster = roster;
        this.events = events;
        this.first = first;
        for (int i = 0; i < Math.min(SOCKETS, roster.terminals() - first); i++) {
            sockets.add(socket(i));
        }
    }

    private Channel socket(int number) {
        Bootstrap bootstrap = new Bootstrap()
                .group(transport.loop())
                .channel(Transport.datagram())
                .option(ChannelOption.SO_RCVBUF, BUFFER_BYTES)
                .option(ChannelOption.SO_SNDBUF, BUFFER_BYTES)
                .handler(new Reader(number));
        if (Epoll.isAvailable()) {
            bootstrap
                    .option(EpollChannelOption.MAX_DATAGRAM_PAYLOAD_SIZE, DATAGRAM_BYTES)
                    .option(
                            ChannelOption.RCVBUF_ALLOCATOR,
                            new FixedRecvByteBufAllocator(DATAGRAM_BYTES * DATAGRAMS_PER_READ));
        }
        return bootstrap
                .connect(transport.gateway(), Transport.source(FIRST_SOURCE + number))
                .syncUninterruptibly()
                .channel();
    }

    @Override
    public void open(int terminal) {
        events.opened(terminal);
    }

    @Override
    public void send(int terminal, ByteBuf frame) {
        Channel socket = sockets.get((terminal - first) % sockets.size());
        var unused = socket.write(frame, socket.voidPromise());
    }

    @Override
    public void flush() {
        sockets.forEach(Channel::flush);
    }

    @Override
    public boolean takes(int terminal) {
        return true;
    }

    @Override
    public void close(int terminal) {
        // there is no connection
    }

    private final class Reader extends SimpleChannelInboundHandler<DatagramPacket> {
        private final int number;
        private final Replies replies = new Replies(this::reply);

        Reader(int number) {
            this.number = number;
        }

        private void reply(long phone, int serial, int messageId, int result) {
            int terminal = roster.terminalOf(phone);
            if (terminal < first || (terminal - first) % sockets.size() != number) {
                throw new IllegalStateException("socket %d got an answer for %d".formatted(number, phone));
            }
            events.replied(terminal, serial, messageId, result);
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
            replies.read(packet.content());
        }

        /** Nobody listens there (ICMP): all who use this socket know that now. */
        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            if (!(cause instanceof IOException)) {
                events.failed(cause);
                return;
            }
            for (int terminal = first + number; terminal < roster.terminals(); terminal += sockets.size()) {
                events.lost(terminal);
            }
        }
    }
}
