package org.motorpool.dispatch.supervision.detector;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.motorpool.dispatch.contract.SupervisionApi.CalendarDay;
import org.motorpool.dispatch.supervision.DetectorRule;
import org.motorpool.dispatch.supervision.SealingWindows;
import org.motorpool.dispatch.supervision.SealingWindows.WorkHours;
import org.motorpool.dispatch.supervision.Severity;
import org.motorpool.dispatch.supervision.WorkCalendar;
import org.motorpool.dispatch.supervision.detector.VehicleFacts.Circle;
import org.motorpool.dispatch.supervision.detector.VehicleFacts.Disposal;
import org.motorpool.dispatch.supervision.detector.VehicleFacts.Equipment;
import org.motorpool.dispatch.supervision.detector.VehicleFacts.Exemption;
import org.motorpool.dispatch.supervision.detector.VehicleFacts.Expense;
import org.motorpool.dispatch.supervision.detector.VehicleFacts.Order;
import org.motorpool.dispatch.supervision.detector.VehicleFacts.Paper;
import org.motorpool.dispatch.supervision.detector.VehicleFacts.Vehicle;
import org.motorpool.telematics.contract.TrackApi.TrackPoint;

/**
 * Object mother: a petrol sedan at home in Pudong on Wednesday, 2026-11-25, against which no detector has anything; a test says what
 * is different. Times are of that day in China.
 */
final class Cases {

    static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    static final Place HOME = new Place(31.2218, 121.5397);
    static final UUID UNIT = UUID.fromString("019a0000-0000-7000-8000-0000000000ee");
    static final UUID REQUESTER = UUID.fromString("019a0000-0000-7000-8000-0000000000ab");

    private static final double DEGREES_PER_METRE = 1 / 111_195.0;

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .configure(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE, false);

    private Vehicle vehicle = sedan();
    VehicleFacts.Cap cap;
    VehicleFacts.Acquired acquired;
    final List<Disposal> disposals = new ArrayList<>();
    final List<Order> orders = new ArrayList<>();
    final List<Expense> expenses = new ArrayList<>();
    final List<Paper> papers = new ArrayList<>();
    final List<Exemption> exemptions = new ArrayList<>();
    final List<Circle> circles = new ArrayList<>();
    final List<TrackPoint> track = new ArrayList<>();
    private final Map<LocalDate, CalendarDay> calendar = new HashMap<>();
    private final Map<String, Day.Consumption> peers = new HashMap<>();
    Equipment equipment = new Equipment(true, at("23:59"), true, 10, 10);
    Instant lastOrderEnd = at("10:00");
    Instant recordsSince = Instant.parse("2026-01-01T00:00:00Z");
    private boolean sealed = true;

    static Cases usual() {
        return new Cases();
    }

    /** A moment of the day in China. */
    static Instant at(String time) {
        return Instant.parse("2026-11-25T%s:00+08:00".formatted(time));
    }

    /** So far north of home. */
    static Place north_m(double metres) {
        return new Place(HOME.latitude() + metres * DEGREES_PER_METRE, HOME.longitude());
    }

    /** The vehicle with another value of one component. */
    Cases vehicle(String component, Object value) {
        vehicle = with(vehicle, component, value);
        return this;
    }

    @SuppressWarnings("unchecked")
    static <T extends Record> T with(T record, String component, Object value) {
        Map<String, Object> components = JSON.convertValue(record, Map.class);
        if (!components.containsKey(component)) {
            throw new IllegalArgumentException("%s has no %s".formatted(record.getClass(), component));
        }
        components.put(component, value);
        return (T) JSON.convertValue(components, record.getClass());
    }

    Cases holiday(String day, String name) {
        calendar.put(LocalDate.parse(day), new CalendarDay(LocalDate.parse(day), "HOLIDAY", name));
        return this;
    }

    Cases peers(int vehicles, double mean, double deviation) {
        peers.put("红旗 H5", new Day.Consumption(vehicles, mean, deviation));
        return this;
    }

    /** An order from and to, departed and returned at these times, or not. */
    Cases order(String from, String to, String departed, String returned) {
        orders.add(new Order(
                UUID.nameUUIDFromBytes(("order" + orders.size()).getBytes()),
                "PC-310115-20261125-%04d".formatted(orders.size() + 1),
                REQUESTER,
                "张三",
                at(from),
                at(to),
                HOME,
                north_m(10_000),
                List.of(),
                UUID.randomUUID(),
                departed == null ? null : at(departed),
                returned == null ? null : at(returned),
                12_000L,
                12_020L,
                20_000L));
        return this;
    }

    Cases lastOrder(String component, Object value) {
        orders.set(orders.size() - 1, with(orders.getLast(), component, value));
        return this;
    }

    /** A report: so far north of home, so fast. */
    Cases report(String time, double north_m, double speed_kmh) {
        Place place = north_m(north_m);
        track.add(new TrackPoint(at(time), place.latitude(), place.longitude(), speed_kmh, 0, true));
        return this;
    }

    /** Drives north from one time to the other, a report each five minutes, and stands there. */
    Cases drive(String from, String to, double to_m) {
        Instant moment = at(from);
        long minutes = Duration.between(moment, at(to)).toMinutes();
        double begin_m = track.isEmpty() ? 0 : (track.getLast().latitude() - HOME.latitude()) / DEGREES_PER_METRE;
        for (long minute = 0; minute <= minutes; minute += 5) {
            Place place = north_m(begin_m + (to_m - begin_m) * minute / minutes);
            track.add(new TrackPoint(
                    moment.plus(Duration.ofMinutes(minute)), place.latitude(), place.longitude(), 40, 0, true));
        }
        return report(shortly(to), to_m, 0);
    }

    private static String shortly(String time) {
        int minutes = Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3)) + 1;
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }

    /** A fill of 92 at a designated station. */
    Cases fuel(String time, double litres, long amount_fen) {
        return expense("FUEL", at(time), litres, amount_fen);
    }

    Cases expense(String kind, Instant at, Double quantity, long amount_fen) {
        expenses.add(new Expense(
                UUID.nameUUIDFromBytes(("expense" + expenses.size()).getBytes()),
                UNIT,
                null,
                kind,
                at,
                at,
                amount_fen,
                quantity,
                quantity == null ? null : "L",
                kind.equals("FUEL") ? "92号汽油" : null,
                "中国石化世纪大道站",
                true,
                null,
                null,
                null,
                null));
        return this;
    }

    Cases lastExpense(String component, Object value) {
        expenses.set(expenses.size() - 1, with(expenses.getLast(), component, value));
        return this;
    }

    Case under(String detector, Map<String, Double> thresholds) {
        return new Case(facts(), new Track(track), day(), rule(detector, thresholds));
    }

    Stream<Lead> leads(String detector, Map<String, Double> thresholds) {
        Case given = under(detector, thresholds);
        return Detectors.find(detector).orElseThrow().judges().stream().flatMap(judge -> switch (judge) {
            case Judge.OfVehicle of -> of.judge().apply(given);
            case Judge.OfTrack of -> of.judge().apply(given);
            case Judge.OfUnit _ -> Stream.empty();
        });
    }

    VehicleFacts facts() {
        return new VehicleFacts(
                vehicle,
                cap,
                acquired,
                disposals,
                orders,
                lastOrderEnd,
                expenses,
                equipment,
                papers,
                exemptions,
                circles);
    }

    Day day() {
        WorkCalendar known = WorkCalendar.of(List.copyOf(calendar.values()));
        return Day.of(DAY, Instant.parse("2026-12-01T00:00:00Z"), known)
                .with(
                        SealingWindows.between(known, DAY.minusDays(1), DAY.plusDays(1), WorkHours.of(8.5, 17.5)),
                        recordsSince,
                        peers);
    }

    static DetectorRule rule(String detector, Map<String, Double> thresholds) {
        return new DetectorRule(
                detector,
                "100000",
                thresholds,
                Severity.YELLOW,
                15,
                true,
                "依据",
                true,
                "V",
                LocalDate.of(2017, 12, 5),
                null);
    }

    private static Vehicle sedan() {
        return new Vehicle(
                UUID.fromString("019a0000-0000-7000-8000-0000000000aa"),
                "沪A12345",
                UNIT,
                "/100000/310000/310115/",
                "浦东新区机关事务管理局",
                "310115",
                "QT",
                "BASE",
                "SEDAN",
                "ICE",
                "GENERAL",
                false,
                true,
                "红旗 H5",
                15_000_000,
                1.5,
                LocalDate.of(2022, 3, 1),
                null,
                null,
                List.of("浦东新区机关事务管理局", "上海市机关事务管理局"),
                List.of(HOME),
                55.0,
                8.0,
                "GASOLINE_92");
    }
}
