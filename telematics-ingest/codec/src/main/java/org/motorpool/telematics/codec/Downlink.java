package org.motorpool.telematics.codec;

import java.util.List;

/** A message from the platform to a terminal. */
public sealed interface Downlink extends Message
        permits Downlink.GeneralReply,
                Downlink.ShortReply,
                Downlink.ResendRequest,
                Downlink.RegisterReply,
                Downlink.SetParameters,
                Downlink.LocateNow,
                Downlink.SendText,
                Downlink.Unmodelled,
                Downlink.Malformed,
                TerminalDownlink,
                VehicleDownlink,
                DriverDownlink,
                AreaDownlink,
                MediaDownlink,
                AttachmentDownlink,
                VideoDownlink,
                VendorDownlink {

    /** 0x8001, general reply: 0 ok, 1 failed, 2 message wrong, 3 not supported, 4 alarm taken note of. */
    record GeneralReply(int answeredSerial, int answeredId, int result) implements Downlink {}

    /** 0x4401, reply to 0x5501 and 0x5502 of Jointech devices, which have a one-byte serial; {@code result} as in 0x8001. */
    record ShortReply(int answeredId, int result) implements Downlink {}

    /** 0x8003, ask for parts of a split message again. */
    record ResendRequest(int firstSerial, List<Integer> indexes) implements Downlink {
        public ResendRequest {
            indexes = List.copyOf(indexes);
        }
    }

    /**
     * 0x8100, register reply.
     *
     * @param result 0 ok, 1 vehicle registered already, 2 no such vehicle, 3 terminal registered already, 4 no such terminal
     * @param code authentication code, empty unless {@code result} is 0
     */
    record RegisterReply(int answeredSerial, int result, String code) implements Downlink {}

    /** 0x8103, set parameters; some may come several times. */
    record SetParameters(List<Parameter> parameters) implements Downlink {
        public SetParameters {
            parameters = List.copyOf(parameters);
        }
    }

    /** 0x8201, ask for a position at once. */
    record LocateNow() implements Downlink {}

    /**
     * 0x8300, show or speak a text.
     *
     * @param flags what to do with it: 2013 bit 0 urgent, 2 display, 3 speak, 4 advertising screen
     * @param kind 2019 only: 1 notice, 2 service; 0 in 2013
     * @param text 1024 bytes of GBK at most (table of 0x8300)
     */
    record SendText(int flags, int kind, String text) implements Downlink {
        static final int MAX_BYTES = 1024;
    }

    /** A message whose body is not modelled (yet). */
    record Unmodelled(int messageId, String hex) implements Downlink {}

    /** A modelled message whose body does not hold what it must. */
    record Malformed(int messageId, String reason, String hex) implements Downlink {}
}
