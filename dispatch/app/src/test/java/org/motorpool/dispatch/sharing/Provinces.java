package org.motorpool.dispatch.sharing;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.contract.UnitApi;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;
import org.motorpool.dispatch.organisation.store.Units;

/** Object mother: Shaanxi with Xi'an and Baoji, and Gansu with Lanzhou, where nothing is shared until a test shares it. */
@ApplicationScoped
class Provinces {

    private static final List<UnitApi.Region> REGIONS = List.of(
            new UnitApi.Region("610000", "陕西省", "PROVINCE", "100000"),
            new UnitApi.Region("610100", "西安市", "CITY", "610000"),
            new UnitApi.Region("610300", "宝鸡市", "CITY", "610000"),
            new UnitApi.Region("620000", "甘肃省", "PROVINCE", "100000"),
            new UnitApi.Region("620100", "兰州市", "CITY", "620000"));

    private final Organisations organisations;
    private final ScopedTransactions transactions;
    private final UnitService service;
    private final Units units;

    Provinces(Organisations organisations, ScopedTransactions transactions, UnitService service, Units units) {
        this.organisations = organisations;
        this.transactions = transactions;
        this.service = service;
        this.units = units;
    }

    Unit nation() {
        return organisations.nation();
    }

    Unit shaanxi() {
        return unit("T610000", "610000", "PROVINCE", nation(), REGIONS);
    }

    Unit gansu() {
        shaanxi();
        return unit("T620000", "620000", "PROVINCE", nation(), List.of());
    }

    /** A new unit of Shaanxi in Xi'an. */
    Unit inXian() {
        return fresh("610100", shaanxi());
    }

    /** A new unit of Shaanxi in Baoji. */
    Unit inBaoji() {
        return fresh("610300", shaanxi());
    }

    /** A new unit of Gansu in Lanzhou. */
    Unit inLanzhou() {
        return fresh("620100", gansu());
    }

    /** A new authority below the nation, with no other. */
    Unit authority(String regionCode) {
        shaanxi();
        return fresh(regionCode, nation());
    }

    private Unit fresh(String regionCode, Unit parent) {
        String id = Ids.next().toString();
        return unit("T" + regionCode + id.substring(id.length() - 8), regionCode, "CITY", parent, List.of());
    }

    private Unit unit(String code, String regionCode, String level, Unit parent, List<UnitApi.Region> regions) {
        return inSystem(session -> units.findByCode(session, code)).orElseGet(() -> {
            Unit unit =
                    new Unit(Ids.next(), code, "单位" + code, level, regionCode, parent.id(), parent.path() + code + "/");
            inSystem(session -> service.add(session, regions, List.of(unit)));
            return unit;
        });
    }

    private <T> T inSystem(Function<Mutiny.Session, Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> transactions.inTransaction(Scope.SYSTEM, work));
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }
}
