package org.motorpool.telematics.codec;

import java.util.ArrayList;
import java.util.List;
import org.motorpool.telematics.codec.VehicleDownlink.Control;
import org.motorpool.telematics.codec.VehicleDownlink.ControlVehicle;

/** Reads and writes the bodies of {@link VehicleDownlink}. */
final class VehicleDownlinkBodies {
    /** Bit 0 of table 24 of JT/T 808-2013; 2019 counts the other way round. */
    private static final int LOCK_2013 = 1;

    private VehicleDownlinkBodies() {}

    static VehicleDownlink track(FieldReader in) {
        int interval_s = in.u16("interval, s");
        return new VehicleDownlink.Track(interval_s, interval_s == 0 ? 0 : in.u32("validity, s"));
    }

    static VehicleDownlink confirmAlarms(FieldReader in) {
        return new VehicleDownlink.ConfirmAlarms(in.u16("serial of the alarm"), in.bits(4, "alarm flags"));
    }

    /** Some send the one byte of 2013 under the header of 2019. */
    static VehicleDownlink control(ProtocolVersion version, FieldReader in) {
        boolean of2013 = version == ProtocolVersion.V2013 || in.left() == 1;
        return new ControlVehicle(of2013 ? controlOf2013(in) : controls(in));
    }

    private static List<Control> controlOf2013(FieldReader in) {
        boolean lock = (in.bits(1, "control flags") & LOCK_2013) != 0;
        return List.of(lock ? Control.lockDoors() : Control.unlockDoors());
    }

    private static List<Control> controls(FieldReader in) {
        List<Control> controls = new ArrayList<>();
        int count = in.u16("number of controls");
        for (int i = 1; i <= count && in.problem() == null; i++) {
            int kind = (int) in.bits(2, "control");
            boolean rest = i == count && kind != Control.DOORS;
            controls.add(new Control(kind, rest ? in.hex("value") : in.hex(1, "value")));
        }
        return controls;
    }

    static VehicleDownlink queryRecorder(FieldReader in) {
        return new VehicleDownlink.QueryRecorder((int) in.bits(1, "command"), in.hex("data block"));
    }

    static VehicleDownlink setRecorder(FieldReader in) {
        return new VehicleDownlink.SetRecorder((int) in.bits(1, "command"), in.hex("data block"));
    }

    /** Appends the body to {@code out} and answers the message id. */
    static int write(VehicleDownlink message, ProtocolVersion version, FieldWriter out) {
        return switch (message) {
            case VehicleDownlink.Track(int interval_s, long validity_s) -> {
                out.u16("interval_s", interval_s);
                if (interval_s != 0) {
                    out.u32("validity_s", validity_s);
                }
                yield MessageId.TRACK;
            }
            case VehicleDownlink.ConfirmAlarms(int serial, long bits) -> {
                out.u16("alarmSerial", serial).u32("alarmBits", bits);
                yield MessageId.CONFIRM_ALARMS;
            }
            case ControlVehicle(List<Control> controls) -> {
                switch (version) {
                    case V2013 -> controlOf2013(controls, out);
                    case V2019 -> controls(controls, out);
                }
                yield MessageId.CONTROL_VEHICLE;
            }
            case VehicleDownlink.QueryRecorder(int command, String blockHex) -> {
                out.u8("command", command).hex(blockHex);
                yield MessageId.QUERY_RECORDER;
            }
            case VehicleDownlink.SetRecorder(int command, String blockHex) -> {
                out.u8("command", command).hex(blockHex);
                yield MessageId.SET_RECORDER;
            }
        };
    }

    private static void controlOf2013(List<Control> controls, FieldWriter out) {
        if (controls.equals(List.of(Control.lockDoors()))) {
            out.u8(LOCK_2013);
        } else if (controls.equals(List.of(Control.unlockDoors()))) {
            out.u8(0);
        } else {
            out.refuse("controls is %s, may be one of the doors in 2013".formatted(controls));
        }
    }

    private static void controls(List<Control> controls, FieldWriter out) {
        out.count("controls", 2, controls.size());
        for (int i = 0; i < controls.size(); i++) {
            Control control = controls.get(i);
            out.u16("kind", control.kind());
            if (i == controls.size() - 1 && control.kind() != Control.DOORS) {
                out.hex(control.valueHex());
            } else {
                out.hex("valueHex", 1, control.valueHex());
            }
        }
    }
}
