package org.motorpool.telematics.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.telematics.codec.DownlinkFrames.reads;
import static org.motorpool.telematics.codec.DownlinkFrames.readsAndWrites;
import static org.motorpool.telematics.codec.DownlinkFrames.readsAndWritesInBothVersions;
import static org.motorpool.telematics.codec.DownlinkFrames.writes;
import static org.motorpool.telematics.codec.Frames.hex;
import static org.motorpool.telematics.codec.ProtocolVersion.V2013;
import static org.motorpool.telematics.codec.ProtocolVersion.V2019;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.codec.Area.Circle;
import org.motorpool.telematics.codec.Area.PassingTime;
import org.motorpool.telematics.codec.Area.Point;
import org.motorpool.telematics.codec.Area.Polygon;
import org.motorpool.telematics.codec.Area.Rectangle;
import org.motorpool.telematics.codec.Area.Route;
import org.motorpool.telematics.codec.Area.RoutePoint;
import org.motorpool.telematics.codec.Area.Rules;
import org.motorpool.telematics.codec.Area.SpeedLimit;
import org.motorpool.telematics.codec.AreaDownlink.DeleteAreas;
import org.motorpool.telematics.codec.AreaDownlink.QueryAreas;
import org.motorpool.telematics.codec.AreaDownlink.SetCircles;
import org.motorpool.telematics.codec.AreaDownlink.SetPolygon;
import org.motorpool.telematics.codec.AreaDownlink.SetRectangles;
import org.motorpool.telematics.codec.AreaDownlink.SetRoute;

class AreaDownlinkTest {
    private static final AreaPeriod IN_NOVEMBER =
            new AreaPeriod.Between(Instant.parse("2026-10-31T16:00:00Z"), Instant.parse("2026-11-30T15:59:59Z"));
    private static final String NOVEMBER = hex("261101000000", "261130235959");
    private static final SpeedLimit LIMIT_2013 = new SpeedLimit(60, 10, 0);
    private static final SpeedLimit LIMIT_2019 = new SpeedLimit(60, 10, 40);
    private static final String LIMIT = hex("003c", "0a"); // 60 km/h, 10 s
    private static final String NIGHT = "0028"; // 40 km/h
    private static final Point PUDONG = new Point(31.210048, 121.543296);
    private static final String PUDONG_BYTES = hex("01dc3a40", "073e9a80");
    private static final Point HONGQIAO = new Point(31.19, 121.33);
    private static final String HONGQIAO_BYTES = hex("01dbebf0", "073b5950");
    private static final String NAME = hex("0006", "c7f8d3f2d2bb"); // 区域一

    private static Rules rules(@Nullable AreaPeriod period, @Nullable SpeedLimit limit) {
        return new Rules(0b1000, period, limit); // tell the platform who comes in
    }

    @Test
    void setsACircleOf2013() {
        String body = hex(
                "01", // append
                "01", // number
                "00000007", // id
                "000b", // attributes: time, speed, tell the platform
                PUDONG_BYTES,
                "000001f4", // radius
                NOVEMBER,
                LIMIT);
        Circle circle = new Circle(7, rules(IN_NOVEMBER, LIMIT_2013), PUDONG, 500, "");
        readsAndWrites(V2013, 0x8600, body, new SetCircles(1, List.of(circle)));
    }

    @Test
    void setsACircleOf2019() {
        String body = hex("01", "01", "00000007", "000b", PUDONG_BYTES, "000001f4", NOVEMBER, LIMIT, NIGHT, NAME);
        Circle circle = new Circle(7, rules(IN_NOVEMBER, LIMIT_2019), PUDONG, 500, "区域一");
        readsAndWrites(V2019, 0x8600, body, new SetCircles(1, List.of(circle)));
    }

    @Test
    void aCircleWithoutPeriodAndLimitHasNeither() {
        Circle circle = new Circle(7, rules(null, null), PUDONG, 500, "");
        String bytes = hex("00000007", "0008", PUDONG_BYTES, "000001f4");
        readsAndWrites(V2013, 0x8600, hex("00", "01", bytes), new SetCircles(0, List.of(circle)));
        readsAndWrites(V2019, 0x8600, hex("00", "01", bytes, "0000"), new SetCircles(0, List.of(circle)));
    }

    @Test
    void droppingNameAndNight2013GetsWhatItKnows() {
        Circle circle = new Circle(7, rules(null, LIMIT_2019), PUDONG, 500, "区域一");
        writes(
                V2013,
                0x8600,
                hex("00", "01", "00000007", "000a", PUDONG_BYTES, "000001f4", LIMIT),
                new SetCircles(0, List.of(circle)));
    }

    @Test
    void readsTheNumbersOf2011() {
        Circle circle = new Circle(7, rules(null, null), PUDONG, 500, "");
        String body = hex("00", "09", "01", "00000007", "0008", PUDONG_BYTES, "000001f4"); // 9 in all, 1 here
        reads(V2013, 0x8600, body, new SetCircles(0, List.of(circle)));
    }

    @Test
    void readsABodyOf2013UnderAHeaderOf2019() {
        Circle circle = new Circle(7, rules(null, LIMIT_2013), PUDONG, 500, "");
        String body = hex("00", "01", "00000007", "000a", PUDONG_BYTES, "000001f4", LIMIT);
        reads(V2019, 0x8600, body, new SetCircles(0, List.of(circle)));
    }

    @Test
    void readsPeriodsAndLimitsThatNoAttributeAnnounces() {
        Circle circle = new Circle(7, rules(IN_NOVEMBER, LIMIT_2013), PUDONG, 500, "");
        String body = hex("00", "01", "00000007", "0008", PUDONG_BYTES, "000001f4", NOVEMBER, LIMIT);
        reads(V2013, 0x8600, body, new SetCircles(0, List.of(circle)));
    }

    @Test
    void setsRectangles() {
        Rectangle rectangle = new Rectangle(7, rules(null, LIMIT_2019), PUDONG, HONGQIAO, "区域一");
        String body =
                hex("02", "01", "00000007", "000a", PUDONG_BYTES, HONGQIAO_BYTES, LIMIT, NIGHT, NAME); // 02 modify
        readsAndWrites(V2019, 0x8602, body, new SetRectangles(2, List.of(rectangle)));
        readsAndWrites(
                V2013,
                0x8602,
                hex("02", "01", "00000007", "0008", PUDONG_BYTES, HONGQIAO_BYTES),
                new SetRectangles(2, List.of(new Rectangle(7, rules(null, null), PUDONG, HONGQIAO, ""))));
    }

    @Test
    void theNightOfAPolygonStandsBehindThePoints() {
        List<Point> points = List.of(PUDONG, HONGQIAO, new Point(31.19, 121.543296));
        String bytes = hex("0003", PUDONG_BYTES, HONGQIAO_BYTES, "01dbebf0", "073e9a80");
        readsAndWrites(
                V2019,
                0x8604,
                hex("00000007", "000b", NOVEMBER, LIMIT, bytes, NIGHT, NAME),
                new SetPolygon(new Polygon(7, rules(IN_NOVEMBER, LIMIT_2019), points, "区域一")));
        readsAndWrites(
                V2013,
                0x8604,
                hex("00000007", "000b", NOVEMBER, LIMIT, bytes),
                new SetPolygon(new Polygon(7, rules(IN_NOVEMBER, LIMIT_2013), points, "")));
    }

    @Test
    void setsARoute() {
        String body2013 = hex(
                "00000007", // id
                "0009", // attributes: time, tell the platform who comes in
                NOVEMBER,
                "0002", // points
                "00000001", // point
                "0000000b", // segment
                PUDONG_BYTES,
                "32", // width
                "03", // segment attributes: time, speed
                "0258", // longest 600 s
                "012c", // shortest 300 s
                LIMIT);
        String last = hex("00000002", "0000000c", HONGQIAO_BYTES, "32", "00");
        RoutePoint end = new RoutePoint(2, 12, HONGQIAO, 50, 0, null, null);
        readsAndWrites(
                V2013,
                0x8606,
                hex(body2013, last),
                new SetRoute(new Route(7, rules(IN_NOVEMBER, null), List.of(start(LIMIT_2013), end), "")));
        readsAndWrites(
                V2019,
                0x8606,
                hex(body2013, NIGHT, last, NAME),
                new SetRoute(new Route(7, rules(IN_NOVEMBER, null), List.of(start(LIMIT_2019), end), "区域一")));
    }

    private static RoutePoint start(SpeedLimit limit) {
        return new RoutePoint(1, 11, PUDONG, 50, 0, new PassingTime(600, 300), limit);
    }

    @Test
    void readsARouteOf2011() {
        String body = hex(
                "00000007",
                "0008",
                "0001", // one point in all packets
                "01", // and here
                "0000000b", // segment; no point id
                PUDONG_BYTES,
                "32",
                "01",
                "0258"); // one time
        RoutePoint point = new RoutePoint(0, 11, PUDONG, 50, 0, new PassingTime(600, 0), null);
        reads(V2013, 0x8606, body, new SetRoute(new Route(7, rules(null, null), List.of(point), "")));
    }

    @Test
    void aDailyPeriodHasNoDate() {
        Rules rules = rules(new AreaPeriod.Daily(LocalTime.of(22, 0), LocalTime.of(6, 30, 1)), null);
        readsAndWrites(
                V2013,
                0x8600,
                hex("00", "01", "00000007", "0009", PUDONG_BYTES, "000001f4", "000000220000", "000000063001"),
                new SetCircles(0, List.of(new Circle(7, rules, PUDONG, 500, ""))));
    }

    @Test
    void aPeriodThatIsNoneIsKept() {
        Rules rules = rules(new AreaPeriod.Unreadable("261301000000", "ffffffffffff"), null);
        readsAndWrites(
                V2013,
                0x8600,
                hex("00", "01", "00000007", "0009", PUDONG_BYTES, "000001f4", "261301000000", "ffffffffffff"),
                new SetCircles(0, List.of(new Circle(7, rules, PUDONG, 500, ""))));
    }

    @Test
    void southAndWestAreAttributes() {
        Point saoPaulo = new Point(-23.55, -46.633333);
        Circle circle = new Circle(7, new Rules(0, null, null), saoPaulo, 500, "");
        writes(
                V2013,
                0x8600,
                hex("00", "01", "00000007", "00c0", "01675830", "02c79175", "000001f4"),
                new SetCircles(0, List.of(circle)));
        Polygon torn = new Polygon(7, new Rules(0, null, null), List.of(PUDONG, saoPaulo), "");
        assertThat(FrameEncoder.findProblem(new SetPolygon(torn), V2013))
                .contains("points has " + saoPaulo + ", may have points of one quarter of the globe");
    }

    @Test
    void deletesSomeOrAll() {
        readsAndWritesInBothVersions(0x8601, "00", new DeleteAreas(AreaKind.CIRCLE, List.of()));
        readsAndWritesInBothVersions(0x8603, hex("01", "00000007"), new DeleteAreas(AreaKind.RECTANGLE, List.of(7L)));
        readsAndWritesInBothVersions(
                0x8605,
                hex("02", "00000007", "ffffffff"),
                new DeleteAreas(AreaKind.POLYGON, List.of(7L, 0xffff_ffffL)));
        readsAndWritesInBothVersions(0x8607, hex("01", "00000007"), new DeleteAreas(AreaKind.ROUTE, List.of(7L)));
        List<Long> tooMany = Collections.nCopies(126, 1L);
        assertThat(FrameEncoder.findProblem(new DeleteAreas(AreaKind.ROUTE, tooMany), V2013))
                .contains("ids has length 126, may have 125 at most");
    }

    @Test
    void asksForAreas() {
        readsAndWrites(V2019, 0x8608, hex("01", "00000000"), new QueryAreas(1, List.of()));
        readsAndWrites(
                V2019, 0x8608, hex("04", "00000002", "00000007", "00000008"), new QueryAreas(4, List.of(7L, 8L)));
    }

    @Test
    void aLongRouteIsOneMessageInSeveralFrames() {
        RoutePoint point = new RoutePoint(1, 11, PUDONG, 50, 0, null, null); // 18 bytes
        Route route = new Route(7, rules(null, null), Collections.nCopies(100, point), "");
        assertThat(Frames.encode(new SetRoute(route), Address.of(V2013, "13912345678"), 1))
                .contains("8606" + "23ff", "8606" + "2311"); // split bit with 1023 and 785 bytes of 1808
    }
}
