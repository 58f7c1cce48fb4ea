package org.motorpool.dispatch.assignment;

/** Why an order cannot be kept as it is; the dispatcher decides what becomes of it. */
public enum OrderConflict {
    /** 前单逾期未还: the vehicle or the driver is not back from the order before. */
    LATE_RETURN,
    /** 车辆故障: the vehicle broke down. */
    VEHICLE_OUT_OF_SERVICE
}
