package org.motorpool.telematics.bench.gateway;

import io.netty.buffer.ByteBuf;

/** How terminals reach the gateway. Everything happens on the event loop. */
interface Link {
    /** Begins to connect; how that ends is told to the {@link Events}. */
    void open(int terminal);

    /** Takes one frame over; it is on its way after {@link #flush}. */
    void send(int terminal, ByteBuf frame);

    void flush();

    /** Whether it makes sense to send a report again. */
    boolean takes(int terminal);

    /** Gives the connection up; about that nothing is told. */
    void close(int terminal);

    /** What happens to the connections. */
    interface Events {
        void opened(int terminal);

        void lost(int terminal);

        void replied(int terminal, int serial, int messageId, int result);

        /** Something happened that the network is not to blame for: the run is void. */
        void failed(Throwable cause);
    }
}
