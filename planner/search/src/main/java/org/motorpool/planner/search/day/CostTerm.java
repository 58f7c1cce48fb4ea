package org.motorpool.planner.search.day;

/** What a plan costs, term by term. */
public enum CostTerm {
    /** 行驶: kilometres at the price of the energy type. */
    DRIVING("行驶", "kilometres"),
    /** 空驶: what kilometres without riders cost on top. */
    DEADHEAD("空驶", "deadhead"),
    /** 等候: vehicle and driver stand away from home. */
    WAITING("等候", "waiting"),
    /** 加班: past the end of the shift. */
    OVERTIME("加班", "overtime"),
    /** 用车: a vehicle is used. */
    VEHICLE("出动车辆", "vehicle used"),
    /** 出勤: a driver is used. */
    DRIVER("驾驶员出勤", "driver used"),
    /** 跨单位: price of another unit's vehicle. */
    OTHER_UNIT("跨单位", "other unit"),
    /** 跨地区: a vehicle of another region. */
    OTHER_REGION("跨地区", "other region"),
    /** 非新能源. */
    NOT_NEW_ENERGY("非新能源", "not new energy"),
    /** 改派: not the vehicle and driver that were announced. */
    MOVED("改派", "moved"),
    /** 换车: linked legs by different vehicles. */
    HANDOVER("联程换车", "handover"),
    /** 均衡: units work more for others than others for them. */
    FAIRNESS("单位均衡", "fairness"),
    /** 租车: a rented car instead. */
    RENTAL("社会租赁", "rental"),
    /** 未满足: rides left out. */
    UNSERVED("未满足", "unserved");

    static final int COUNT = values().length;

    private final String chinese;
    private final String english;

    CostTerm(String chinese, String english) {
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
