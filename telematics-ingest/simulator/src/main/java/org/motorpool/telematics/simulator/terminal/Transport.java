package org.motorpool.telematics.simulator.terminal;

/** How a terminal reaches the gateway. */
enum Transport {
    TCP,
    UDP
}
