package org.motorpool.dispatch.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.contract.AgreementApi;
import org.motorpool.dispatch.contract.PoolOfferApi;
import org.motorpool.dispatch.contract.TariffApi;
import org.motorpool.dispatch.contract.TariffApi.Rate;
import org.motorpool.dispatch.contract.TariffApi.Tier;
import org.motorpool.dispatch.contract.TariffApi.Waiting;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.sharing.Agreement;
import org.motorpool.dispatch.sharing.PoolOffer;
import org.motorpool.dispatch.sharing.Tariff;

/**
 * What the demo's units share: every province has a tariff and a pool of all its vehicles, some counties lend theirs to their own
 * departments for nothing, and the provinces of 长三角 and 成渝 have an agreement.
 */
final class DemoSharing {

    private static final List<String> LENDING_COUNTIES = List.of("310115", "500103", "510104");
    private static final int POOL_CUTOFF_HOURS = 2;
    private static final int COUNTY_CUTOFF_HOURS = 24;
    private static final int CONFIRM_DAYS = 10;
    private static final String LIABILITY = "服务方对车辆和驾驶员负责，车辆投保交强险和第三者责任险；用车方对用车事由和乘车人负责。";

    private final DemoUnits world;
    private final LocalDate from;
    private final LocalDate to;
    private final Map<String, Tariff> tariffs;

    DemoSharing(DemoUnits world, LocalDate today) {
        this.world = world;
        from = today.withDayOfYear(1);
        to = from.plusYears(3);
        tariffs = world.units().stream()
                .filter(unit -> unit.level().equals("PROVINCE") && unit.code().equals(unit.regionCode()))
                .collect(Collectors.toMap(Unit::code, this::tariff));
    }

    List<Tariff> tariffs() {
        return List.copyOf(tariffs.values());
    }

    List<PoolOffer> offers() {
        return Stream.concat(
                        tariffs.keySet().stream().map(world::get).map(this::pool),
                        LENDING_COUNTIES.stream().map(world::get).map(this::countyOffer))
                .toList();
    }

    List<Agreement> agreements() {
        return List.of(
                agreement("长三角公务用车协〔%d〕1号", "长三角公务用车跨区域服务保障协议", "310000", "320000", "330000", "340000"),
                agreement("成渝公务用车协〔%d〕1号", "成渝地区双城经济圈公务用车跨区域服务保障协议", "510000", "500000"));
    }

    private UUID tariffOf(String provinceCode) {
        Tariff tariff = tariffs.get(provinceCode);
        if (tariff == null) {
            throw new IllegalStateException("the demo has no tariff of " + provinceCode);
        }
        return tariff.id();
    }

    private Tariff tariff(Unit unit) {
        TariffApi.Tariff view = new TariffApi.Tariff(
                Ids.next(),
                1,
                unit.id(),
                unit.name(),
                "公务用车有偿使用收费标准",
                "PUBLISHED",
                false,
                rates(),
                List.of("TOLL", "PARKING"),
                new TariffApi.Rounding("FEN", "HALF_UP", "LINE"),
                from,
                null,
                0);
        return new Tariff(view, unit.path());
    }

    /** Fen per km as far as published (reference S96): car 1.8 to 50 km, then 1.6 CNY; MPV 2.5, midi-bus 4, coach 6. */
    private static List<Rate> rates() {
        return List.of(
                rate("SEDAN", 180, new Tier(50, 180L), new Tier(null, 160L)),
                rate("SMALL_BUS", 250, new Tier(null, 250L)),
                rate("MEDIUM_BUS", 400, new Tier(null, 400L)),
                rate("LARGE_BUS", 600, new Tier(null, 600L)));
    }

    /** Beyond 30 minutes of waiting, 5 km for each 30 minutes. */
    private static Rate rate(String bodyType, long fen_per_km, Tier... tiers) {
        return new Rate(
                null, bodyType, null, null, List.of(tiers), null, null, new Waiting(30, 30, 5 * fen_per_km), null);
    }

    private PoolOffer pool(Unit office) {
        return offer(office, "公务用车平台车辆", true, tariffOf(office.code()), POOL_CUTOFF_HOURS);
    }

    private PoolOffer countyOffer(Unit office) {
        return offer(office, "区级平台一般公务用车（免费）", false, null, COUNTY_CUTOFF_HOURS);
    }

    private PoolOffer offer(Unit unit, String name, boolean unitsBelow, @Nullable UUID tariffId, int cutoffHours) {
        PoolOfferApi.Offer view = new PoolOfferApi.Offer(
                Ids.next(),
                unit.id(),
                unit.name(),
                name,
                "OPEN",
                unitsBelow,
                new PoolOfferApi.Terms(List.of(), List.of(), null, null),
                tariffId == null,
                tariffId,
                cutoffHours,
                List.of(new PoolOfferApi.User(unit.id(), unit.name())),
                from,
                to,
                0);
        return new PoolOffer(view, unit.path(), List.of(unit.path()));
    }

    private Agreement agreement(String number, String title, String... codes) {
        List<Unit> units = Stream.of(codes).map(world::get).toList();
        Instant signedAt = Days.start(from);
        AgreementApi.Agreement view = new AgreementApi.Agreement(
                Ids.next(),
                number.formatted(from.getYear()),
                title,
                "IN_FORCE",
                units.stream()
                        .map(unit -> new AgreementApi.Party(
                                unit.id(), unit.name(), unit.regionCode(), "fleet-officer-" + unit.code(), signedAt))
                        .toList(),
                from,
                to,
                terms(tariffOf(codes[0])),
                null,
                0);
        return new Agreement(view, units.stream().map(Unit::path).toList());
    }

    private static AgreementApi.Terms terms(UUID tariffId) {
        return new AgreementApi.Terms(
                List.of(),
                null,
                null,
                tariffId,
                "MONTHLY",
                List.of("ODOMETER", "TRACK_DIGEST", "TOLLS", "CONFIRMATION"),
                CONFIRM_DAYS,
                false,
                LIABILITY);
    }
}
