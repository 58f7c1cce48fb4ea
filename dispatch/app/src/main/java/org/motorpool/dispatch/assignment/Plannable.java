package org.motorpool.dispatch.assignment;

import java.time.Instant;
import java.util.List;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.request.UseRequest;

/**
 * What of the approved requests of a period can still be planned.
 *
 * @param over those whose use has ended: the plan leaves them out, and says so
 */
record Plannable(List<UseRequest> coming, List<OrderApi.PlanUnserved> over) {

    static final String OVER = "already-driven";

    Plannable {
        coming = List.copyOf(coming);
        over = List.copyOf(over);
    }

    static Plannable of(List<UseRequest> approved, Instant now) {
        return new Plannable(
                approved.stream()
                        .filter(request -> request.view().returnAt().isAfter(now))
                        .toList(),
                approved.stream()
                        .filter(request -> !request.view().returnAt().isAfter(now))
                        .map(Plannable::unserved)
                        .toList());
    }

    private static OrderApi.PlanUnserved unserved(UseRequest request) {
        return new OrderApi.PlanUnserved(
                request.id(),
                request.view().number(),
                OVER,
                "用车时间已于 %s 结束，不能再排班 / its use ended at %s and cannot be planned any more"
                        .formatted(request.view().returnAt(), request.view().returnAt()));
    }

    /** Fails with problem {@code already-driven}, naming a request, when all of them are over. */
    Plannable requireSome() {
        if (coming.isEmpty() && !over.isEmpty()) {
            OrderApi.PlanUnserved first = over.getFirst();
            throw Problem.conflict(
                            OVER,
                            "该时段的 %d 个申请用车时间均已结束（如 %s），请调整时段".formatted(over.size(), first.requestNumber()),
                            "the uses of all %d requests of the period are over (%s among them); choose another period"
                                    .formatted(over.size(), first.requestNumber()))
                    .asException();
        }
        return this;
    }
}
