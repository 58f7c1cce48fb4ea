package org.motorpool.telematics.codec;

import java.util.Set;

/** How the bytes of a header lie. */
enum HeaderForm {
    V2013(ProtocolVersion.V2013, 2),
    V2019(ProtocolVersion.V2019, 2),
    V2013_CALLED_2019(ProtocolVersion.V2013, 2, HeaderFlag.VERSION_MISMATCH),
    V2019_CALLED_2013(ProtocolVersion.V2019, 2, HeaderFlag.VERSION_MISMATCH),
    SHORT_SERIAL(ProtocolVersion.V2013, 1, HeaderFlag.SHORT_SERIAL),
    SHORT_SERIAL_WITH_ANSWER(ProtocolVersion.V2013, 1, HeaderFlag.SHORT_SERIAL, HeaderFlag.ANSWER_WANTED);

    private final ProtocolVersion version;
    private final int serialBytes;
    private final Set<HeaderFlag> flags;

    HeaderForm(ProtocolVersion version, int serialBytes, HeaderFlag... flags) {
        this.version = version;
        this.serialBytes = serialBytes;
        this.flags = Set.of(flags);
    }

    /** Whether a message has a one-byte serial: those of Jointech devices, and the answer to them. */
    static boolean hasShortSerial(int messageId) {
        return messageId == MessageId.SHORT_REPORT
                || messageId == MessageId.SHORT_BLIND_REPORT
                || messageId == MessageId.SHORT_REPLY;
    }

    ProtocolVersion version() {
        return version;
    }

    int serialBytes() {
        return serialBytes;
    }

    /** What is odd about the form. */
    Set<HeaderFlag> flags() {
        return flags;
    }

    /** Length in bytes without the split fields. */
    int bytes(Framing framing) {
        return version.phoneAt() + framing.phoneBytes(version) + serialBytes;
    }
}
