package org.motorpool.dispatch.bench.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.motorpool.dispatch.bench.booking.Fleet.Kind;

/**
 * What has to be agreed before people may walk: each unit lends to its neighbour, for nothing or by its tariff; units of two
 * provinces have agreements of each kind; each has a supplier; meetings of some need two decisions; every odometer was read. Made as people make it.
 */
final class Ground {

    /** What a kilometre costs a user; nothing but kilometres and not coming costs, so that anybody can reckon it. */
    static final int FEN_PER_KM = 200;

    /** What it costs that nobody comes. */
    static final int NO_SHOW_FEN = 700;

    private static final String FIRST = "2026-01-01";
    private static final String LAST = "2030-01-01";
    private static final List<String> MODES = List.of("PER_USE", "PER_MATTER", "MONTHLY");
    private static final String TARIFF = """
            {"unitId":"%s","name":"收费","free":false,"rates":[{"tiers":[{"fen_per_km":%d}],"noShow_fen":%d}],"passThrough":["TOLL","PARKING"],\
            "rounding":{"to":"FEN","mode":"HALF_UP","per":"LINE"},"effectiveFrom":"%s"}""";
    private static final String AGREEMENT = """
            {"number":"协议-%s","title":"跨区域用车协议","unitCodes":["%s","%s"],"validFrom":"%s","validTo":"%s",\
            "terms":{"categories":["QT"],"tariffId":"%s","settlementMode":"%s","evidence":[%s],"confirmDays":10,\
            "purposeShared":false,"liability":"各负其责"}}""";
    private static final String SUPPLIER = """
            {"unitId":"%s","name":"租赁公司","contractNumber":"ZL-%s","bodyType":"SEDAN","seats":4,"price_fen_day":30000,\
            "validFrom":"%s","validTo":"%s"}""";
    private static final String CHAIN = """
            {"unitId":"%s","name":"会议用车","priority":1,"conditions":{"purposes":["MEETING"]},"clause":"本单位规定",\
            "effectiveFrom":"%s","steps":[{"name":"审批","role":"APPROVER","relation":"OWN_UNIT"},\
            {"name":"车管","role":"FLEET_OFFICER","relation":"OWN_UNIT"}]}""";

    private final Fleet fleet;
    private final Calls calls;

    Ground(Fleet fleet, Calls calls) {
        this.fleet = fleet;
        this.calls = calls;
    }

    void prepare() throws InterruptedException, ExecutionException {
        Load.inParallel(IntStream.range(0, Fleet.UNITS)
                .<Callable<Void>>mapToObj(unit -> () -> {
                    prepare(fleet.unitOf(unit));
                    return null;
                })
                .toList());
    }

    private void prepare(Fleet.Unit unit) throws InterruptedException {
        String tariff = made(unit, "tariffs", TARIFF.formatted(unit.id(), FEN_PER_KM, NO_SHOW_FEN, FIRST));
        done(unit, "tariffs/%s/versions/1/publish".formatted(tariff), "");
        boolean free = unit.number() % 4 == 3;
        String neighbour = Fleet.code(Fleet.neighbour(unit.number()));
        String price = free ? "null" : "\"%s\"".formatted(tariff);
        done(unit, "pool-offers", Lending.OFFER.formatted(unit.id(), free, price, 0, neighbour));
        done(unit, "rental-suppliers", SUPPLIER.formatted(unit.id(), unit.code(), FIRST, LAST));
        if (unit.number() % 3 == 0) {
            done(unit, "approval-chains", CHAIN.formatted(unit.id(), LocalDate.now(Reckoning.CHINA)));
        }
        for (int vehicle = Fleet.VEHICLES + unit.number(); vehicle < Fleet.ALL_VEHICLES; vehicle += Fleet.UNITS) {
            String reading = Spending.READING.formatted(Instant.now(), Things.FIRST_ODOMETER_km, "INSPECTION", "null");
            done(unit, "vehicles/%s/odometer".formatted(Fleet.id(Kind.VEHICLE, vehicle)), reading);
        }
        if (unit.number() < Fleet.partner(unit.number())) {
            agree(unit, fleet.unitOf(Fleet.partner(unit.number())), tariff);
        }
    }

    private void agree(Fleet.Unit unit, Fleet.Unit other, String tariff) throws InterruptedException {
        int pair = unit.number() / 2;
        String evidence = pair % 2 == 0 ? "\"ODOMETER\"" : "\"ODOMETER\",\"CONFIRMATION\"";
        String agreement = made(
                unit,
                "agreements",
                AGREEMENT.formatted(
                        unit.code(),
                        unit.code(),
                        other.code(),
                        FIRST,
                        LAST,
                        tariff,
                        MODES.get(pair % MODES.size()),
                        evidence));
        done(unit, "agreements/%s/offer".formatted(agreement), "");
        done(other, "agreements/%s/sign".formatted(agreement), "");
    }

    private String made(Fleet.Unit unit, String path, String body) throws InterruptedException {
        return done(unit, path, body).require("id");
    }

    private Calls.Answer done(Fleet.Unit unit, String path, String body) throws InterruptedException {
        Calls.Answer answer = calls.post(unit.officer(), path, UUID.randomUUID().toString(), body);
        if (!Person.isDone(answer)) {
            throw new IllegalStateException("%s: %s".formatted(path, answer));
        }
        return answer;
    }
}
