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

/**
 * The event loops and the sockets that go with them: epoll on Linux, which costs less for each connection and each report,
 * else what Java brings.
 *
 * @param sharesPort whether several datagram sockets can listen to one port, each on a loop of its own
 */
record Transport(
        EventLoopGroup loops,
        Class<? extends ServerSocketChannel> server,
        Class<? extends DatagramChannel> datagram,
        boolean sharesPort) {

    static Transport open(int threads) {
        ThreadFactory factory = new DefaultThreadFactory("jt808", true);
        return Epoll.isAvailable()
                ? new Transport(
                        new EpollEventLoopGroup(threads, factory),
                        EpollServerSocketChannel.class,
                        EpollDatagramChannel.class,
                        true)
                : new Transport(
                        new NioEventLoopGroup(threads, factory),
                        NioServerSocketChannel.class,
                        NioDatagramChannel.class,
                        false);
    }
}
