package org.motorpool.dispatch.supervision.detector;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.motorpool.telematics.contract.TrackApi.TrackPoint;

/** Parking 定点停放: V11. */
final class ParkingDetectors {

    private ParkingDetectors() {}

    /** A vehicle that stands still around a moment. */
    private record Stay(TrackPoint first, TrackPoint last, boolean untilNow, boolean beganBefore) {}

    /** V11: at curfew it stands away from home, and no order has it; an episode is the whole stay there. */
    static Stream<Lead> notAtHome(Case given) {
        Instant curfew = given.day().at(curfew(given));
        return given.day().to().isBefore(curfew)
                        || given.openAt(curfew, 0).findAny().isPresent()
                ? Stream.empty()
                : given.track().findLast(curfew).stream()
                        .filter(point -> !Track.isMoving(point))
                        .filter(point -> from_m(given, point) > given.threshold("radius_m"))
                        .map(point -> lead(given, point));
    }

    private static LocalTime curfew(Case given) {
        return LocalTime.ofSecondOfDay(Math.round(given.threshold("curfew_h") * 3600));
    }

    private static double from_m(Case given, TrackPoint point) {
        return given.vehicle().metresFromHome(Track.place(point));
    }

    private static Lead lead(Case given, TrackPoint point) {
        Stay stay = stay(given.track().points(), point, given.threshold("radius_m"));
        Instant from = stay.first().reportedAt();
        Instant to = stay.untilNow() ? given.day().to() : stay.last().reportedAt();
        double from_m = from_m(given, point);
        return given.lead(
                "away:" + from,
                from,
                to,
                stay.beganBefore(),
                new Text(
                        "%s 在 %s 未回单位停放，距停放地点 %s 公里，自 %s 起停在该处"
                                .formatted(
                                        given.vehicle().plate(),
                                        Wording.at(given.day().at(curfew(given))),
                                        Wording.km(from_m),
                                        Wording.at(from)),
                        "%s was not at home at %s but %s km away, where it stands since %s"
                                .formatted(
                                        given.vehicle().plate(),
                                        Wording.at(given.day().at(curfew(given))),
                                        Wording.km(from_m),
                                        Wording.at(from))),
                Map.of("from_home_m", Math.round(from_m), "radius_m", given.threshold("radius_m")));
    }

    private static Stay stay(List<TrackPoint> points, TrackPoint at, double radius_m) {
        int first = points.indexOf(at);
        int last = first;
        while (first > 0 && near(points.get(first - 1), at, radius_m)) {
            first--;
        }
        while (last < points.size() - 1 && near(points.get(last + 1), at, radius_m)) {
            last++;
        }
        return new Stay(points.get(first), points.get(last), last == points.size() - 1, first == 0);
    }

    private static boolean near(TrackPoint point, TrackPoint at, double radius_m) {
        return Track.place(point).metresTo(Track.place(at)) <= radius_m;
    }
}
