package org.motorpool.telematics.bench.gateway;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/**
 * One event loop and the gateway's address; native on Linux, because the generator must leave the processors to the
 * gateway.
 */
record Transport(EventLoopGroup group, EventLoop loop, InetSocketAddress gateway) implements AutoCloseable {

    static Transport to(InetSocketAddress gateway) {
        DefaultThreadFactory threads = new DefaultThreadFactory("terminals", true);
        EventLoopGroup group =
                Epoll.isAvailable() ? new EpollEventLoopGroup(1, threads) : new NioEventLoopGroup(1, threads);
        return new Transport(group, group.next(), gateway);
    }

    static Class<? extends Channel> stream() {
        return Epoll.isAvailable() ? EpollSocketChannel.class : NioSocketChannel.class;
    }

    static Class<? extends Channel> datagram() {
        return Epoll.isAvailable() ? EpollDatagramChannel.class : NioDatagramChannel.class;
    }

    /** One of many loopback addresses to come from, because each has some 28 000 ports only. */
    static InetSocketAddress source(int number) {
        return new InetSocketAddress("127.0.%d.%d".formatted(1 + number / 250, 1 + number % 250), 0);
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
