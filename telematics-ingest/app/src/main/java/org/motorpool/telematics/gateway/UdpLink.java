package org.motorpool.telematics.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;
import org.motorpool.telematics.codec.FramePeek;

/**
 * The link to one terminal that sends datagrams. Nothing can make it wait: while the link is not read its datagrams are
 * dropped unanswered, and the terminal sends them again.
 */
final class UdpLink implements Link {

    private final Channel channel;
    private final InetSocketAddress terminal;
    private final Runnable whenClosed;
    private boolean open = true;
    private boolean reading = true;

    UdpLink(Channel channel, InetSocketAddress terminal, Runnable whenClosed) {
        this.channel = channel;
        this.terminal = terminal;
        this.whenClosed = whenClosed;
    }

    @Override
    public EventLoop loop() {
        return channel.eventLoop();
    }

    @Override
    public String remote() {
        return terminal.getHostString() + ":" + terminal.getPort();
    }

    @Override
    public Carrier carrier() {
        return Carrier.UDP;
    }

    @Override
    public InetSocketAddress local() {
        return (InetSocketAddress) channel.localAddress();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public ByteBuf buffer(int bytes) {
        return channel.alloc().buffer(bytes);
    }

    /** Each frame in a datagram of its own. */
    @Override
    public void write(ByteBuf frames) {
        while (frames.isReadable()) {
            ByteBuf frame = frames.readRetainedSlice(FramePeek.length(frames));
            var unused = channel.write(new DatagramPacket(frame, terminal), channel.voidPromise());
        }
        frames.release();
    }

    @Override
    public void flush() {
        channel.flush();
    }

    /** The socket is shared: what the kernel does not take is lost, as datagrams may be. */
    @Override
    public boolean isWritable() {
        return true;
    }

    @Override
    public boolean isReading() {
        return reading;
    }

    @Override
    public void pause() {
        reading = false;
    }

    @Override
    public void resume() {
        reading = true;
    }

    @Override
    public void closeWhenSent() {
        close();
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            channel.flush();
            loop().execute(whenClosed);
        }
    }
}
