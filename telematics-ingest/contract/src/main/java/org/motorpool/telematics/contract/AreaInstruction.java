package org.motorpool.telematics.contract;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;

/** Instructions about the areas and routes a terminal watches; ids are the platform's, 1 to 4294967295. */
public sealed interface AreaInstruction extends Instruction {

    /** What an area is. */
    enum AreaKind {
        CIRCLE,
        RECTANGLE,
        POLYGON,
        ROUTE
    }

    /** What becomes of the areas of the same kind that the terminal has. */
    enum AreaOperation {
        /** They go. */
        REPLACE(0),
        /** They stay. */
        APPEND(1),
        /** Those with the same ids change. */
        MODIFY(2);

        private final int code;

        AreaOperation(int code) {
            this.code = code;
        }

        /** Its number on the wire. */
        public int code() {
            return code;
        }
    }

    /** What happens at or in an area. */
    enum AreaEffect {
        DRIVER_WARNED_ENTERING(2),
        PLATFORM_WARNED_ENTERING(3),
        DRIVER_WARNED_LEAVING(4),
        PLATFORM_WARNED_LEAVING(5),
        DOORS_STAY_CLOSED(8),
        COMMUNICATION_OFF(14),
        GNSS_DETAILS_COLLECTED(15);

        private final int bit;

        AreaEffect(int bit) {
            this.bit = bit;
        }

        /** Number of the bit in the attributes of an area. */
        public int bit() {
            return bit;
        }
    }

    /** Set circles (0x8600). */
    record SetCircles(AreaOperation operation, List<Circle> circles) implements AreaInstruction {
        public SetCircles {
            operation = Objects.requireNonNullElse(operation, AreaOperation.APPEND);
            circles = Check.list("circles", circles, 1, MOST_AREAS);
        }
    }

    /** Set rectangles (0x8602). */
    record SetRectangles(AreaOperation operation, List<Rectangle> rectangles) implements AreaInstruction {
        public SetRectangles {
            operation = Objects.requireNonNullElse(operation, AreaOperation.APPEND);
            rectangles = Check.list("rectangles", rectangles, 1, MOST_AREAS);
        }
    }

    /** Set a polygon (0x8604). */
    record SetPolygon(Polygon polygon) implements AreaInstruction {
        public SetPolygon {
            Check.given("polygon", polygon);
        }
    }

    /** Set a route (0x8606). */
    record SetRoute(Route route) implements AreaInstruction {
        public SetRoute {
            Check.given("route", route);
        }
    }

    /**
     * Delete areas (0x8601, 0x8603, 0x8605, 0x8607).
     *
     * @param ids all of the kind when left out
     */
    record DeleteAreas(AreaKind kind, List<Long> ids) implements AreaInstruction {
        public DeleteAreas {
            Check.given("kind", kind);
            ids = Check.ids("ids", ids, MOST_AREAS);
        }
    }

    /**
     * Ask which areas the terminal has (0x8608, 2019); answered by {@link Answer.Areas}.
     *
     * @param ids all of the kind when left out
     */
    record QueryAreas(AreaKind kind, List<Long> ids) implements AreaInstruction {
        public QueryAreas {
            Check.given("kind", kind);
            ids = Check.ids("ids", ids, MOST_AREAS);
        }
    }

    /** Most areas in one message, which is what one message may delete. */
    int MOST_AREAS = 125;

    /** Something the terminal watches. */
    sealed interface Area {}

    /**
     * @param name 64 bytes in GBK at most; only 2019 sends it
     * @param radius_m 1 to 4294967295
     */
    record Circle(Long id, String name, AreaPoint centre, Long radius_m, AreaRules rules) implements Area {
        public Circle {
            Check.id("id", id);
            name = Check.text("name", name, 0, 64);
            Check.given("centre", centre);
            Check.range("radius_m", radius_m, 1, 0xffff_ffffL);
            rules = AreaRules.orNone(rules);
        }
    }

    /** Corners are the north-west and the south-east one; the name is as in {@link Circle}. */
    record Rectangle(Long id, String name, AreaPoint northWest, AreaPoint southEast, AreaRules rules) implements Area {
        public Rectangle {
            Check.id("id", id);
            name = Check.text("name", name, 0, 64);
            Check.given("northWest", northWest);
            Check.given("southEast", southEast);
            AreaPoint.requireOneSide("southEast", List.of(northWest, southEast));
            if (northWest.latitude() <= southEast.latitude()) {
                throw new InvalidInstruction(
                        "southEast.latitude",
                        "southEast.latitude 应小于 northWest.latitude",
                        "southEast.latitude must be less than northWest.latitude");
            }
            rules = AreaRules.orNone(rules);
        }
    }

    /**
     * @param points 3 to 500 corners, in order
     */
    record Polygon(Long id, String name, List<AreaPoint> points, AreaRules rules) implements Area {

        private static final int MOST_POINTS = 500;

        public Polygon {
            Check.id("id", id);
            name = Check.text("name", name, 0, 64);
            points = Check.list("points", points, 3, MOST_POINTS);
            AreaPoint.requireOneSide("points", points);
            rules = AreaRules.orNone(rules);
        }
    }

    /**
     * @param points 2 to 500 turning points (拐点), in order; each begins a segment
     * @param rules without a speed limit, which segments have
     */
    record Route(Long id, String name, List<TurningPoint> points, AreaRules rules) implements Area {

        private static final int MOST_POINTS = 500;

        public Route {
            Check.id("id", id);
            name = Check.text("name", name, 0, 64);
            points = Check.list("points", points, 2, MOST_POINTS);
            rules = AreaRules.orNone(rules);
            Check.absent("rules.speed", rules.speed());
        }
    }

    /**
     * A turning point of a route, and the segment that begins there.
     *
     * @param width_m of the segment, 0 to 255
     * @param longest_s a longer drive over the segment is an alarm; null without a limit, then {@code shortest_s} too
     * @param shortest_s a shorter one too
     */
    record TurningPoint(
            Long id,
            Long segmentId,
            AreaPoint at,
            Integer width_m,
            Integer longest_s,
            Integer shortest_s,
            SpeedLimit speed) {
        public TurningPoint {
            Check.id("id", id);
            Check.id("segmentId", segmentId);
            Check.given("at", at);
            Check.range("width_m", width_m, 0, 255);
            if (longest_s == null) {
                Check.absent("shortest_s", shortest_s);
            } else {
                Check.range("longest_s", longest_s, 1, 65_535);
                Check.range("shortest_s", shortest_s, 0, longest_s);
            }
        }
    }

    /** A point, WGS-84 degrees. */
    record AreaPoint(Double latitude, Double longitude) {
        public AreaPoint {
            Check.degrees("latitude", latitude, 90);
            Check.degrees("longitude", longitude, 180);
        }

        /** A message has one flag for north or south and one for east or west. */
        private static void requireOneSide(String field, List<AreaPoint> points) {
            long south = points.stream().filter(point -> point.latitude() < 0).count();
            long west = points.stream().filter(point -> point.longitude() < 0).count();
            if (south % points.size() != 0 || west % points.size() != 0) {
                throw new InvalidInstruction(
                        field,
                        "%s 的各点应在赤道和本初子午线的同一侧".formatted(field),
                        "all of %s must be on one side of the equator and of the prime meridian".formatted(field));
            }
        }
    }

    /**
     * When and how an area counts.
     *
     * @param from begin of the one period it counts in; null, like {@code to}: always
     * @param dailyFrom begin of the hours it counts in every day, Chinese time; null, like {@code dailyTo}: all day
     * @param speed null without a limit
     * @param effects what happens
     */
    record AreaRules(
            Instant from,
            Instant to,
            LocalTime dailyFrom,
            LocalTime dailyTo,
            SpeedLimit speed,
            List<AreaEffect> effects) {

        private static final AreaRules NONE = new AreaRules(null, null, null, null, null, null);

        public AreaRules {
            Check.together("to", from, to);
            Check.period("to", from, to);
            Check.together("dailyTo", dailyFrom, dailyTo);
            if (from != null) {
                Check.absent("dailyFrom", dailyFrom);
            }
            effects = Check.list("effects", effects, 0, AreaEffect.values().length);
        }

        private static AreaRules orNone(AreaRules rules) {
            return rules == null ? NONE : rules;
        }
    }

    /**
     * @param most_kmh 1 to 65535
     * @param longer_s how long it may be exceeded, 0 to 255
     * @param night_kmh the same at night (2019); as by day when left out
     */
    record SpeedLimit(Integer most_kmh, Integer longer_s, Integer night_kmh) {
        public SpeedLimit {
            Check.range("most_kmh", most_kmh, 1, 65_535);
            longer_s = Check.range("longer_s", Objects.requireNonNullElse(longer_s, 0), 0, 255);
            night_kmh = Check.range("night_kmh", Objects.requireNonNullElse(night_kmh, most_kmh), 1, 65_535);
        }
    }
}
