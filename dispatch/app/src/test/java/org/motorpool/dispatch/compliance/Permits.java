package org.motorpool.dispatch.compliance;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;

/** Object mother: indicators issued by the platform itself, so that a test needs no plan. */
@ApplicationScoped
public class Permits {

    private final ScopedTransactions transactions;
    private final IndicatorService indicators;
    private final UnitService units;
    private final Clock clock;

    Permits(ScopedTransactions transactions, IndicatorService indicators, UnitService units, Clock clock) {
        this.transactions = transactions;
        this.indicators = indicators;
        this.units = units;
        this.clock = clock;
    }

    /** The form, with an indicator of its unit that permits just this. */
    public Map<String, Object> permitted(Map<String, Object> form) {
        String energy = (String) form.get("energyType");
        form.put(
                "indicatorId",
                issue(form, !energy.equals("ICE") && !energy.equals("HEV")).toString());
        return form;
    }

    /** An indicator for what the form asks; new energy or not. */
    public UUID issue(Map<String, Object> form, boolean newEnergy) {
        UUID unitId = UUID.fromString((String) form.get("unitId"));
        String useClass = form.get("category").equals("JYTX") ? "CONFIDENTIAL_COMMUNICATION" : "GENERAL";
        Object old = form.get("replacedVehicleId");
        IndicatorFile.Terms terms = new IndicatorFile.Terms(
                (String) form.get("category"),
                (String) form.get("tier"),
                (String) form.get("kind"),
                newEnergy,
                useClass,
                ((Number) form.get("price_fen")).longValue(),
                null,
                old == null ? null : UUID.fromString(old.toString()));
        return issue(unitId, terms);
    }

    public UUID issue(UUID unitId, IndicatorFile.Terms terms) {
        UUID id = Ids.next();
        await(() -> transactions.inTransaction(Scope.SYSTEM, session -> units.get(session, unitId)
                .chain(unit -> indicators.add(session, List.of(indicator(id, unit, terms))))));
        return id;
    }

    private IndicatorFile indicator(UUID id, Unit unit, IndicatorFile.Terms terms) {
        LocalDate today = Days.today(clock);
        return new IndicatorFile(
                id,
                "ZB-" + id,
                null,
                unit.id(),
                unit.path(),
                unit.name(),
                unit.regionCode(),
                today.getYear(),
                terms,
                "ISSUED",
                LocalDate.of(today.getYear(), 12, 31),
                "system",
                clock.instant(),
                null,
                null,
                null);
    }

    static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }
}
