package org.motorpool.telematics.codec;

import java.util.ArrayList;
import java.util.List;

/** Reads and writes the bodies of {@link VehicleUplink}. */
final class VehicleBodies {
    private static final int RECORDER_HEAD_BYTES_OF_2011 = 5;
    private static final int CAN_TIME_BYTES = 5;
    private static final int CAN_FRAME_BYTES = 12;
    private static final int CAN_DATA_BYTES = 8;
    private static final long CAN_CHANNEL = 1L << 31;
    private static final long CAN_EXTENDED = 1L << 30;
    private static final long CAN_AVERAGED = 1L << 29;

    private VehicleBodies() {}

    static VehicleUplink controlAnswer(FieldReader in) {
        return new VehicleUplink.ControlAnswer(serialBeforeLocation(in), in.location(in.left()));
    }

    /** A location of 2011 has no serial before it: then the time lies two bytes earlier. */
    static int serialBeforeLocation(FieldReader in) {
        int timeAt = LocationReader.BASIC_BYTES - Bcd.TIME_BYTES;
        boolean of2011 = in.left() < 2 + LocationReader.BASIC_BYTES
                || in.peekTime(2 + timeAt) == null && in.peekTime(timeAt) != null;
        return of2011 ? Uplink.NO_SERIAL : in.u16("answered serial");
    }

    static VehicleUplink recorderData(ProtocolVersion version, FieldReader in) {
        if (version == ProtocolVersion.V2013 && recorderOf2011Ahead(in)) {
            int command = (int) in.bits(1, "command");
            int total = in.u16("length of all packets");
            in.u16("length of this packet");
            return new VehicleUplink.RecorderDataOf2011(command, total, in.hex("data block"));
        }
        return new VehicleUplink.RecorderData(
                in.u16("answered serial"), (int) in.bits(1, "command"), in.hex("data block"));
    }

    private static boolean recorderOf2011Ahead(FieldReader in) {
        int packet = in.peek16(3);
        return packet == in.left() - RECORDER_HEAD_BYTES_OF_2011 && in.peek16(1) >= packet;
    }

    /** 2013 prints the list at offset 8, though 7 bytes come before it: who follows that sends a byte more. */
    static VehicleUplink canData(FieldReader in) {
        int declared = in.u16("number of frames");
        String receivedAt = in.digits(CAN_TIME_BYTES, "time of day");
        if (in.left() == declared * CAN_FRAME_BYTES + 1) {
            in.hex(1, "unused");
        }
        List<VehicleUplink.CanFrame> frames = new ArrayList<>();
        while (in.has(CAN_FRAME_BYTES)) {
            frames.add(canFrame(in));
        }
        return new VehicleUplink.CanData(declared, receivedAt, frames, in.hex("trailing"));
    }

    private static VehicleUplink.CanFrame canFrame(FieldReader in) {
        long bits = in.bits(4, "CAN id");
        return new VehicleUplink.CanFrame(
                (bits & CAN_CHANNEL) == 0 ? 0 : 1,
                (bits & CAN_EXTENDED) != 0,
                (bits & CAN_AVERAGED) != 0,
                bits & CAN_AVERAGED - 1,
                in.hex(CAN_DATA_BYTES, "CAN data"));
    }

    static VehicleUplink passengerFlow(FieldReader in) {
        return new VehicleUplink.PassengerFlow(in.time("from"), in.time("to"), in.u16("boarded"), in.u16("alighted"));
    }

    /** Appends the body to {@code out} and answers the message id. */
    static int write(VehicleUplink message, FieldWriter out) {
        return switch (message) {
            case VehicleUplink.ControlAnswer(int serial, Uplink.LocationReport report) -> {
                answeringLocation(serial, report, out);
                yield MessageId.CONTROL_ANSWER;
            }
            case VehicleUplink.RecorderData(int serial, int command, String blockHex) -> {
                out.u16(serial).u8(command).hex(blockHex);
                yield MessageId.RECORDER_DATA;
            }
            case VehicleUplink.RecorderDataOf2011(int command, int total, String blockHex) -> {
                out.u8(command).u16(total).countedHex("blockHex", 2, blockHex);
                yield MessageId.RECORDER_DATA;
            }
            case VehicleUplink.CanData data -> {
                out.u16(data.declared())
                        .hex(data.receivedAt())
                        .each(data.frames(), frame -> out.u32(bits(frame)).hex(frame.hex()))
                        .hex(data.trailingHex());
                yield MessageId.CAN_DATA;
            }
            case VehicleUplink.PassengerFlow flow -> {
                out.time(flow.from()).time(flow.to()).u16(flow.boarded()).u16(flow.alighted());
                yield MessageId.PASSENGER_FLOW;
            }
        };
    }

    static void answeringLocation(int answeredSerial, Uplink.LocationReport report, FieldWriter out) {
        if (answeredSerial != Uplink.NO_SERIAL) {
            out.u16(answeredSerial);
        }
        out.location(report);
    }

    private static long bits(VehicleUplink.CanFrame frame) {
        return frame.id()
                | (frame.channel() == 0 ? 0 : CAN_CHANNEL)
                | (frame.extended() ? CAN_EXTENDED : 0)
                | (frame.averaged() ? CAN_AVERAGED : 0);
    }
}
