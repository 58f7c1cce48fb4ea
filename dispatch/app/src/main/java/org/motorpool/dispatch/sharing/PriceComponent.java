package org.motorpool.dispatch.sharing;

/** What a line of a price is for. */
public enum PriceComponent {
    /** 起租费: the use as such. */
    START("use"),
    /** 里程费. */
    DISTANCE("km"),
    /** 计时费. */
    HOURS("h"),
    /** 日租费. */
    DAYS("d"),
    /** 等候费. */
    WAITING("step"),
    /** 未到费: the passengers did not come. */
    NO_SHOW("use"),
    /** 最低消费: what is missing to the minimum. */
    MINIMUM("use"),
    /** 尾差: between the lines and the rounded bill. */
    ROUNDING("use"),
    /** 免费: explicitly nothing. */
    FREE("use"),
    /** 通行费. */
    TOLL("item"),
    /** 停车费. */
    PARKING("item"),
    /** 加油费. */
    FUEL("item"),
    /** 充电费. */
    CHARGING("item");

    private final String unit;

    PriceComponent(String unit) {
        this.unit = unit;
    }

    /** What its quantities count. */
    public String unit() {
        return unit;
    }
}
