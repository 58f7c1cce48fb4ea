package org.motorpool.telematics.codec;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.codec.Area.PassingTime;
import org.motorpool.telematics.codec.Area.Point;
import org.motorpool.telematics.codec.Area.RoutePoint;
import org.motorpool.telematics.codec.Area.Rules;
import org.motorpool.telematics.codec.Area.SpeedLimit;

/** Writes areas as a version has them: 2013 drops names and limits of the night. */
final class AreaWriter {
    private final ProtocolVersion version;
    private final FieldWriter out;

    AreaWriter(ProtocolVersion version, FieldWriter out) {
        this.version = version;
        this.out = out;
    }

    void write(Area area) {
        out.u32("id", area.id());
        switch (area) {
            case Area.Circle circle -> {
                attributes(circle.rules(), List.of(circle.centre()));
                point(circle.centre());
                out.u32("radius_m", circle.radius_m());
                rules(circle.rules());
            }
            case Area.Rectangle rectangle -> {
                attributes(rectangle.rules(), List.of(rectangle.topLeft(), rectangle.bottomRight()));
                point(rectangle.topLeft());
                point(rectangle.bottomRight());
                rules(rectangle.rules());
            }
            case Area.Polygon polygon -> polygon(polygon);
            case Area.Route route -> route(route);
        }
        name(area.name());
    }

    private void polygon(Area.Polygon polygon) {
        Rules rules = polygon.rules();
        @Nullable SpeedLimit limit = rules.limit();
        attributes(rules, polygon.points());
        period(rules.period());
        if (limit != null) {
            day(limit);
        }
        out.count("points", 2, polygon.points().size());
        polygon.points().forEach(this::point);
        if (limit != null) {
            night(limit);
        }
    }

    private void route(Area.Route route) {
        Rules rules = route.rules();
        if (rules.limit() != null) {
            out.refuse("rules has %s, may have no limit on a route".formatted(rules.limit()));
        }
        out.u16("attributeBits", rules.attributeBits());
        period(rules.period());
        out.count("points", 2, route.points().size());
        route.points().forEach(this::routePoint);
    }

    private void routePoint(RoutePoint point) {
        out.u32("id", point.id()).u32("segmentId", point.segmentId());
        point(point.place());
        out.u8("width_m", point.width_m())
                .u8("segmentBits", signs(point.segmentBits(), point.place(), RoutePoint.SOUTH, RoutePoint.WEST));
        @Nullable PassingTime passing = point.passing();
        if (passing != null) {
            out.u16("longest_s", passing.longest_s()).u16("shortest_s", passing.shortest_s());
        }
        limit(point.limit());
    }

    /** The attributes with the quarter of the globe in which all the points must be. */
    private void attributes(Rules rules, List<Point> points) {
        int bits = rules.attributeBits();
        if (!points.isEmpty()) {
            bits = signs(bits, points.getFirst(), Rules.SOUTH, Rules.WEST);
            for (Point point : points) {
                if (signs(bits, point, Rules.SOUTH, Rules.WEST) != bits) {
                    out.refuse("points has %s, may have points of one quarter of the globe".formatted(point));
                }
            }
        }
        out.u16("attributeBits", bits);
    }

    private static int signs(int bits, Point point, int south, int west) {
        return bits & ~(south | west)
                | (negative(point.latitude()) ? south : 0)
                | (negative(point.longitude()) ? west : 0);
    }

    private static boolean negative(double degrees) {
        return Math.copySign(1, degrees) < 0;
    }

    private void point(Point point) {
        out.microdegrees("latitude", point.latitude()).microdegrees("longitude", point.longitude());
    }

    private void rules(Rules rules) {
        period(rules.period());
        limit(rules.limit());
    }

    private void period(@Nullable AreaPeriod period) {
        if (period != null) {
            period.write(out);
        }
    }

    private void limit(@Nullable SpeedLimit limit) {
        if (limit != null) {
            day(limit);
            night(limit);
        }
    }

    private void day(SpeedLimit limit) {
        out.u16("speed_kmh", limit.speed_kmh()).u8("duration_s", limit.duration_s());
    }

    private void night(SpeedLimit limit) {
        switch (version) {
            case V2013 -> {}
            case V2019 -> out.u16("nightSpeed_kmh", limit.nightSpeed_kmh());
        }
    }

    private void name(String name) {
        switch (version) {
            case V2013 -> {}
            case V2019 -> out.counted("name", 2, name);
        }
    }
}
