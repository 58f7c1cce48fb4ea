package org.motorpool.telematics.codec;

/** Numbers of the modelled messages. */
final class MessageId {
    static final int GENERAL_RESPONSE = 0x0001;
    static final int HEARTBEAT = 0x0002;
    static final int LOGOUT = 0x0003;
    static final int REGISTER = 0x0100;
    static final int AUTHENTICATE = 0x0102;
    static final int LOCATION_REPORT = 0x0200;
    static final int LOCATION_ANSWER = 0x0201;
    static final int LOCATION_BATCH = 0x0704;
    static final int SHORT_REPORT = 0x5501;
    static final int SHORT_BLIND_REPORT = 0x5502;

    static final int SHORT_REPLY = 0x4401;
    static final int GENERAL_REPLY = 0x8001;
    static final int RESEND_REQUEST = 0x8003;
    static final int REGISTER_REPLY = 0x8100;
    static final int SET_PARAMETERS = 0x8103;
    static final int LOCATE_NOW = 0x8201;
    static final int SEND_TEXT = 0x8300;

    private MessageId() {}
}
