package org.motorpool.telematics.codec;

/** The two standards that name alarms, which differ in their widths; the length of what holds a name tells which. */
public enum AlarmForm {
    /** 苏标, T/JSATL 12-2017: 16 bytes. */
    JIANGSU(7, 1),
    /** 粤标, T/GDRTA 002-2020: 40 bytes. */
    GUANGDONG(30, 2);

    private final int terminalIdBytes;
    private final int reservedBytes;

    AlarmForm(int terminalIdBytes, int reservedBytes) {
        this.terminalIdBytes = terminalIdBytes;
        this.reservedBytes = reservedBytes;
    }

    int terminalIdBytes() {
        return terminalIdBytes;
    }

    int reservedBytes() {
        return reservedBytes;
    }

    /** Of a whole {@link AlarmId}. */
    int bytes() {
        return terminalIdBytes + Bcd.TIME_BYTES + 2 + reservedBytes;
    }
}
