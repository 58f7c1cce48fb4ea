package org.motorpool.telematics.codec;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the header of a frame and decides its form; remembers the last address, which on a connection hardly changes. */
final class HeaderReader {
    /** Header of the 2013 form and checksum; a Jointech header is a byte shorter. */
    static final int SHORTEST_FRAME_BYTES = 12;

    private static final int VERSION_BIT = 1 << 14;
    private static final int SPLIT_BIT = 1 << 13;
    private static final int SHORT_SERIAL_HEADER_BYTES = 11;

    private byte[] lastPhone = new byte[0];
    private @Nullable Address lastAddress;
    private String lastIdentity = "";
    private boolean hexPhone;
    private int bodyStart;
    private FrameFault fault = FrameFault.SHORT;
    private String problem = "";

    /** How the bytes of a header lie. */
    private enum Form {
        V2013(ProtocolVersion.V2013, 2, Set.of()),
        V2019(ProtocolVersion.V2019, 2, Set.of()),
        V2013_CALLED_2019(ProtocolVersion.V2013, 2, Set.of(HeaderFlag.VERSION_MISMATCH)),
        V2019_CALLED_2013(ProtocolVersion.V2019, 2, Set.of(HeaderFlag.VERSION_MISMATCH)),
        JOINTECH(ProtocolVersion.V2013, 1, Set.of(HeaderFlag.SHORT_SERIAL));

        private final ProtocolVersion version;
        private final int serialBytes;
        private final Set<HeaderFlag> flags;

        Form(ProtocolVersion version, int serialBytes, Set<HeaderFlag> flags) {
            this.version = version;
            this.serialBytes = serialBytes;
            this.flags = flags;
        }
    }

    /** The header of {@code frame}, whose body ends at {@code end}; null when there is a {@link #problem}. */
    @Nullable
    Header read(byte[] frame, int end, boolean checked) {
        int properties = u16(frame, 2);
        Form form = form(frame, end, properties);
        int splitAt = form.version.headerBytes() - 2 + form.serialBytes;
        boolean split = (properties & SPLIT_BIT) != 0;
        bodyStart = splitAt + (split ? 4 : 0);
        if (bodyStart > end) {
            fault = FrameFault.SHORT;
            problem = "%d bytes are too short for a %d header".formatted(end + 1, form.version.year());
            return null;
        }
        int total = split ? u16(frame, splitAt) : 0;
        int index = split ? u16(frame, splitAt + 2) : 0;
        if (split && (index < 1 || index > total)) {
            fault = FrameFault.SPLIT;
            problem = "part %d of %d does not exist".formatted(index, total);
            return null;
        }
        Address address = address(frame, form.version);
        int serial = form.serialBytes == 2 ? u16(frame, splitAt - 2) : frame[splitAt - 1] & 0xff;
        Set<HeaderFlag> flags = flags(form, (properties & 0x3ff) == end - bodyStart, checked);
        return new Header(u16(frame, 0), address, lastIdentity, serial, total, index, properties >> 10 & 7, flags);
    }

    /** Where the body of the last frame begins. */
    int bodyStart() {
        return bodyStart;
    }

    /** What is wrong with the last frame that could not be read. */
    String problem() {
        return problem;
    }

    /** The kind of {@link #problem}. */
    FrameFault fault() {
        return fault;
    }

    private static Form form(byte[] frame, int end, int properties) {
        int declared = properties & 0x3ff;
        int rest = end - declared - ((properties & SPLIT_BIT) != 0 ? 4 : 0);
        boolean fits2013 = rest == ProtocolVersion.V2013.headerBytes();
        boolean fits2019 = rest == ProtocolVersion.V2019.headerBytes();
        int messageId = u16(frame, 0);
        if ((messageId == 0x5501 || messageId == 0x5502) && rest == SHORT_SERIAL_HEADER_BYTES) {
            return Form.JOINTECH;
        }
        if ((properties & VERSION_BIT) != 0) {
            return fits2013 ? Form.V2013_CALLED_2019 : Form.V2019;
        }
        return fits2019 && looksLike2019(frame) ? Form.V2019_CALLED_2013 : Form.V2013;
    }

    /** Version byte 1, then a phone number with at least six leading zeros. */
    private static boolean looksLike2019(byte[] frame) {
        return frame[4] == 1 && frame[5] == 0 && frame[6] == 0 && frame[7] == 0;
    }

    private Set<HeaderFlag> flags(Form form, boolean lengthRight, boolean checked) {
        if (lengthRight && checked && !hexPhone) {
            return form.flags;
        }
        Set<HeaderFlag> flags = EnumSet.noneOf(HeaderFlag.class);
        flags.addAll(form.flags);
        if (!lengthRight) {
            flags.add(HeaderFlag.LENGTH_MISMATCH);
        }
        if (!checked) {
            flags.add(HeaderFlag.CHECKSUM);
        }
        if (hexPhone) {
            flags.add(HeaderFlag.HEX_PHONE);
        }
        return flags;
    }

    private Address address(byte[] frame, ProtocolVersion version) {
        int from = version == ProtocolVersion.V2013 ? 4 : 5;
        int to = from + version.phoneBytes();
        int revision = version == ProtocolVersion.V2013 ? 0 : frame[4] & 0xff;
        Address last = lastAddress;
        if (last != null
                && last.revision() == revision
                && Arrays.equals(lastPhone, 0, lastPhone.length, frame, from, to)) {
            return last;
        }
        lastPhone = Arrays.copyOfRange(frame, from, to);
        Address address = new Address(version, revision, HexFormat.of().formatHex(lastPhone));
        lastIdentity = identity(address.rawPhone());
        hexPhone = address.rawPhone().chars().anyMatch(digit -> digit > '9');
        lastAddress = address;
        return address;
    }

    private static String identity(String rawPhone) {
        int zeros = 0;
        while (zeros < rawPhone.length() - 1 && rawPhone.charAt(zeros) == '0') {
            zeros++;
        }
        return rawPhone.substring(zeros);
    }

    private static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
}
