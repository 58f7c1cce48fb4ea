package org.motorpool.telematics.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;

/** The link over a TCP connection, encrypted or not. */
record TcpLink(Channel channel, Carrier carrier) implements Link {

    @Override
    public EventLoop loop() {
        return channel.eventLoop();
    }

    /** Behind a load balancer, what the balancer says. */
    @Override
    public String remote() {
        InetSocketAddress source = channel.attr(ProxyHeader.SOURCE).get();
        return source != null
                ? source.getHostString() + ":" + source.getPort()
                : String.valueOf(channel.remoteAddress()).substring(1);
    }

    @Override
    public InetSocketAddress local() {
        return (InetSocketAddress) channel.localAddress();
    }

    @Override
    public boolean isOpen() {
        return channel.isActive();
    }

    @Override
    public ByteBuf buffer(int bytes) {
        return channel.alloc().buffer(bytes);
    }

    @Override
    public void write(ByteBuf frames) {
        var unused = channel.write(frames, channel.voidPromise());
    }

    @Override
    public void flush() {
        channel.flush();
    }

    @Override
    public boolean isWritable() {
        return channel.isWritable();
    }

    @Override
    public boolean isReading() {
        return channel.config().isAutoRead();
    }

    @Override
    public void pause() {
        channel.config().setAutoRead(false);
    }

    @Override
    public void resume() {
        channel.config().setAutoRead(true);
    }

    @Override
    public void closeWhenSent() {
        var unused = channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void close() {
        var unused = channel.close();
    }
}
