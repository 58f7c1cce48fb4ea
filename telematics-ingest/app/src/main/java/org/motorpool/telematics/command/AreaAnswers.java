package org.motorpool.telematics.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.codec.Area;
import org.motorpool.telematics.codec.AreaPeriod;
import org.motorpool.telematics.codec.SettingsUplink;
import org.motorpool.telematics.contract.Answer;
import org.motorpool.telematics.contract.AreaInstruction.AreaEffect;
import org.motorpool.telematics.contract.AreaInstruction.AreaPoint;
import org.motorpool.telematics.contract.AreaInstruction.AreaRules;
import org.motorpool.telematics.contract.AreaInstruction.Circle;
import org.motorpool.telematics.contract.AreaInstruction.Polygon;
import org.motorpool.telematics.contract.AreaInstruction.Rectangle;
import org.motorpool.telematics.contract.AreaInstruction.Route;
import org.motorpool.telematics.contract.AreaInstruction.SpeedLimit;
import org.motorpool.telematics.contract.AreaInstruction.TurningPoint;
import org.motorpool.telematics.contract.InvalidInstruction;

/** The areas a terminal has, as they could be set. */
final class AreaAnswers {

    private static final int MOST_CHARACTERS = 10_000;

    private AreaAnswers() {}

    /** Areas that nobody could have set so are only written down. */
    static Answer of(SettingsUplink.AreasAnswer answer) {
        boolean readable = answer.trailingHex().isEmpty()
                && answer.areas().stream().noneMatch(area -> area.rules().period() instanceof AreaPeriod.Unreadable);
        if (!readable) {
            return other(answer);
        }
        try {
            return areas(answer.areas());
        } catch (InvalidInstruction e) {
            return other(answer);
        }
    }

    private static Answer other(SettingsUplink.AreasAnswer answer) {
        String content = answer.toString();
        return new Answer.Other(
                "0x0608", content.length() > MOST_CHARACTERS ? content.substring(0, MOST_CHARACTERS) : content);
    }

    private static Answer areas(List<Area> areas) {
        List<Circle> circles = new ArrayList<>();
        List<Rectangle> rectangles = new ArrayList<>();
        List<Polygon> polygons = new ArrayList<>();
        List<Route> routes = new ArrayList<>();
        for (Area area : areas) {
            AreaRules rules = rules(area.rules());
            switch (area) {
                case Area.Circle(long id, var _, Area.Point centre, long radius_m, String name) ->
                    circles.add(new Circle(id, name, point(centre), radius_m, rules));
                case Area.Rectangle(long id, var _, Area.Point first, Area.Point last, String name) ->
                    rectangles.add(new Rectangle(id, name, point(first), point(last), rules));
                case Area.Polygon(long id, var _, List<Area.Point> points, String name) ->
                    polygons.add(new Polygon(
                            id, name, points.stream().map(AreaAnswers::point).toList(), rules));
                case Area.Route(long id, var _, List<Area.RoutePoint> points, String name) ->
                    routes.add(new Route(
                            id,
                            name,
                            points.stream().map(AreaAnswers::turningPoint).toList(),
                            rules));
            }
        }
        return new Answer.Areas(circles, rectangles, polygons, routes);
    }

    private static TurningPoint turningPoint(Area.RoutePoint point) {
        Area.PassingTime passing = point.passing();
        return new TurningPoint(
                point.id(),
                point.segmentId(),
                point(point.place()),
                point.width_m(),
                passing == null ? null : passing.longest_s(),
                passing == null ? null : passing.shortest_s(),
                limit(point.limit()));
    }

    private static AreaRules rules(Area.Rules rules) {
        List<AreaEffect> effects = Arrays.stream(AreaEffect.values())
                .filter(effect -> (rules.attributeBits() >> effect.bit() & 1) != 0)
                .toList();
        SpeedLimit limit = limit(rules.limit());
        return switch (rules.period()) {
            case null -> new AreaRules(null, null, null, null, limit, effects);
            case AreaPeriod.Between(var from, var to) -> new AreaRules(from, to, null, null, limit, effects);
            case AreaPeriod.Daily(var from, var to) -> new AreaRules(null, null, from, to, limit, effects);
            case AreaPeriod.Unreadable unreadable ->
                throw new IllegalArgumentException("handled before: " + unreadable);
        };
    }

    private static @Nullable SpeedLimit limit(Area.@Nullable SpeedLimit limit) {
        if (limit == null) {
            return null;
        }
        Integer night_kmh = limit.nightSpeed_kmh() == 0 ? null : limit.nightSpeed_kmh();
        return new SpeedLimit(limit.speed_kmh(), limit.duration_s(), night_kmh);
    }

    private static AreaPoint point(Area.Point point) {
        return new AreaPoint(point.latitude(), point.longitude());
    }
}
