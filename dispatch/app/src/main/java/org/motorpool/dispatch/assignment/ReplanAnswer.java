package org.motorpool.dispatch.assignment;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.RecommendationApi;
import org.motorpool.dispatch.contract.ReplanApi.OrderMove;
import org.motorpool.dispatch.contract.ReplanApi.OrderSeat;
import org.motorpool.dispatch.contract.ReplanApi.Unserved;
import org.motorpool.dispatch.registry.DriverFile;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.request.UseRequest;
import org.motorpool.planner.contract.DayAnswerApi;

/**
 * What the planner would change, in the words of dispatchers.
 *
 * @param before explanations of the rides in the day as it was, by their ids
 * @param after the same in the day as it would be
 * @param costBefore_fen of the day, without what is unserved
 */
record ReplanAnswer(
        ReplanCase asked,
        Pairs pairs,
        ReplanChanges changes,
        Map<String, DayAnswerApi.Explanation> before,
        Map<String, DayAnswerApi.Explanation> after,
        long costBefore_fen,
        long costAfter_fen) {

    private static final String ELSEWHERE = "该用车申请由其他单位调度，请与其联系 / another unit dispatches this request; ask them";
    private static final String ON_THE_ROAD = "已出车，请办理换车 / on the road; swap the vehicle";
    private static final String DEARER = "可以派车，但代价高于不派 / could be served, but for more than it is worth";
    private static final String NOBODY = "没有可用的车辆和驾驶员 / no vehicle and driver can serve it";

    ReplanAnswer {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }

    /** Forced ones first, then by departure. */
    List<OrderMove> moves() {
        return changes.seats().values().stream()
                .filter(seat -> seat.vehicle() != null)
                .map(this::move)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing((OrderMove move) -> !move.forced())
                        .thenComparing(move -> move.to().startsAt())
                        .thenComparing(OrderMove::requestNumber))
                .toList();
    }

    private Optional<OrderMove> move(DayAnswerApi.Seat seat) {
        UseRequest request = asked.requests().get(UUID.fromString(seat.ride()));
        if (request == null) {
            return Optional.empty();
        }
        VehicleOrder order = asked.ordersByRequest().get(request.id());
        return Optional.of(new OrderMove(
                order == null ? null : order.id(),
                order == null ? null : order.view().number(),
                order == null ? null : order.view().version(),
                request.id(),
                request.view().number(),
                order == null ? null : from(order),
                to(seat),
                changes.forced().contains(seat.ride())));
    }

    /** As the planner has it, if it has the order with its vehicle; else as promised. */
    private OrderSeat from(VehicleOrder order) {
        Optional<DayAnswerApi.Option> was = Optional.ofNullable(
                        before.get(order.view().requestId().toString()))
                .map(DayAnswerApi.Explanation::chosen)
                .filter(chosen ->
                        chosen.vehicle().equals(order.view().vehicleId().toString()));
        return new OrderSeat(
                order.view().vehicleId(),
                order.view().plate(),
                order.view().driverId(),
                order.view().driverName(),
                was.map(DayAnswerApi.Option::begin).orElse(order.view().from()),
                was.map(this::cost_fen).orElse(null));
    }

    private OrderSeat to(DayAnswerApi.Seat seat) {
        VehicleFile vehicle = pairs.vehicle(seat.vehicle());
        DriverFile driver = pairs.driver(seat.driver());
        DayAnswerApi.Explanation is = after.get(seat.ride());
        return new OrderSeat(
                vehicle.id(),
                vehicle.plate(),
                driver.id(),
                driver.name(),
                seat.begin(),
                is == null || is.chosen() == null ? null : cost_fen(is.chosen()));
    }

    /** What is begun costs nothing more; nothing is known of it. */
    private @Nullable Long cost_fen(DayAnswerApi.Option option) {
        return option.terms().isEmpty() ? null : pairs.pair(option).added_fen();
    }

    List<Unserved> unserved() {
        Stream<Unserved> nobody = changes.seats().values().stream()
                .filter(seat -> seat.vehicle() == null)
                .map(seat -> asked.requests().get(UUID.fromString(seat.ride())))
                .filter(Objects::nonNull)
                .map(this::unserved);
        Stream<Unserved> elsewhere = asked.lost().stream()
                .filter(order -> !asked.isMovable(order))
                .map(order -> unserved(order, "request-elsewhere", ELSEWHERE));
        Stream<Unserved> stopped = asked.stopped().stream().map(order -> unserved(order, "on-the-road", ON_THE_ROAD));
        return Stream.of(stopped, nobody, elsewhere).flatMap(each -> each).toList();
    }

    private static Unserved unserved(VehicleOrder order, String code, String reason) {
        return new Unserved(
                order.id(),
                order.view().number(),
                order.view().requestId(),
                order.view().requestNumber(),
                code,
                reason,
                List.of(),
                List.of());
    }

    private Unserved unserved(UseRequest request) {
        VehicleOrder order = asked.ordersByRequest().get(request.id());
        DayAnswerApi.Explanation why = after.get(request.id().toString());
        Reason reason = why == null ? new Reason("no-vehicle-free", NOBODY) : reason(why);
        return new Unserved(
                order == null ? null : order.id(),
                order == null ? null : order.view().number(),
                request.id(),
                request.view().number(),
                reason.code(),
                reason.text(),
                why == null
                        ? List.of()
                        : why.binding().stream().map(ReplanAnswer::binding).toList(),
                why == null
                        ? List.of()
                        : why.relaxations().stream().map(pairs::relaxation).toList());
    }

    private record Reason(String code, String text) {}

    private static Reason reason(DayAnswerApi.Explanation why) {
        if (why.fault() != null) {
            return new Reason(why.fault().code(), why.fault().reason());
        }
        if (why.possible() != null) {
            return new Reason("dearer-than-unserved", DEARER);
        }
        return why.binding().stream()
                .findFirst()
                .map(first -> new Reason(first.code(), first.name() + " / " + first.nameEn()))
                .orElse(new Reason("no-vehicle-free", NOBODY));
    }

    private static RecommendationApi.Binding binding(DayAnswerApi.Binding binding) {
        return new RecommendationApi.Binding(binding.code(), binding.name(), binding.nameEn(), binding.vehicles());
    }
}
