package org.motorpool.telematics.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;

/** The way to one terminal and back. On its event loop only, but for {@link #loop()}. */
interface Link {

    EventLoop loop();

    /** Where the terminal is, as host and port. */
    String remote();

    Carrier carrier();

    /** Where the terminal is connected to. */
    InetSocketAddress local();

    boolean isOpen();

    /** A buffer for {@link #write}. */
    ByteBuf buffer(int bytes);

    /** Takes the buffer over; it leaves with the next {@link #flush()}. */
    void write(ByteBuf frames);

    void flush();

    /** Whether the terminal takes what is sent to it. */
    boolean isWritable();

    boolean isReading();

    /** Stops reading: what the terminal sends then waits in its own buffers. */
    void pause();

    void resume();

    /** Closes once everything written is sent. */
    void closeWhenSent();

    /** Closes; what is not sent is lost. */
    void close();
}
