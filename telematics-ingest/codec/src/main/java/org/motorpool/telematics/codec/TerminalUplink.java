package org.motorpool.telematics.codec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** What a terminal says about itself and its peripherals, and what it only passes on. */
public sealed interface TerminalUplink extends Uplink {

    /** 0x0004 (2019), ask for the platform's time. */
    record TimeQuery() implements TerminalUplink {}

    /** 0x0005 (2019), ask for parts of the platform's split message again. */
    record ResendRequest(int firstSerial, List<Integer> indexes) implements TerminalUplink {
        public ResendRequest {
            indexes = List.copyOf(indexes);
        }
    }

    /**
     * 0x0107, the answer to 0x8107; some send it unasked.
     *
     * @param kindBits for passengers (0), dangerous goods (1), freight (2), taxi (3), with hard disk (6), in several
     *     boxes (7), for trailers (8, 2019)
     * @param iccid of the SIM card, 20 digits
     * @param gnssBits GPS (0), BeiDou (1), GLONASS (2), Galileo (3)
     * @param communicationBits GPRS (0), CDMA (1), TD-SCDMA (2), WCDMA (3), CDMA2000 (4), TD-LTE (5), other (7)
     */
    record TerminalAttributes(
            int kindBits,
            String manufacturer,
            String model,
            String terminalId,
            String iccid,
            String hardwareVersion,
            String firmwareVersion,
            int gnssBits,
            int communicationBits)
            implements TerminalUplink, Answer {}

    /**
     * 0x0108, how an upgrade went.
     *
     * @param kind 0 the terminal, 12 card reader, 52 BeiDou module, 0x64 to 0x67 peripherals of active safety
     * @param result 0 done, 1 failed, 2 cancelled; T/JSATL 12: 0x10 no such device, 0x11 other hardware, 0x12 same
     *     version, 0x13 version not supported
     */
    record UpgradeResult(int kind, int result) implements TerminalUplink {}

    /** 0x1FC4 (T/GDRTA 002), how far an upgrade has come; kept as it is. */
    record UpgradeProgress(String hex) implements TerminalUplink {}

    /**
     * 0x0900, data for somebody else.
     *
     * @param kind 0x00 GNSS details, 0x0B card of the driver, 0x41 and 0x42 serial ports, 0xF0 to 0xFF agreed with the
     *     platform
     */
    record Passthrough(int kind, String hex) implements TerminalUplink {}

    /** 0x0900 of kind 0xF7 (T/JSATL 12, T/GDRTA 002), the state of the peripherals of active safety. */
    record PeripheralStates(List<PeripheralState> peripherals) implements TerminalUplink {
        public PeripheralStates {
            peripherals = List.copyOf(peripherals);
        }
    }

    /**
     * How a peripheral is.
     *
     * @param id 0x64 driver assistance, 0x65 driver monitoring, 0x66 tyre pressure, 0x67 blind spots
     * @param state 1 works, 2 waits, 3 upgrades, 4 is faulty, 0x10 is away
     * @param alarmBits camera (0), main storage (1), second storage (2), infrared (3), speaker (4), battery (5),
     *     communication (10), positioning (11)
     */
    record PeripheralState(int id, int state, long alarmBits) {}

    /** 0x0900 of kind 0xF8 (T/JSATL 12, T/GDRTA 002), makes and versions of the peripherals of active safety. */
    record PeripheralVersions(List<Peripheral> peripherals) implements TerminalUplink {
        public PeripheralVersions {
            peripherals = List.copyOf(peripherals);
        }
    }

    /**
     * What a peripheral is.
     *
     * @param id 0x64 driver assistance, 0x65 driver monitoring, 0x66 tyre pressure, 0x67 blind spots
     */
    record Peripheral(
            int id,
            String company,
            String model,
            String hardwareVersion,
            String firmwareVersion,
            String deviceId,
            String customerCode) {}

    /**
     * 0x0901, another message in GZIP.
     *
     * @param data as on the wire, compressed
     */
    record Compressed(Body data) implements TerminalUplink {
        /** Longer contents are taken for a bomb. */
        static final int MAX_CONTENT_BYTES = 1 << 20;

        /** The data inflated; empty when they are no whole GZIP stream or hold more than 1 MiB. */
        public Optional<Body> findContent() {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(data.bytes()))) {
                byte[] content = in.readNBytes(MAX_CONTENT_BYTES + 1);
                return content.length > MAX_CONTENT_BYTES ? Optional.empty() : Optional.of(Body.wrap(content));
            } catch (IOException _) {
                return Optional.empty();
            }
        }
    }

    /** 0x0A00, the public key of the terminal, whose modulus has 1024 bits. */
    record PublicKey(long exponent, String modulusHex) implements TerminalUplink {}
}
