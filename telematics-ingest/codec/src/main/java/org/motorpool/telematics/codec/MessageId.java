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

    static final int PARAMETERS_ANSWER = 0x0104;
    static final int AREAS_ANSWER = 0x0608;

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

    static final int SERVER_TIME = 0x8004;
    static final int QUERY_ALL_PARAMETERS = 0x8104;
    static final int CONTROL_TERMINAL = 0x8105;
    static final int QUERY_PARAMETERS = 0x8106;
    static final int QUERY_ATTRIBUTES = 0x8107;
    static final int UPGRADE = 0x8108;
    static final int CHECK_LINK = 0x8204;
    static final int SEND_PASSTHROUGH = 0x8900;
    static final int PLATFORM_KEY = 0x8a00;

    static final int TRACK = 0x8202;
    static final int CONFIRM_ALARMS = 0x8203;
    static final int CONTROL_VEHICLE = 0x8500;
    static final int QUERY_RECORDER = 0x8700;
    static final int SET_RECORDER = 0x8701;

    static final int SET_EVENTS = 0x8301;
    static final int ASK_QUESTION = 0x8302;
    static final int SET_MENU = 0x8303;
    static final int SEND_INFORMATION = 0x8304;
    static final int CALL_BACK = 0x8400;
    static final int SET_PHONE_BOOK = 0x8401;
    static final int QUERY_DRIVER = 0x8702;

    static final int SET_CIRCLES = 0x8600;
    static final int DELETE_CIRCLES = 0x8601;
    static final int SET_RECTANGLES = 0x8602;
    static final int DELETE_RECTANGLES = 0x8603;
    static final int SET_POLYGON = 0x8604;
    static final int DELETE_POLYGONS = 0x8605;
    static final int SET_ROUTE = 0x8606;
    static final int DELETE_ROUTES = 0x8607;
    static final int QUERY_AREAS = 0x8608;

    static final int MEDIA_REPLY = 0x8800;
    static final int SHOOT = 0x8801;
    static final int QUERY_MEDIA = 0x8802;
    static final int UPLOAD_MEDIA = 0x8803;
    static final int RECORD_AUDIO = 0x8804;
    static final int UPLOAD_MEDIA_ITEM = 0x8805;

    static final int REQUEST_ATTACHMENTS = 0x9208;
    static final int FILE_REPLY = 0x9212;

    static final int QUERY_AUDIO_VIDEO_ATTRIBUTES = 0x9003;
    static final int START_LIVE = 0x9101;
    static final int CONTROL_LIVE = 0x9102;
    static final int LIVE_LOSS = 0x9105;
    static final int START_PLAYBACK = 0x9201;
    static final int CONTROL_PLAYBACK = 0x9202;
    static final int QUERY_RECORDINGS = 0x9205;
    static final int UPLOAD_RECORDINGS = 0x9206;
    static final int CONTROL_UPLOAD = 0x9207;
    static final int TURN_CAMERA = 0x9301;
    static final int ADJUST_FOCUS = 0x9302;
    static final int ADJUST_APERTURE = 0x9303;
    static final int ADJUST_WIPER = 0x9304;
    static final int ADJUST_INFRARED = 0x9305;
    static final int ADJUST_ZOOM = 0x9306;

    static final int VENDOR_TIME_REPLY = 0x8109;

    private MessageId() {}
}
