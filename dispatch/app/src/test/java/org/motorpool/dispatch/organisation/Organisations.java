package org.motorpool.dispatch.organisation;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.contract.UnitApi;
import org.motorpool.dispatch.organisation.store.Units;

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

    Organisations(ScopedTransactions transactions, UnitService service, Units units) {
        this.transactions = transactions;
        this.service = service;
        this.units = units;
    }

    public Unit nation() {
        return unit("T100000", "100000", "NATION", null);
    }

    public Unit shanghai() {
        return unit("T310000", "310000", "PROVINCE", nation());
    }

    public Unit pudong() {
        return unit("T310115", "310115", "COUNTY", shanghai());
    }

    public Unit huangpu() {
        return unit("T310101", "310101", "COUNTY", shanghai());
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
