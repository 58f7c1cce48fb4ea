package org.motorpool.telematics.bench.gateway;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** All attackers at once, on an event loop of their own. Who is thrown out comes back. */
final class Horde implements AutoCloseable {
    private static final int TICK_ms = 100;
    private static final int COME_BACK_TICKS = 10;
    private static final int SOURCE = 3000;
    private static final int DEAF_BUFFER_BYTES = 4096;
    private static final int DATAGRAMS = 50;

    private final Transport transport;
    private final Roster roster;
    private final Frames frames;
    private final Malice malice = new Malice();
    private final List<Culprit> culprits = new ArrayList<>();
    private final Map<Attack, Integer> opened = new ConcurrentSkipListMap<>();

    /** @param firstTerminal from there on the roster has terminals for the attacks that need one */
    Horde(InetSocketAddress gateway, Roster roster, int firstTerminal) {
        this.transport = Transport.to(gateway);
        this.roster = roster;
        this.frames = new Frames(roster);
        int terminal = firstTerminal;
        for (Attack attack : Attack.values()) {
            for (int i = 0; i < attack.connections(); i++) {
                culprits.add(new Culprit(attack, attack.authenticated() ? terminal++ : 0, i));
            }
        }
    }

    void begin() {
        var unused = transport
                .loop()
                .scheduleWithFixedDelay(() -> culprits.forEach(Culprit::tick), 0, TICK_ms, TimeUnit.MILLISECONDS);
    }

    /** How often a connection of each attack was opened. */
    Map<Attack, Integer> opened() {
        return Map.copyOf(opened);
    }

    @Override
    public void close() {
        transport.close();
    }

    /** One that misbehaves. */
    private final class Culprit extends ChannelInboundHandlerAdapter {
        private final Attack attack;
        private final int terminal;
        private @Nullable Channel channel;
        private boolean open;
        private int tick;
        private int rest;

        Culprit(Attack attack, int terminal, int number) {
            this.attack = attack;
            this.terminal = terminal;
            this.rest = number * COME_BACK_TICKS / attack.connections();
        }

        @Override
        public boolean isSharable() {
            return true;
        }

        void tick() {
            Channel present = channel;
            if (open && present != null) {
                send(present);
            } else if (present == null && rest-- <= 0) {
                connect();
            }
        }

        private void connect() {
            boolean datagrams = attack.manner() == Attack.Manner.DATAGRAMS;
            Bootstrap bootstrap = new Bootstrap()
                    .group(transport.loop())
                    .channel(datagrams ? Transport.datagram() : Transport.stream())
                    .handler(this);
            configure(bootstrap);
            ChannelFuture connecting = bootstrap.connect(transport.gateway(), Transport.source(SOURCE));
            channel = connecting.channel();
            connecting.addListener(_ -> {
                if (!connecting.isSuccess()) {
                    gone();
                }
            });
        }

        private void configure(Bootstrap bootstrap) {
            switch (attack.manner()) {
                case RESETTING -> bootstrap.option(ChannelOption.SO_LINGER, 0);
                case DEAF_TERMINAL ->
                    bootstrap.option(ChannelOption.AUTO_READ, false).option(ChannelOption.SO_RCVBUF, DEAF_BUFFER_BYTES);
                case STRANGER, TERMINAL, DATAGRAMS -> {}
            }
            if (Epoll.isAvailable()) {
                bootstrap.option(EpollChannelOption.IP_BIND_ADDRESS_NO_PORT, true);
            }
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            open = true;
            tick = 0;
            opened.merge(attack, 1, Integer::sum);
            if (attack.authenticated()) {
                ByteBuf out = PooledByteBufAllocator.DEFAULT.buffer();
                frames.authenticate(terminal, 0, out);
                context.writeAndFlush(out, context.voidPromise());
            }
        }

        /** No more than the gateway takes. */
        private void send(Channel to) {
            if (to.isWritable() && attack != Attack.SILENT) {
                int times = attack.manner() == Attack.Manner.DATAGRAMS ? DATAGRAMS : 1;
                for (int i = 0; i < times; i++) {
                    ByteBuf out = PooledByteBufAllocator.DEFAULT.buffer();
                    malice.write(attack, roster.phone(terminal), tick++, out);
                    to.write(out, to.voidPromise());
                }
                to.flush();
            }
            if (attack.manner() == Attack.Manner.RESETTING) {
                to.close();
            }
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ReferenceCountUtil.release(message);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            gone();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            if (attack.manner() != Attack.Manner.DATAGRAMS) {
                context.close();
            }
        }

        private void gone() {
            channel = null;
            open = false;
            rest = attack.manner() == Attack.Manner.RESETTING ? 0 : COME_BACK_TICKS;
        }
    }
}
