package org.motorpool.dispatch.registry;

/** What a vehicle is doing, as far as dispatch knows. */
public enum VehicleState {
    /** 空闲: may be assigned. */
    IDLE,
    /** 已派: has an open order, not yet departed. */
    ASSIGNED,
    /** 执行中: under way. */
    ON_TRIP,
    /** 停用: repair, sealed, or disposed of. */
    OUT_OF_SERVICE
}
