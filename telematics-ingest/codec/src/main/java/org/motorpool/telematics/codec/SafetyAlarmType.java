package org.motorpool.telematics.codec;

import java.util.Arrays;
import java.util.Optional;

/** Types of active-safety alarms and events, by the number of their item (苏标 table 4-15 ff., 粤标 where said). */
public enum SafetyAlarmType {
    FORWARD_COLLISION(0x64, 0x01, "前向碰撞报警", "forward collision"),
    LANE_DEPARTURE(0x64, 0x02, "车道偏离报警", "lane departure"),
    TOO_CLOSE(0x64, 0x03, "车距过近报警", "too close to the vehicle in front"),
    PEDESTRIAN_COLLISION(0x64, 0x04, "行人碰撞报警", "collision with a pedestrian"),
    FREQUENT_LANE_CHANGE(0x64, 0x05, "频繁变道报警", "frequent lane changes"),
    SIGN_EXCEEDED(0x64, 0x06, "道路标识超限报警", "more than the traffic sign allows"),
    OBSTACLE(0x64, 0x07, "障碍物报警", "obstacle"),
    SIGN_RECOGNISED(0x64, 0x10, "道路标志识别事件", "traffic sign recognised"),
    FRONT_CAPTURE(0x64, 0x11, "主动抓拍事件", "photo of the road"),
    /** 粤标. */
    SOLID_LINE_CHANGE(0x64, 0x12, "实线变道报警", "lane change over a solid line"),
    /** 粤标. */
    AISLE_PEDESTRIAN(0x64, 0x13, "车厢过道行人检测报警", "person in the aisle"),
    FATIGUE(0x65, 0x01, "疲劳驾驶报警", "fatigue"),
    TELEPHONE(0x65, 0x02, "接打电话报警", "telephone in use"),
    SMOKING(0x65, 0x03, "抽烟报警", "smoking"),
    DISTRACTION(0x65, 0x04, "分神驾驶报警", "distraction"),
    DRIVER_ABNORMAL(0x65, 0x05, "驾驶员异常报警", "something is wrong with the driver"),
    /** 粤标. */
    LENS_COVERED(0x65, 0x06, "探头遮挡报警", "lens covered"),
    /** 粤标. */
    OVERTIME(0x65, 0x08, "超时驾驶报警", "driving too long"),
    /** 粤标. */
    NO_BELT(0x65, 0x0a, "未系安全带报警", "no seat belt"),
    /** 粤标. */
    SUNGLASSES(0x65, 0x0b, "红外阻断型墨镜失效报警", "sunglasses that block infrared"),
    /** 粤标. */
    HANDS_OFF(0x65, 0x0c, "双手脱离方向盘报警", "both hands off the wheel"),
    /** 粤标. */
    PLAYING_PHONE(0x65, 0x0d, "玩手机报警", "playing with a telephone"),
    DRIVER_CAPTURE(0x65, 0x10, "自动抓拍事件", "photo of the driver"),
    DRIVER_CHANGE(0x65, 0x11, "驾驶员变更事件", "change of driver"),
    REAR_APPROACH(0x67, 0x01, "后方接近报警", "approach from behind"),
    LEFT_REAR_APPROACH(0x67, 0x02, "左侧后方接近报警", "approach from behind on the left"),
    RIGHT_REAR_APPROACH(0x67, 0x03, "右侧后方接近报警", "approach from behind on the right"),
    HARD_ACCELERATION(0x70, 0x01, "急加速报警", "hard acceleration"),
    HARD_BRAKING(0x70, 0x02, "急减速报警", "hard braking"),
    HARD_CORNERING(0x70, 0x03, "急转弯报警", "hard cornering"),
    COLLISION(0x70, 0x16, "碰撞报警", "collision");

    private final int itemId;
    private final int type;
    private final String chinese;
    private final String english;

    SafetyAlarmType(int itemId, int type, String chinese, String english) {
        this.itemId = itemId;
        this.type = type;
        this.chinese = chinese;
        this.english = english;
    }

    /** The type by the number of the item and that in it; those of 0x65 that vendors choose have no name. */
    public static Optional<SafetyAlarmType> find(int itemId, int type) {
        return Arrays.stream(values())
                .filter(known -> known.itemId == itemId && known.type == type)
                .findFirst();
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
