package org.motorpool.telematics.command;

/** How far a command has come. */
enum State {
    /** Waits for its terminal, or for the command before it. */
    QUEUED,
    /** Sent; the terminal has not answered. */
    SENT,
    /** The terminal took it (0x0001, result 0); the end, unless the command asks for something. */
    ACKNOWLEDGED,
    /** What it asks for has come. */
    ANSWERED,
    /** Refused by the terminal, or not answered however often it was sent. */
    FAILED,
    /** Nobody took it in time. */
    EXPIRED
}
