package org.motorpool.telematics.gateway;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The event loops and the sockets that go with them: epoll on Linux, which costs less for each connection and each report,
 * else what Java brings.
 *
 * @param acceptor a loop of its own, so that a storm of connections is taken in while the others work
 * @param sharesPort whether several datagram sockets can listen to one port, each on a loop of its own
 */
record Transport(
        EventLoopGroup acceptor,
        EventLoopGroup loops,
        Class<? extends ServerSocketChannel> server,
        Class<? extends DatagramChannel> datagram,
        boolean sharesPort) {

    static Transport open(int threads) {
        ThreadFactory factory = new DefaultThreadFactory("jt808", true);
        return Epoll.isAvailable()
                ? new Transport(
                        new EpollEventLoopGroup(1, factory),
                        new EpollEventLoopGroup(threads, factory),
                        EpollServerSocketChannel.class,
                        EpollDatagramChannel.class,
                        true)
                : new Transport(
                        new NioEventLoopGroup(1, factory),
                        new NioEventLoopGroup(threads, factory),
                        NioServerSocketChannel.class,
                        NioDatagramChannel.class,
                        false);
    }

    void close() {
        acceptor.shutdownGracefully(0, 1000, TimeUnit.MILLISECONDS).awaitUninterruptibly();
        loops.shutdownGracefully(100, 3000, TimeUnit.MILLISECONDS).awaitUninterruptibly();
    }
}
