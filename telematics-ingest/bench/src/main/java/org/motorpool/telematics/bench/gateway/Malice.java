package org.motorpool.telematics.bench.gateway;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;

/** What attackers send: a tenth of a second of it at a time. */
final class Malice {
    private static final HexFormat HEX = HexFormat.of();
    private static final int LOCATION_REPORT = 0x0200;
    private static final int PASS_THROUGH = 0x0900;
    private static final int SPLIT = 1 << 13;
    private static final int TICKS_PER_s = 10;
    private static final int FRAMES = 10;
    private static final int FRAGMENTS = 100;
    private static final int MESSAGES_AT_A_TIME = 16;
    private static final int PARTS = 40;
    private static final int GARBAGE_BYTES = 4096;
    private static final int OVERSIZED_BYTES = 16_384;
    private static final String NO_TIME = "000000000000";
    private static final String WUXI = "01dff74c" + "072ac1c0"; // 31.455052, 120.242624
    private static final String ZERO = "00000000" + "00000000";

    private final Random random = new Random(808);

    /**
     * Appends what is sent in one tick.
     *
     * @param phone who sends it
     * @param tick from 0 since the connection was opened
     */
    void write(Attack attack, long phone, int tick, ByteBuf out) {
        switch (attack) {
            case SILENT -> {}
            case SLOW_LORIS -> slowly(phone, tick, out);
            case GARBAGE -> garbage(out);
            case TRUNCATED -> repeat(tick, number -> truncated(phone, number, out));
            case OVERSIZED -> out.writeBytes("U".repeat(OVERSIZED_BYTES).getBytes(StandardCharsets.US_ASCII));
            case WRONG_CHECKSUM -> repeat(tick, number -> wrongChecksum(phone, number, out));
            case RESET -> out.writeBytes(report(phone, 0, NO_TIME, WUXI), 0, 20);
            case LYING_LENGTH -> repeat(tick, number -> lyingLength(phone, number, out));
            case IMPOSSIBLE_PART -> repeat(tick, number -> impossiblePart(phone, number, out));
            case INTERLEAVED_PARTS -> interleaved(phone, tick, out);
            case TINY_FRAGMENTS -> fragments(phone, tick, out);
            case DEAF -> repeat(tick, number -> Wire.frame(report(phone, number, time("26", number), WUXI), out));
            case FUTURE -> Wire.frame(report(phone, tick, time("99", tick), WUXI), out);
            case NOWHERE -> Wire.frame(report(phone, tick, time("26", tick), ZERO), out);
            case FROZEN -> Wire.frame(report(phone, tick, time("26", 0), WUXI), out);
            case FORGED_DATAGRAMS -> Wire.frame(report(random.nextLong(10_000_000_000L), tick, NO_TIME, WUXI), out);
        }
    }

    private interface Numbered {
        void write(int number);
    }

    private static void repeat(int tick, Numbered frame) {
        for (int i = 0; i < FRAMES; i++) {
            frame.write(tick * FRAMES + i);
        }
    }

    private void slowly(long phone, int tick, ByteBuf out) {
        if (tick % TICKS_PER_s == 0) {
            byte[] frame = report(phone, 0, NO_TIME, WUXI);
            int at = tick / TICKS_PER_s;
            out.writeByte(at == 0 ? Wire.FLAG : frame[at % frame.length]);
        }
    }

    private void garbage(ByteBuf out) {
        byte[] bytes = new byte[GARBAGE_BYTES];
        random.nextBytes(bytes);
        out.writeBytes(bytes);
    }

    private void truncated(long phone, int number, ByteBuf out) {
        byte[] frame = report(phone, number, NO_TIME, WUXI);
        out.writeByte(Wire.FLAG);
        out.writeBytes(frame, 0, 1 + random.nextInt(frame.length - 1));
        out.writeByte(Wire.FLAG);
    }

    private static void wrongChecksum(long phone, int number, ByteBuf out) {
        byte[] frame = report(phone, number, NO_TIME, WUXI);
        frame[frame.length - 1] ^= 1;
        Wire.frame(frame, out);
    }

    private static void lyingLength(long phone, int number, ByteBuf out) {
        byte[] frame = report(phone, number, time("26", number), WUXI);
        frame[3] += (byte) (number % 2 == 0 ? 7 : -7);
        frame[frame.length - 1] = Wire.checksum(frame);
        Wire.frame(frame, out);
    }

    private static void impossiblePart(long phone, int number, ByteBuf out) {
        switch (number % 3) {
            case 0 -> part(new Part(phone, number, 3, 0), "00", out);
            case 1 -> part(new Part(phone, number, 3, 4), "00", out);
            default -> part(new Part(phone, number, 0, 1), "00", out);
        }
    }

    /** Part after part of each message, but for the last. */
    private static void interleaved(long phone, int tick, ByteBuf out) {
        int index = 1 + tick % (PARTS - 1);
        int generation = tick / (PARTS - 1);
        for (int message = 0; message < MESSAGES_AT_A_TIME; message++) {
            int first = (generation * MESSAGES_AT_A_TIME + message) * PARTS;
            part(new Part(phone, first + index - 1, PARTS, index), "55".repeat(500), out);
        }
    }

    private static void fragments(long phone, int tick, ByteBuf out) {
        for (int i = 0; i < FRAGMENTS; i++) {
            int index = 1 + (tick * FRAGMENTS + i) % 60_000;
            part(new Part(phone, index, 60_001, index), "55", out);
        }
    }

    private record Part(long phone, int serial, int total, int index) {}

    private static void part(Part part, String body, ByteBuf out) {
        String split = "%04x%04x".formatted(part.total() & 0xffff, part.index() & 0xffff);
        int properties = SPLIT | body.length() / 2;
        Wire.frame(message(PASS_THROUGH, properties, part.phone(), part.serial(), split + body), out);
    }

    /** A 0x0200 without items, before it is escaped. */
    private static byte[] report(long phone, int serial, String time, String place) {
        String body = "00000000" // no alarm
                + "00000003" // ignition, fix
                + place
                + "000c0190005a" // 12 m, 40 km/h, 90°
                + time;
        return message(LOCATION_REPORT, body.length() / 2, phone, serial, body);
    }

    /** Times of a day, in GMT+8, one second apart. */
    private static String time(String year, int number) {
        int second = number % 86_400;
        return "%s0601%02d%02d%02d".formatted(year, second / 3600, second / 60 % 60, second % 60);
    }

    private static byte[] message(int messageId, int properties, long phone, int serial, String rest) {
        String plain = "%04x%04x%012d%04x".formatted(messageId, properties, phone, serial & 0xffff) + rest + "00";
        byte[] bytes = HEX.parseHex(plain);
        bytes[bytes.length - 1] = Wire.checksum(bytes);
        return bytes;
    }
}
