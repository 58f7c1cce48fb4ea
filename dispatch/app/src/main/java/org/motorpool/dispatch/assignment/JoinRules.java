package org.motorpool.dispatch.assignment;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;
import org.motorpool.dispatch.duty.Period;
import org.motorpool.dispatch.request.PoolingBook;
import org.motorpool.dispatch.request.UseRequest;

/** Who may ride with whom 合乘: riders of one unit who all consent, at the same time; the first rule broken is the answer. */
final class JoinRules {

    private static final String POOLING = "平台派车规则（pooling_rule）：合乘";

    private JoinRules() {}

    static Optional<Violation> check(VehicleOrder lead, UseRequest leader, UseRequest joins, Period period) {
        return consent(leader)
                .or(() -> consent(joins))
                .or(() -> unit(leader, joins))
                .or(() -> leg(lead))
                .or(() -> time(lead, period));
    }

    private static Optional<Violation> consent(UseRequest request) {
        return request.pooling().isPresent()
                ? Optional.empty()
                : refused(
                        "pooling-not-agreed",
                        "用车申请 %s 未同意合乘".formatted(request.view().number()),
                        "the riders of request %s did not agree to ride with others"
                                .formatted(request.view().number()));
    }

    /** So that the use is paid for by one. */
    private static Optional<Violation> unit(UseRequest leader, UseRequest joins) {
        return leader.view().unitId().equals(joins.view().unitId())
                ? Optional.empty()
                : refused(
                        "pooling-other-unit",
                        "合乘限同一单位：%s 与 %s"
                                .formatted(
                                        leader.view().unitName(), joins.view().unitName()),
                        "riders of one unit ride together only: %s, %s"
                                .formatted(
                                        leader.view().unitName(), joins.view().unitName()));
    }

    private static Optional<Violation> leg(VehicleOrder lead) {
        return lead.view().course().continuesOrderId() == null
                ? Optional.empty()
                : refused(
                        "pooling-on-the-road",
                        "派车单 %s 为换车后的续程，不能再合乘".formatted(lead.view().number()),
                        "order %s goes on for a vehicle that broke down; nobody joins it"
                                .formatted(lead.view().number()));
    }

    private static Optional<Violation> time(VehicleOrder lead, Period period) {
        boolean together = period.from().isBefore(lead.view().to())
                && period.to().isAfter(lead.view().from());
        return together
                ? Optional.empty()
                : refused(
                        "pooling-not-together",
                        "用车时间与派车单 %s 不重叠，无需合乘，请单独派车".formatted(lead.view().number()),
                        "the use is not at the time of order %s; assign it by itself"
                                .formatted(lead.view().number()));
    }

    /** Nobody is on board longer than they agreed to, by the estimate of the way. */
    static Optional<Violation> onBoard(SharedRoute route, Collection<UseRequest> requests, PoolingBook book) {
        Map<UUID, UseRequest> byId = requests.stream().collect(Collectors.toMap(UseRequest::id, Function.identity()));
        return route.rides().stream()
                .flatMap(ride -> onBoard(route, ride, byId.get(ride.view().requestId()), book).stream())
                .findFirst();
    }

    private static Optional<Violation> onBoard(
            SharedRoute route, SharedRoute.Ride ride, @Nullable UseRequest request, PoolingBook book) {
        return Optional.ofNullable(request)
                .flatMap(known -> RideWords.longest(known, book))
                .filter(longest -> route.onBoard(ride).compareTo(longest) > 0)
                .map(longest -> tooLong(ride, longest));
    }

    private static Violation tooLong(SharedRoute.Ride ride, Duration longest) {
        return new Violation(
                "pooling-too-long",
                POOLING,
                "用车申请 %s 的乘车时长将超过 %d 分钟".formatted(ride.view().requestNumber(), longest.toMinutes()),
                "the riders of request %s would be on board for more than %d min"
                        .formatted(ride.view().requestNumber(), longest.toMinutes()));
    }

    private static Optional<Violation> refused(String code, String zh, String en) {
        return Optional.of(new Violation(code, POOLING, zh, en));
    }
}
