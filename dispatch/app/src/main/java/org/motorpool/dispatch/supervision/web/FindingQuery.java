package org.motorpool.dispatch.supervision.web;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.PageQuery;
import org.motorpool.dispatch.Parameters;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.supervision.FindingFilter;
import org.motorpool.dispatch.supervision.FindingStatus;
import org.motorpool.dispatch.supervision.detector.Detectors;

/** Query parameters of {@code GET compliance/findings}; what is left out does not restrict. */
class FindingQuery {

    private static final UUID LAST = new UUID(-1, -1);

    @BeanParam
    PageQuery page = new PageQuery();

    @QueryParam("status")
    @Nullable
    String status;

    @QueryParam("detector")
    @Nullable
    String detector;

    @QueryParam("unitId")
    @Nullable
    String unitId;

    @QueryParam("vehicleId")
    @Nullable
    String vehicleId;

    @QueryParam("overdue")
    @Nullable
    String overdue;

    @Nullable
    UUID unitId() {
        return unitId == null || unitId.isEmpty() ? null : Parameters.uuid("unitId", unitId);
    }

    /** What to list of a subtree. */
    Function<String, FindingFilter> filter(LocalDate today) {
        List<FindingStatus> statuses = statuses();
        UUID vehicle = vehicleId == null || vehicleId.isEmpty() ? null : Parameters.uuid("vehicleId", vehicleId);
        LocalDate overdueOn = isOverdue() ? today : null;
        UUID before = page.cursorId(LAST);
        String code = detector();
        int limit = page.size() + 1;
        return path -> new FindingFilter(statuses, code, path, vehicle, overdueOn, before, limit);
    }

    private List<FindingStatus> statuses() {
        return status == null || status.isEmpty()
                ? List.of(FindingStatus.values())
                : Arrays.stream(status.split(",", -1)).map(FindingQuery::status).toList();
    }

    private static FindingStatus status(String name) {
        return Arrays.stream(FindingStatus.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> bad("status", List.of(FindingStatus.values()).toString(), name));
    }

    private @Nullable String detector() {
        if (detector == null || detector.isEmpty()) {
            return null;
        }
        return Detectors.find(detector)
                .map(found -> found.code())
                .orElseThrow(() -> bad("detector", "V01, V02, …", detector));
    }

    private boolean isOverdue() {
        return switch (overdue == null ? "" : overdue) {
            case "", "false" -> false;
            case "true" -> true;
            default -> throw bad("overdue", "true, false", overdue);
        };
    }

    private static RuntimeException bad(String field, String allowed, @Nullable String got) {
        return Problem.invalid(
                        field,
                        "%s 应为 %s，收到“%s”".formatted(field, allowed, got),
                        "%s must be one of %s, got \"%s\"".formatted(field, allowed, got))
                .asException();
    }
}
