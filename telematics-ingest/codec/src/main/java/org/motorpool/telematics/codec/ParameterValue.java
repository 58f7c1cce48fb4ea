package org.motorpool.telematics.codec;

/** What the bytes of a terminal parameter say. */
public sealed interface ParameterValue {

    /** A BYTE, WORD or DWORD. */
    record Number(long value) implements ParameterValue {}

    /** A STRING without its padding. */
    record Text(String value) implements ParameterValue {}

    /** Several fields, an unknown parameter, or one whose length is not that of its type. */
    record Raw(String hex) implements ParameterValue {}

    /** For people: the number, the text in quotes, the bytes in hex. */
    default String shown() {
        return switch (this) {
            case Number(long value) -> String.valueOf(value);
            case Text(String value) -> "\"" + value + "\"";
            case Raw(String hex) -> "0x" + hex;
        };
    }
}
