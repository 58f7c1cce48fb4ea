package org.motorpool.dispatch.organisation;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.contract.PoolOfferApi;
import org.motorpool.dispatch.contract.UnitApi;
import org.motorpool.dispatch.organisation.store.Units;
import org.motorpool.dispatch.sharing.PoolOfferService;

/** Object mother: a nation with Shanghai, Pudong and Huangpu, made once; further units on demand. */
@ApplicationScoped
public class Organisations {

    private static final List<UnitApi.Region> REGIONS = List.of(
            new UnitApi.Region("100000", "全国", "NATION", null),
            new UnitApi.Region("310000", "上海市", "PROVINCE", "100000"),
            new UnitApi.Region("310115", "浦东新区", "COUNTY", "310000"),
            new UnitApi.Region("310101", "黄浦区", "COUNTY", "310000"));

    private final ScopedTransactions transactions;
    private final UnitService service;
    private final Units units;
    private final PoolOfferService offers;

    Organisations(ScopedTransactions transactions, UnitService service, Units units, PoolOfferService offers) {
        this.transactions = transactions;
        this.service = service;
        this.units = units;
        this.offers = offers;
    }

    public Unit nation() {
        return unit("T100000", "100000", "NATION", null);
    }

    public Unit shanghai() {
        return find("T310000").orElseGet(() -> {
            Unit added = add("T310000", "310000", "PROVINCE", nation());
            pool(added);
            return added;
        });
    }

    public Unit pudong() {
        return unit("T310115", "310115", "COUNTY", shanghai());
    }

    public Unit huangpu() {
        return unit("T310101", "310101", "COUNTY", shanghai());
    }

    /** A county's unit of its own, for a test that needs to know all of its vehicles. */
    public Unit county(String code) {
        return unit(code, "310115", "COUNTY", shanghai());
    }

    /** A superior's pool: all units of Shanghai share all their vehicles. */
    private void pool(Unit unit) {
        PoolOfferApi.NewOffer all = new PoolOfferApi.NewOffer(
                unit.id(),
                "全市车辆",
                true,
                new PoolOfferApi.Terms(List.of(), List.of(), null, null),
                true,
                null,
                0,
                List.of(unit.code()),
                LocalDate.parse("2020-01-01"),
                LocalDate.parse("2100-01-01"));
        await(() -> offers.create(Scope.SYSTEM, all, null));
    }

    private Unit unit(String code, String regionCode, String level, Unit parent) {
        return find(code).orElseGet(() -> add(code, regionCode, level, parent));
    }

    private Unit add(String code, String regionCode, String level, Unit parent) {
        String above = parent == null ? "/" : parent.path();
        Unit unit = new Unit(
                Ids.next(),
                code,
                "单位" + code,
                level,
                regionCode,
                parent == null ? null : parent.id(),
                above + code + "/");
        List<UnitApi.Region> regions = parent == null ? REGIONS : List.of();
        await(() -> transactions.inTransaction(Scope.SYSTEM, session -> service.add(session, regions, List.of(unit))));
        return unit;
    }

    private Optional<Unit> find(String code) {
        return await(() -> transactions.inTransaction(Scope.SYSTEM, session -> units.findByCode(session, code)));
    }

    private static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }
}
