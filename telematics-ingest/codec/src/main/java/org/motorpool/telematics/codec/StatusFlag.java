package org.motorpool.telematics.codec;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The status flags of a location report: table 17 of JT/T 808-2013 (2011 has fewer), table 25 of 2019. */
public enum StatusFlag {
    IGNITION(0, "ACC开", "ignition on"),
    FIX(1, "定位", "valid fix"),
    SOUTH(2, "南纬", "southern latitude"),
    WEST(3, "西经", "western longitude"),
    OUT_OF_SERVICE(4, "停运状态", "out of service"),
    ENCRYPTED(5, "经纬度已经保密插件加密", "coordinates encrypted"),
    FORWARD_COLLISION(6, "紧急刹车系统采集的前撞预警", "forward-collision warning"),
    LANE_DEPARTURE(7, "车道偏移预警", "lane departure warning"),
    HALF_LOADED(8, 0b11, 0b01, "半载", "half loaded"),
    FULLY_LOADED(8, 0b11, 0b11, "满载", "fully loaded"),
    FUEL_CUT(10, "车辆油路断开", "fuel cut off"),
    POWER_CUT(11, "车辆电路断开", "power cut off"),
    LOCKED(12, "车门加锁", "doors locked"),
    FRONT_DOOR(13, "门1开（前门）", "door 1 open (front)"),
    MIDDLE_DOOR(14, "门2开（中门）", "door 2 open (middle)"),
    REAR_DOOR(15, "门3开（后门）", "door 3 open (rear)"),
    DRIVER_DOOR(16, "门4开（驾驶席门）", "door 4 open (driver)"),
    OTHER_DOOR(17, "门5开（自定义）", "door 5 open"),
    GPS(18, "使用GPS卫星进行定位", "GPS used"),
    BEIDOU(19, "使用北斗卫星进行定位", "BeiDou used"),
    GLONASS(20, "使用GLONASS卫星进行定位", "GLONASS used"),
    GALILEO(21, "使用Galileo卫星进行定位", "Galileo used"),
    MOVING(22, "车辆处于行驶状态", "moving");

    private static final Set<StatusFlag> FROM_2019 = EnumSet.of(FORWARD_COLLISION, LANE_DEPARTURE, MOVING);

    private final int bit;
    private final int mask;
    private final int value;
    private final String chinese;
    private final String english;

    StatusFlag(int bit, String chinese, String english) {
        this(bit, 1, 1, chinese, english);
    }

    StatusFlag(int bit, int mask, int value, String chinese, String english) {
        this.bit = bit;
        this.mask = mask;
        this.value = value;
        this.chinese = chinese;
        this.english = english;
    }

    /** The flags that are set, by bit; bits 6, 7 and 22 are reserved before 2019. */
    public static List<StatusFlag> of(long bits, ProtocolVersion version) {
        return Arrays.stream(values())
                .filter(flag -> (bits >> flag.bit & flag.mask) == flag.value && flag.in(version))
                .toList();
    }

    private boolean in(ProtocolVersion version) {
        return version == ProtocolVersion.V2019 || !FROM_2019.contains(this);
    }

    /** Its bit, the lower one when it has two. */
    public int bit() {
        return bit;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
