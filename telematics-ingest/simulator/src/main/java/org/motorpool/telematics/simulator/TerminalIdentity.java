package org.motorpool.telematics.simulator;

import org.motorpool.telematics.codec.Address;
import org.motorpool.telematics.codec.ProtocolVersion;
import org.motorpool.telematics.codec.TerminalUplink;
import org.motorpool.telematics.codec.Uplink;

/**
 * What a terminal says about itself.
 *
 * @param plateColour JT/T 415: 1 blue, 2 yellow, 3 black, 4 white, 5 green
 */
public record TerminalIdentity(
        String phone, String terminalId, ProtocolVersion version, String regionCode, String plate, int plateColour) {
    private static final String MANUFACTURER = "MPOOL";
    private static final String MODEL = "MP-SIM-1";
    private static final String SOFTWARE = "1.0";
    private static final int IMEI_DIGITS = 15;
    private static final int ICCID_DIGITS = 20;

    /** The header form and phone number of its frames. */
    public Address address() {
        return Address.of(version, phone);
    }

    /** Its registration. */
    public Uplink.Register register() {
        int province = Integer.parseInt(regionCode.substring(0, 2));
        int city = Integer.parseInt(regionCode.substring(2));
        return new Uplink.Register(province, city, MANUFACTURER, MODEL, fittingId(), plateColour, plate);
    }

    /** Its authentication with this code. */
    public Uplink.Authenticate authenticate(String code) {
        return switch (version) {
            case V2013 -> new Uplink.Authenticate(code, "", "");
            case V2019 -> new Uplink.Authenticate(code, imei(), SOFTWARE);
        };
    }

    /** What it is: for passengers, by BeiDou and GPS, over LTE. */
    TerminalUplink.TerminalAttributes attributes() {
        return new TerminalUplink.TerminalAttributes(
                1, MANUFACTURER, MODEL, fittingId(), "0".repeat(ICCID_DIGITS), "1", SOFTWARE, 0b11, 1 << 5);
    }

    /** The last characters of the id that a message of this version has room for. */
    private String fittingId() {
        int width =
                switch (version) {
                    case V2013 -> 7;
                    case V2019 -> 30;
                };
        return terminalId.substring(Math.max(0, terminalId.length() - width));
    }

    private String imei() {
        String digits = phone.length() > IMEI_DIGITS ? phone.substring(phone.length() - IMEI_DIGITS) : phone;
        return "0".repeat(IMEI_DIGITS - digits.length()) + digits;
    }
}
