package org.motorpool.telematics.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.codec.Area;
import org.motorpool.telematics.codec.AreaDownlink;
import org.motorpool.telematics.codec.AreaKind;
import org.motorpool.telematics.codec.AreaPeriod;
import org.motorpool.telematics.codec.Downlink;
import org.motorpool.telematics.contract.AreaInstruction;
import org.motorpool.telematics.contract.AreaInstruction.AreaPoint;
import org.motorpool.telematics.contract.AreaInstruction.AreaRules;
import org.motorpool.telematics.contract.AreaInstruction.Circle;
import org.motorpool.telematics.contract.AreaInstruction.Polygon;
import org.motorpool.telematics.contract.AreaInstruction.Rectangle;
import org.motorpool.telematics.contract.AreaInstruction.Route;
import org.motorpool.telematics.contract.AreaInstruction.SpeedLimit;
import org.motorpool.telematics.contract.AreaInstruction.TurningPoint;

/** Messages about areas. */
final class AreaMessages {

    private AreaMessages() {}

    static Downlink of(AreaInstruction instruction) {
        return switch (instruction) {
            case AreaInstruction.SetCircles(var operation, List<Circle> circles) ->
                new AreaDownlink.SetCircles(
                        operation.code(),
                        circles.stream().map(AreaMessages::circle).toList());
            case AreaInstruction.SetRectangles(var operation, List<Rectangle> rectangles) ->
                new AreaDownlink.SetRectangles(
                        operation.code(),
                        rectangles.stream().map(AreaMessages::rectangle).toList());
            case AreaInstruction.SetPolygon(Polygon polygon) -> new AreaDownlink.SetPolygon(polygon(polygon));
            case AreaInstruction.SetRoute(Route route) -> new AreaDownlink.SetRoute(route(route));
            case AreaInstruction.DeleteAreas(var kind, List<Long> ids) -> new AreaDownlink.DeleteAreas(kind(kind), ids);
            case AreaInstruction.QueryAreas(var kind, List<Long> ids) ->
                new AreaDownlink.QueryAreas(kind(kind).number(), ids);
        };
    }

    private static AreaKind kind(AreaInstruction.AreaKind kind) {
        return switch (kind) {
            case CIRCLE -> AreaKind.CIRCLE;
            case RECTANGLE -> AreaKind.RECTANGLE;
            case POLYGON -> AreaKind.POLYGON;
            case ROUTE -> AreaKind.ROUTE;
        };
    }

    private static Area.Circle circle(Circle circle) {
        return new Area.Circle(
                circle.id(), rules(circle.rules()), point(circle.centre()), circle.radius_m(), circle.name());
    }

    private static Area.Rectangle rectangle(Rectangle area) {
        return new Area.Rectangle(
                area.id(), rules(area.rules()), point(area.northWest()), point(area.southEast()), area.name());
    }

    private static Area.Polygon polygon(Polygon polygon) {
        return new Area.Polygon(
                polygon.id(),
                rules(polygon.rules()),
                polygon.points().stream().map(AreaMessages::point).toList(),
                polygon.name());
    }

    private static Area.Route route(Route route) {
        return new Area.Route(
                route.id(),
                rules(route.rules()),
                route.points().stream().map(AreaMessages::turningPoint).toList(),
                route.name());
    }

    private static Area.RoutePoint turningPoint(TurningPoint point) {
        Integer longest_s = point.longest_s();
        Integer shortest_s = point.shortest_s();
        return new Area.RoutePoint(
                point.id(),
                point.segmentId(),
                point(point.at()),
                point.width_m(),
                0,
                longest_s == null ? null : new Area.PassingTime(longest_s, shortest_s == null ? 0 : shortest_s),
                limit(point.speed()));
    }

    private static Area.Rules rules(AreaRules rules) {
        int bits =
                rules.effects().stream().mapToInt(effect -> 1 << effect.bit()).reduce(0, (all, bit) -> all | bit);
        return new Area.Rules(bits, period(rules), limit(rules.speed()));
    }

    private static @Nullable AreaPeriod period(AreaRules rules) {
        if (rules.from() != null) {
            return new AreaPeriod.Between(rules.from(), rules.to());
        }
        return rules.dailyFrom() == null ? null : new AreaPeriod.Daily(rules.dailyFrom(), rules.dailyTo());
    }

    private static Area.@Nullable SpeedLimit limit(@Nullable SpeedLimit speed) {
        return speed == null ? null : new Area.SpeedLimit(speed.most_kmh(), speed.longer_s(), speed.night_kmh());
    }

    private static Area.Point point(AreaPoint point) {
        return new Area.Point(point.latitude(), point.longitude());
    }
}
