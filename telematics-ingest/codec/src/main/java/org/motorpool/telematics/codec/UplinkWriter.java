package org.motorpool.telematics.codec;

/** Writes the bodies of terminals. */
final class UplinkWriter {
    private UplinkWriter() {}

    /** Appends the body to {@code out} and answers the message id. */
    static int write(Uplink message, ProtocolVersion version, FieldWriter out) {
        return switch (message) {
            case Uplink.GeneralResponse(int serial, int id, int result) -> {
                out.u16(serial).u16(id).u8(result);
                yield MessageId.GENERAL_RESPONSE;
            }
            case Uplink.Heartbeat(String extraHex) -> raw(MessageId.HEARTBEAT, extraHex, out);
            case Uplink.Logout() -> MessageId.LOGOUT;
            case Uplink.Register register -> register(register, version, out);
            case Uplink.Authenticate authenticate -> authenticate(authenticate, version, out);
            case Uplink.LocationReport report -> {
                out.location(report);
                yield MessageId.LOCATION_REPORT;
            }
            case Uplink.LocationAnswer(int serial, Uplink.LocationReport report) -> {
                VehicleBodies.answeringLocation(serial, report, out);
                yield MessageId.LOCATION_ANSWER;
            }
            case Uplink.LocationBatch batch -> locationBatch(batch, out);
            case TerminalUplink terminal -> TerminalBodies.write(terminal, version, out);
            case DriverUplink driver -> DriverBodies.write(driver, version, out);
            case VehicleUplink vehicle -> VehicleBodies.write(vehicle, out);
            case SettingsUplink settings -> SettingsBodies.write(settings, version, out);
            case MediaUplink media -> MediaBodies.write(media, out);
            case AttachmentUplink attachment -> AttachmentBodies.write(attachment, out);
            case VendorUplink vendor -> VendorBodies.write(vendor, out);
            case Uplink.Unmodelled(int id, String hex) -> raw(id, hex, out);
            case Uplink.Malformed(int id, String _, String hex) -> raw(id, hex, out);
        };
    }

    private static int raw(int messageId, String hex, FieldWriter out) {
        out.hex(hex);
        return messageId;
    }

    private static int register(Uplink.Register register, ProtocolVersion version, FieldWriter out) {
        RegisterLayout layout = RegisterLayout.of(version);
        out.u16(register.province())
                .u16(register.city())
                .text("manufacturer", layout.manufacturerBytes(), register.manufacturer())
                .text("model", layout.modelBytes(), register.model())
                .text("terminalId", layout.terminalIdBytes(), register.terminalId())
                .u8(register.plateColour())
                .text(register.plate());
        return MessageId.REGISTER;
    }

    private static int authenticate(Uplink.Authenticate authenticate, ProtocolVersion version, FieldWriter out) {
        switch (version) {
            case V2013 -> out.text(authenticate.code());
            case V2019 ->
                out.counted("code", 1, authenticate.code())
                        .text("imei", 15, authenticate.imei())
                        .text("softwareVersion", 20, authenticate.softwareVersion());
        }
        return MessageId.AUTHENTICATE;
    }

    private static int locationBatch(Uplink.LocationBatch batch, FieldWriter out) {
        out.u16(batch.declared())
                .u8(batch.kind())
                .each(batch.reports(), report -> out.countedLocation(2, report))
                .hex(batch.trailingHex());
        return MessageId.LOCATION_BATCH;
    }
}
