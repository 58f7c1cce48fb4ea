package org.motorpool.telematics.codec;

import java.util.Arrays;
import java.util.List;

/**
 * The alarm flags of a location report by their bits: table 18 of JT/T 808-2013 (2011 has fewer), table 24 of 2019. Vendors
 * give some bits another meaning.
 */
public enum AlarmFlag {
    EMERGENCY(0, Years.ALL, Ends.ANSWERED, "紧急报警", "emergency"),
    OVERSPEED(1, Years.ALL, Ends.OVER, "超速报警", "overspeed"),
    FATIGUE(2, Years.ALL, Ends.OVER, "疲劳驾驶报警", "fatigue"),
    DANGER(3, Years.UP_TO_2013, Ends.ANSWERED, "危险预警", "danger ahead"),
    DANGEROUS_DRIVING(3, Years.FROM_2019, Ends.OVER, "危险驾驶行为报警", "dangerous driving"),
    GNSS_FAULT(4, Years.ALL, Ends.OVER, "GNSS模块故障", "GNSS module fault"),
    ANTENNA_OPEN(5, Years.ALL, Ends.OVER, "GNSS天线未接或被剪断", "GNSS antenna open"),
    ANTENNA_SHORT(6, Years.ALL, Ends.OVER, "GNSS天线短路", "GNSS antenna short-circuited"),
    POWER_LOW(7, Years.ALL, Ends.OVER, "终端主电源欠压", "main power low"),
    POWER_LOST(8, Years.ALL, Ends.OVER, "终端主电源掉电", "main power lost"),
    DISPLAY_FAULT(9, Years.ALL, Ends.OVER, "终端LCD或显示器故障", "display fault"),
    SPEECH_FAULT(10, Years.ALL, Ends.OVER, "TTS模块故障", "speech module fault"),
    CAMERA_FAULT(11, Years.ALL, Ends.OVER, "摄像头故障", "camera fault"),
    CARD_READER_FAULT(12, Years.ALL, Ends.OVER, "道路运输证IC卡模块故障", "card reader fault"),
    OVERSPEED_WARNING(13, Years.ALL, Ends.OVER, "超速预警", "overspeed warning"),
    FATIGUE_WARNING(14, Years.ALL, Ends.OVER, "疲劳驾驶预警", "fatigue warning"),
    FORBIDDEN_DRIVING(15, Years.FROM_2019, Ends.OVER, "违规行驶报警", "driving at a forbidden time"),
    TYRE_PRESSURE(16, Years.FROM_2019, Ends.OVER, "胎压预警", "tyre pressure"),
    RIGHT_BLIND_SPOT(17, Years.FROM_2019, Ends.OVER, "右转盲区异常报警", "right-turn blind spot"),
    DAILY_LIMIT(18, Years.ALL, Ends.OVER, "当天累计驾驶超时报警", "too long at the wheel today"),
    PARKED_TOO_LONG(19, Years.ALL, Ends.OVER, "超时停车报警", "parked too long"),
    AREA_CROSSED(20, Years.ALL, Ends.ANSWERED, "进出区域报警", "area entered or left"),
    ROUTE_CROSSED(21, Years.ALL, Ends.ANSWERED, "进出路线报警", "route entered or left"),
    SEGMENT_TIME(22, Years.ALL, Ends.ANSWERED, "路段行驶时间不足或过长报警", "time on a segment too short or long"),
    OFF_ROUTE(23, Years.ALL, Ends.OVER, "路线偏离报警", "off the route"),
    SPEED_SENSOR_FAULT(24, Years.ALL, Ends.OVER, "车辆VSS故障", "speed sensor fault"),
    FUEL_ABNORMAL(25, Years.ALL, Ends.OVER, "车辆油量异常报警", "fuel abnormal"),
    STOLEN(26, Years.ALL, Ends.OVER, "车辆被盗报警", "vehicle stolen"),
    ILLEGAL_IGNITION(27, Years.ALL, Ends.ANSWERED, "车辆非法点火报警", "illegal ignition"),
    ILLEGAL_MOVE(28, Years.ALL, Ends.ANSWERED, "车辆非法位移报警", "illegal move"),
    COLLISION_WARNING(29, Years.UP_TO_2013, Ends.OVER, "碰撞预警", "collision warning"),
    COLLISION_OR_ROLLOVER(29, Years.FROM_2019, Ends.OVER, "碰撞侧翻报警", "collision or rollover"),
    ROLLOVER_WARNING(30, Years.ALL, Ends.OVER, "侧翻预警", "rollover warning"),
    ILLEGAL_DOOR(31, Years.UP_TO_2013, Ends.ANSWERED, "非法开门报警", "door opened illegally");

    private final int bit;
    private final Years years;
    private final Ends ends;
    private final String chinese;
    private final String english;

    private enum Years {
        ALL,
        UP_TO_2013,
        FROM_2019
    }

    private enum Ends {
        /** With the platform's answer. */
        ANSWERED,
        /** When its cause is over. */
        OVER
    }

    AlarmFlag(int bit, Years years, Ends ends, String chinese, String english) {
        this.bit = bit;
        this.years = years;
        this.ends = ends;
        this.chinese = chinese;
        this.english = english;
    }

    /** The flags that are set, by bit; a bit that the version has no name for has none. */
    public static List<AlarmFlag> of(long bits, ProtocolVersion version) {
        return Arrays.stream(values())
                .filter(flag -> (bits >> flag.bit & 1) == 1 && flag.in(version))
                .toList();
    }

    private boolean in(ProtocolVersion version) {
        return switch (years) {
            case ALL -> true;
            case UP_TO_2013 -> version == ProtocolVersion.V2013;
            case FROM_2019 -> version == ProtocolVersion.V2019;
        };
    }

    public int bit() {
        return bit;
    }

    /** Whether the terminal clears it when the platform has answered, rather than when its cause is over. */
    public boolean endsWithAnswer() {
        return ends == Ends.ANSWERED;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
