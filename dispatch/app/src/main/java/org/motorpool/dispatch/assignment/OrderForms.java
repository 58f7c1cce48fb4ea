package org.motorpool.dispatch.assignment;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.OrderActApi;
import org.motorpool.dispatch.contract.OrderApi;

/** Reads what people want of an order; the first bad field is a problem that names it. */
final class OrderForms {

    private static final int LONGEST_REASON = 500;
    private static final Set<String> CODES =
            Arrays.stream(ReasonCode.values()).map(ReasonCode::name).collect(Collectors.toUnmodifiableSet());

    private OrderForms() {}

    static OrderApi.NewOrder order(OrderApi.@Nullable NewOrder form) {
        OrderApi.NewOrder given = Fields.required("requestId", form);
        Fields.required("requestId", given.requestId());
        if (given.ridesWithId() == null) {
            Fields.required("vehicleId", given.vehicleId());
            Fields.required("driverId", given.driverId());
        } else if (given.vehicleId() != null || given.driverId() != null) {
            throw Fields.bad("ridesWithId", "合乘时车辆与驾驶员由主派车单决定", "the order that leads has vehicle and driver already");
        }
        return given;
    }

    static OrderActApi.Cancellation cancellation(OrderActApi.@Nullable Cancellation form) {
        String code = form == null || form.reasonCode() == null ? ReasonCode.OTHER.name() : form.reasonCode();
        return new OrderActApi.Cancellation(
                reason(form == null ? null : form.reason()), Fields.oneOf("reasonCode", code, CODES));
    }

    static OrderActApi.Reassignment reassignment(OrderActApi.@Nullable Reassignment form) {
        OrderActApi.Reassignment given = Fields.required("vehicleId", form);
        if (given.vehicleId() == null && given.driverId() == null) {
            throw Problem.missing("vehicleId").asException();
        }
        return new OrderActApi.Reassignment(given.vehicleId(), given.driverId(), reason(given.reason()));
    }

    /** Every act on an order has its reason. */
    static String reason(@Nullable String reason) {
        return Fields.text("reason", reason, LONGEST_REASON);
    }
}
