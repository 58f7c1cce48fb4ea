package org.motorpool.telematics.simulator.terminal;

import org.motorpool.telematics.simulator.Place;

/** One thing that a line tells the terminal to do. */
sealed interface Instruction {

    /** Open the connection, if it is not. */
    record Connect() implements Instruction {}

    /** Close the connection without a word. */
    record Disconnect() implements Instruction {}

    /** 0x0100. */
    record Register() implements Instruction {}

    /**
     * 0x0102.
     *
     * @param code empty for that of the last registration
     */
    record Authenticate(String code) implements Instruction {}

    /** 0x0002. */
    record Heartbeat() implements Instruction {}

    /** 0x0200 from here. */
    record Position(Place place, double speed_kmh, int heading_deg) implements Instruction {}

    /** 0x0200 again and again along a way. */
    record Drive(Place from, Place to, int duration_s) implements Instruction {}

    /** 0x0200 with an alarm flag, which stays until it is put off. */
    record Alarm(int bit, boolean on) implements Instruction {}

    /** 0x0704 with so many positions of the past. */
    record Batch(int reports) implements Instruction {}

    /** Any message. */
    record Send(int messageId, String bodyHex) implements Instruction {}

    /** Any bytes, as they are. */
    record Raw(String hex) implements Instruction {}

    /** Go on when the platform has sent this message, or when the time is over. */
    record Wait(int messageId, int timeout_s) implements Instruction {}

    /** 0x0003. */
    record Logout() implements Instruction {}

    /** End. */
    record Quit() implements Instruction {}

    /** Say what can be said. */
    record Help() implements Instruction {}
}
