package org.motorpool.dispatch.ledger;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A column of the vehicle ledger, by its header. */
enum Column {
    PLATE("号牌号码", Kind.TEXT, true),
    PLATE_COLOUR("号牌颜色", Kind.TEXT, true),
    VIN("车辆识别代号", Kind.TEXT, true),
    UNIT("单位编码", Kind.TEXT, true),
    CATEGORY("车辆类别", Kind.TEXT, true),
    BODY_TYPE("车型", Kind.TEXT, true),
    ENERGY_TYPE("能源类型", Kind.TEXT, true),
    BRAND("品牌", Kind.TEXT, true),
    MODEL("型号", Kind.TEXT, true),
    SEATS("载客人数", Kind.NUMBER, true),
    PRICE("不含税价格（元）", Kind.NUMBER, true),
    PURCHASE_TAX("购置税（元）", Kind.NUMBER, false),
    DISPLACEMENT("排气量（升）", Kind.NUMBER, true),
    REGISTERED_ON("登记日期", Kind.DATE, true),
    KIND("取得方式", Kind.TEXT, false),
    TIER("配备档次", Kind.TEXT, false),
    OWNER("产权单位", Kind.TEXT, false),
    ENGINE_NUMBER("发动机号", Kind.TEXT, false),
    IN_USE_SINCE("启用日期", Kind.DATE, false),
    ODOMETER("里程表读数（公里）", Kind.NUMBER, false),
    TANK("油箱容积（升）", Kind.NUMBER, false),
    NOMINAL_FUEL("百公里油耗（升）", Kind.NUMBER, false),
    NOMINAL_POWER("百公里电耗（千瓦时）", Kind.NUMBER, false),
    FUEL("燃料标号", Kind.TEXT, false),
    EMISSION_STAGE("排放阶段", Kind.NUMBER, false),
    CONFIDENTIAL("是否涉密", Kind.TEXT, false),
    ELECTRIC_RANGE("续航里程（公里）", Kind.NUMBER, false),
    CHARGING_POWER("充电功率（千瓦）", Kind.NUMBER, false);

    /** How a cell is read. */
    enum Kind {
        TEXT,
        NUMBER,
        DATE
    }

    private static final Map<String, Column> BY_HEADER =
            Arrays.stream(values()).collect(Collectors.toMap(column -> plain(column.header), Function.identity()));

    private final String header;
    private final Kind kind;
    private final boolean required;

    Column(String header, Kind kind, boolean required) {
        this.header = header;
        this.kind = kind;
        this.required = required;
    }

    String header() {
        return header;
    }

    Kind kind() {
        return kind;
    }

    boolean isRequired() {
        return required;
    }

    /** The column with this header; a star, spaces and the form of the brackets do not matter. */
    static Optional<Column> find(String header) {
        return Optional.ofNullable(BY_HEADER.get(plain(header)));
    }

    private static String plain(String header) {
        return header.replace('(', '（').replace(')', '）').replaceAll("[\\s*＊]", "");
    }
}
