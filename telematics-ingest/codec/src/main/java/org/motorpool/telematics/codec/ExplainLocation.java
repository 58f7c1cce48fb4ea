package org.motorpool.telematics.codec;

/** The fields of a location block and its items; {@link LocationReader} reads the same bytes where speed counts. */
final class ExplainLocation {
    private ExplainLocation() {}

    static void read(FieldReader in) {
        in.bits(4, "alarm flags");
        in.bits(4, "status flags");
        in.scaled(4, 1_000_000, "latitude, degrees");
        in.scaled(4, 1_000_000, "longitude, degrees");
        in.i16("altitude, m");
        in.scaled(2, 10, "speed, km/h");
        in.u16("heading, degrees");
        in.time("terminal time");
        while (in.left() >= 2 && in.left() >= 2 + in.peek(1)) {
            item(in);
        }
        in.hex("trailing");
    }

    private static void item(FieldReader in) {
        int id = (int) in.bits(1, "item id");
        int length = in.u8("item length");
        switch (id << 8 | length) {
            case 0x01_04 -> in.scaled(4, 10, "mileage, km");
            case 0x02_02 -> in.scaled(2, 10, "fuel, l");
            case 0x03_02 -> in.scaled(2, 10, "recorder speed, km/h");
            case 0x04_02 -> in.u16("alarm event to confirm");
            case 0x30_01 -> in.u8("signal strength");
            case 0x31_01 -> in.u8("satellites");
            case 0x25_04 -> in.bits(4, "vehicle signals");
            case 0x2a_02 -> in.bits(2, "IO state");
            default -> in.hex(length, "item value");
        }
    }
}
