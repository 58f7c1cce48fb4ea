package org.motorpool.telematics.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * What some connections carry, half of them in the 2013 form, half in that of 2019.
 *
 * @param connections frames of each connection, in order
 */
record Traffic(List<List<byte[]>> connections) {
    static final int CONNECTIONS = 8;
    static final int FRAMES_PER_CONNECTION = 16;
    static final int FRAMES = CONNECTIONS * FRAMES_PER_CONNECTION;

    Traffic {
        connections = connections.stream().map(List::copyOf).toList();
    }

    /** Location reports with standard items only. */
    static Traffic typical() {
        List<List<byte[]>> connections = new ArrayList<>();
        for (int number = 1; number <= CONNECTIONS; number++) {
            Terminal terminal = new Terminal(number, number % 2 == 0);
            List<byte[]> frames = new ArrayList<>();
            for (int step = 0; step < FRAMES_PER_CONNECTION; step++) {
                frames.add(terminal.location(step));
            }
            connections.add(frames);
        }
        return new Traffic(connections);
    }

    /** A connection from its beginning: register, authenticate, heartbeats, reports, some with vendor items, a batch. */
    static Traffic mix() {
        List<List<byte[]>> connections = new ArrayList<>();
        for (int number = 1; number <= CONNECTIONS; number++) {
            Terminal terminal = new Terminal(number, number % 2 == 0);
            List<byte[]> frames = new ArrayList<>();
            frames.add(terminal.register());
            frames.add(terminal.authenticate());
            frames.add(terminal.batch(0));
            for (int step = 5; frames.size() < FRAMES_PER_CONNECTION; step++) {
                frames.add(frame(terminal, step));
            }
            connections.add(frames);
        }
        return new Traffic(connections);
    }

    private static byte[] frame(Terminal terminal, int step) {
        return switch (step % 6) {
            case 0 -> terminal.heartbeat();
            case 3 -> terminal.locationWithVendorItems(step);
            default -> terminal.location(step);
        };
    }
}
