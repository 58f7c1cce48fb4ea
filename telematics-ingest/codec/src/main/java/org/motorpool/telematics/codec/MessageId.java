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

    static final int TIME_QUERY = 0x0004;
    static final int UPLINK_RESEND_REQUEST = 0x0005;
    static final int TERMINAL_ATTRIBUTES = 0x0107;
    static final int UPGRADE_RESULT = 0x0108;
    static final int PASSTHROUGH = 0x0900;
    static final int COMPRESSED = 0x0901;
    static final int TERMINAL_PUBLIC_KEY = 0x0a00;
    static final int UPGRADE_PROGRESS = 0x1fc4;

    static final int EVENT_REPORT = 0x0301;
    static final int QUESTION_ANSWER = 0x0302;
    static final int INFORMATION_ORDER = 0x0303;
    static final int WAYBILL = 0x0701;
    static final int DRIVER_IDENTITY = 0x0702;

    static final int CONTROL_ANSWER = 0x0500;
    static final int RECORDER_DATA = 0x0700;
    static final int CAN_DATA = 0x0705;
    static final int PASSENGER_FLOW = 0x1005;

    static final int MEDIA_EVENT = 0x0800;
    static final int MEDIA_DATA = 0x0801;
    static final int MEDIA_LIST = 0x0802;
    static final int SHOOTING_ANSWER = 0x0805;
    static final int AUDIO_VIDEO_ATTRIBUTES = 0x1003;
    static final int RECORDING_LIST = 0x1205;
    static final int RECORDING_UPLOADED = 0x1206;

    static final int ATTACHMENT_LIST = 0x1210;
    static final int FILE_STARTED = 0x1211;
    static final int FILE_COMPLETED = 0x1212;

    static final int VENDOR_TIME_QUERY = 0x0109;
    static final int VENDOR_BATCH = 0x0210;
    static final int VENDOR_HEARTBEAT = 0x0506;
    static final int VENDOR_ZONE_QUERY = 0x1007;
    static final int VENDOR_TEXT_ANSWER = 0x1300;
    static final int VENDOR_ACCELERATION = 0x2070;
    static final int VENDOR_TEXT_REPORT = 0x6006;
    static final int VENDOR_PHOTO = 0x8888;

    static final int SHORT_REPLY = 0x4401;
    static final int GENERAL_REPLY = 0x8001;
    static final int RESEND_REQUEST = 0x8003;
    static final int REGISTER_REPLY = 0x8100;
    static final int SET_PARAMETERS = 0x8103;
    static final int LOCATE_NOW = 0x8201;
    static final int SEND_TEXT = 0x8300;

    private MessageId() {}
}
