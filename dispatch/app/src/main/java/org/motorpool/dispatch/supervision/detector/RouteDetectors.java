package org.motorpool.dispatch.supervision.detector;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.motorpool.dispatch.supervision.detector.VehicleFacts.Circle;
import org.motorpool.dispatch.supervision.detector.VehicleFacts.Order;
import org.motorpool.telematics.contract.TrackApi.TrackPoint;

/** What was driven against what was ordered: V13 to V15. */
final class RouteDetectors {

    private RouteDetectors() {}

    /**
     * V13: a trip that came back on the day and was much longer than from home over pickup and drop-off and back, or went far off the
     * straight lines between them.
     */
    static Stream<Lead> offRoute(Case given) {
        return given.facts().orders().stream()
                .filter(order -> order.returnedAt() != null && given.day().holds(order.returnedAt()))
                .flatMap(order -> offRoute(given, order).stream());
    }

    private static Optional<Lead> offRoute(Case given, Order order) {
        List<Place> route = route(given, order);
        double expected_m = length_m(route) * given.threshold("road_factor");
        Long measured_m = order.measured_m();
        double detour = measured_m == null ? 0 : measured_m / Math.max(1, expected_m);
        boolean longer = measured_m != null
                && detour > given.threshold("detour_ratio")
                && measured_m - expected_m > given.threshold("min_km") * 1000;
        double off_m = farthestOff_m(given, order, route);
        return longer || off_m > given.threshold("corridor_m")
                ? Optional.of(offRoute(given, order, detour, off_m))
                : Optional.empty();
    }

    private static Lead offRoute(Case given, Order order, double detour, double off_m) {
        Instant returned = order.returnedAt() == null ? given.day().to() : order.returnedAt();
        Instant departed = order.departedAt() == null ? order.startsAt() : order.departedAt();
        return given.lead(
                "route:" + order.id(),
                departed,
                returned,
                new Text(
                        "%s 执行派车单 %s 时偏离路线：实测里程为预计的 %s 倍，最远偏离 %s 公里"
                                .formatted(
                                        given.vehicle().plate(),
                                        order.number(),
                                        Wording.rounded(detour, 2),
                                        Wording.km(off_m)),
                        "%s left the route of order %s: %s times the expected distance, up to %s km off"
                                .formatted(
                                        given.vehicle().plate(),
                                        order.number(),
                                        Wording.rounded(detour, 2),
                                        Wording.km(off_m))),
                Map.of("orderId", order.id().toString(), "detour", detour, "off_m", Math.round(off_m)));
    }

    private static List<Place> route(Case given, Order order) {
        List<Place> route =
                new ArrayList<>(given.vehicle().homes().stream().limit(1).toList());
        route.add(order.pickup());
        route.add(order.dropoff());
        given.vehicle().homes().stream().limit(1).forEach(route::add);
        return route;
    }

    private static double length_m(List<Place> route) {
        double length_m = 0;
        for (int i = 1; i < route.size(); i++) {
            length_m += route.get(i - 1).metresTo(route.get(i));
        }
        return length_m;
    }

    private static double farthestOff_m(Case given, Order order, List<Place> route) {
        Instant from = order.departedAt();
        Instant to = order.returnedAt();
        return given.track().points().stream()
                .filter(point -> from != null && !point.reportedAt().isBefore(from))
                .filter(point -> to != null && !point.reportedAt().isAfter(to))
                .mapToDouble(point -> off_m(Track.place(point), route))
                .max()
                .orElse(0);
    }

    private static double off_m(Place place, List<Place> route) {
        double least_m = Double.MAX_VALUE;
        for (int i = 1; i < route.size(); i++) {
            least_m = Math.min(least_m, place.metresToLine(route.get(i - 1), route.get(i)));
        }
        return least_m;
    }

    /**
     * V14: the vehicle is outside its unit's region, and outside the regions of the order that has it, for some minutes. Where nobody
     * drew the unit's region the detector is silent.
     */
    static Stream<Lead> outsideRegion(Case given) {
        return given.facts().circles().isEmpty()
                ? Stream.empty()
                : excursions(given).stream()
                        .filter(out ->
                                !out.getLast().reportedAt().isBefore(given.day().from()))
                        .filter(out -> length(out).toSeconds() >= given.threshold("minutes") * 60)
                        .map(out -> outside(given, out));
    }

    /** Stretches of the track outside every region that is allowed at the moment. */
    private static List<List<TrackPoint>> excursions(Case given) {
        List<List<TrackPoint>> excursions = new ArrayList<>();
        boolean outside = false;
        for (TrackPoint point : given.track().points()) {
            boolean now = point.reportedAt().isBefore(given.day().to()) && isOutside(given, point);
            if (now && !outside) {
                excursions.add(new ArrayList<>());
            }
            if (now) {
                excursions.getLast().add(point);
            }
            outside = now;
        }
        return excursions;
    }

    private static boolean isOutside(Case given, TrackPoint point) {
        Stream<Circle> ordered = given.openAt(point.reportedAt(), 0).flatMap(order -> order.circles().stream());
        return Stream.concat(given.facts().circles().stream(), ordered)
                .noneMatch(circle -> circle.holds(Track.place(point)));
    }

    private static Duration length(List<TrackPoint> out) {
        return Duration.between(out.getFirst().reportedAt(), out.getLast().reportedAt());
    }

    private static Lead outside(Case given, List<TrackPoint> out) {
        Instant from = out.getFirst().reportedAt();
        return given.lead(
                "out:" + from,
                from,
                out.getLast().reportedAt(),
                given.track().mayBeginBefore(from),
                new Text(
                        "%s 于 %s 至 %s 驶出批准的行政区域"
                                .formatted(
                                        given.vehicle().plate(),
                                        Wording.at(from),
                                        Wording.at(out.getLast().reportedAt())),
                        "%s was outside the regions it is approved for from %s to %s"
                                .formatted(
                                        given.vehicle().plate(),
                                        Wording.at(from),
                                        Wording.at(out.getLast().reportedAt()))),
                Map.of("minutes", length(out).toMinutes()));
    }

    /** V15: departed, and not back when the period and the grace were over. */
    static Stream<Lead> overdue(Case given) {
        long grace_s = (long) (given.threshold("grace_h") * 3600);
        return given.facts().orders().stream()
                .filter(order -> order.departedAt() != null)
                .filter(order -> back(given, order).isAfter(order.endsAt().plusSeconds(grace_s)))
                .filter(order -> !back(given, order).isBefore(given.day().from()))
                .map(order -> overdue(given, order));
    }

    private static Instant back(Case given, Order order) {
        Instant returned = order.returnedAt();
        return returned == null || returned.isAfter(given.day().to())
                ? given.day().to()
                : returned;
    }

    private static Lead overdue(Case given, Order order) {
        Instant back = back(given, order);
        long minutes = Duration.between(order.endsAt(), back).toMinutes();
        return given.lead(
                "overdue:" + order.id(),
                order.endsAt(),
                back,
                new Text(
                        "%s 的派车单 %s 应于 %s 收车，超时 %d 分钟"
                                .formatted(
                                        given.vehicle().plate(), order.number(), Wording.at(order.endsAt()), minutes),
                        "%s was to be back from order %s at %s and is %d minutes late"
                                .formatted(
                                        given.vehicle().plate(), order.number(), Wording.at(order.endsAt()), minutes)),
                Map.of("orderId", order.id().toString(), "late_min", minutes));
    }
}
