package org.motorpool.telematics.codec;

/**
 * One terminal parameter.
 *
 * @param id DWORD
 * @param valueHex the value as on the wire
 */
public record Parameter(long id, String valueHex) {
    private static final int MAX_NUMBER_DIGITS = 8;

    /** A parameter of type DWORD. */
    public static Parameter dword(long id, long value) {
        return new Parameter(id, "%08x".formatted(value & 0xffffffffL));
    }

    /** The value of a BYTE, WORD or DWORD parameter. */
    public long number() {
        if (valueHex.isEmpty() || valueHex.length() > MAX_NUMBER_DIGITS) {
            throw new IllegalStateException("parameter 0x%04x has no number: %s".formatted(id, valueHex));
        }
        return Long.parseLong(valueHex, 16);
    }

    static Parameter read(FieldReader in) {
        long id = in.bits(4, "parameter id");
        int length = in.u8("parameter length");
        String field = TerminalParameters.find(id).map(Parameter::field).orElse("parameter value");
        return new Parameter(id, in.hex(length, field, hex -> TerminalParameters.value(new Parameter(id, hex))
                .shown()));
    }

    private static String field(ParameterType type) {
        return type.unit().isEmpty() ? type.englishName() : type.englishName() + ", " + type.unit();
    }

    void write(FieldWriter out) {
        out.u32("id", id).countedHex("valueHex", 1, valueHex);
    }
}
