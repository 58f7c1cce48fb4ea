package org.motorpool.planner.search.day;

/** Why a vehicle cannot serve a ride: the hurdles in the order they are met; the last one met is the binding one. */
public enum Obstacle {
    /** 类别. */
    CATEGORY("车辆类别不符", "not of a category that the ride allows"),
    /** 配备与使用资格. */
    ELIGIBILITY("该申请不得使用此车", "not eligible for the ride"),
    /** 共享协议. */
    AGREEMENT("车属单位未向用车单位共享", "its unit does not share it with the ride's unit"),
    /** 通行地区. */
    REGION("不得驶入该地区", "may not go to the region"),
    /** 座位. */
    SEATS("座位不足", "too few seats"),
    /** 行李. */
    BOOT("行李空间不足", "too little room for baggage"),
    /** 指定车辆. */
    PINNED("该行程已指定其他车辆", "the ride is pinned to another vehicle"),
    /** 驾驶员. */
    DRIVER("无可用驾驶员或准驾车型不符", "no free driver with the licence"),
    /** 时间. */
    TIME("与前后行程时间冲突", "no room in time between its other rides"),
    /** 封存、维修. */
    BLOCKED("封存、维修或已占用", "sealed, in maintenance or promised"),
    /** 班次. */
    SHIFT("超出班次和加班上限", "beyond shift and overtime"),
    /** 驾驶时长. */
    DRIVING_HOURS("超过当日驾驶时长", "beyond the driving hours of the day"),
    /** 乘车时长. */
    ON_BOARD("乘客在途时间超限", "riders would be on the way for too long"),
    /** 同乘容量. */
    CAPACITY("同乘座位或行李不足", "too little room beside those on board"),
    /** 电量. */
    ENERGY("电量不足且无法及时充电", "too little energy, and no time or socket to charge");

    private final String chinese;
    private final String english;

    Obstacle(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
