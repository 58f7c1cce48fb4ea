package org.motorpool.dispatch.ledger;

import java.util.Map;

/** What people write in a ledger, and the code for it; the code itself is understood too. */
final class Words {

    static final Map<String, String> COLOURS = Map.ofEntries(
            Map.entry("蓝", "BLUE"),
            Map.entry("黄", "YELLOW"),
            Map.entry("绿", "GREEN"),
            Map.entry("白", "WHITE"),
            Map.entry("黑", "BLACK"));

    static final Map<String, String> BODY_TYPES =
            Map.of("轿车", "SEDAN", "其他小型客车", "SMALL_BUS", "中型客车", "MEDIUM_BUS", "大型客车", "LARGE_BUS");

    static final Map<String, String> ENERGY_TYPES = Map.ofEntries(
            Map.entry("纯电动", "BEV"),
            Map.entry("插电式混合动力", "PHEV"),
            Map.entry("增程式", "EREV"),
            Map.entry("燃料电池", "FCEV"),
            Map.entry("普通混合动力", "HEV"),
            Map.entry("燃油", "ICE"));

    static final Map<String, String> KINDS = Map.of("新增", "NEW", "更新", "RENEWAL");

    static final Map<String, String> FUELS = Map.ofEntries(
            Map.entry("92号汽油", "GASOLINE_92"),
            Map.entry("95号汽油", "GASOLINE_95"),
            Map.entry("98号汽油", "GASOLINE_98"),
            Map.entry("0号柴油", "DIESEL_0"),
            Map.entry("天然气", "CNG"),
            Map.entry("氢", "HYDROGEN"));

    static final Map<String, String> YES_NO = Map.of("是", "true", "否", "false");

    private Words() {}
}
