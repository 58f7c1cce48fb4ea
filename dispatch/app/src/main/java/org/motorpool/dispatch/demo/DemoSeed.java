package org.motorpool.dispatch.demo;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.compliance.AcquisitionService;
import org.motorpool.dispatch.compliance.IndicatorService;
import org.motorpool.dispatch.contract.ComplianceApi.NewAcquisition;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.UnitService;

/** Writes the demo world: everything but the acquisitions in one transaction, so that it is there whole or not at all. */
@Singleton
class DemoSeed {

    /** One replica seeds; the others wait, and find the world. */
    private static final String LOCK = """
            select 1 from (select pg_advisory_xact_lock(hashtextextended('motorpool.demo', 0))) as locked""";

    private static final int LIMIT = 1000;
    private static final UUID LATEST = new UUID(-1, -1);
    private static final List<String> OPEN = List.of("ISSUED", "RESERVED");

    private static final String IS_THERE = "select exists (select from unit where code = '100000')";

    private final ScopedTransactions transactions;
    private final DemoRecords records;
    private final UnitService units;
    private final AcquisitionService acquisitions;
    private final IndicatorService indicators;
    private final DemoOperations operations;
    private final Clock clock;

    DemoSeed(
            ScopedTransactions transactions,
            DemoRecords records,
            UnitService units,
            AcquisitionService acquisitions,
            IndicatorService indicators,
            DemoOperations operations,
            Clock clock) {
        this.transactions = transactions;
        this.records = records;
        this.units = units;
        this.acquisitions = acquisitions;
        this.indicators = indicators;
        this.operations = operations;
        this.clock = clock;
    }

    /** Whether this call made the world. */
    Uni<Boolean> sowOnce() {
        return transactions.inTransaction(Scope.SYSTEM, this::sowUnlessThere).call(_ -> decide());
    }

    private Uni<Boolean> sowUnlessThere(Mutiny.Session session) {
        return session.createNativeQuery(LOCK, Integer.class)
                .getSingleResult()
                .chain(_ -> session.createNativeQuery(IS_THERE, Boolean.class).getSingleResult())
                .chain(there -> there ? Uni.createFrom().item(false) : sow(session));
    }

    private Uni<Boolean> sow(Mutiny.Session session) {
        LocalDate today = Days.today(clock);
        DemoUnits world = new DemoUnits();
        return records.write(session, world, today)
                .chain(_ -> indicators.add(session, DemoAcquisitions.indicators(world.units(), today, clock.instant())))
                .chain(_ -> DemoLeads.write(session))
                .chain(_ -> DemoApprovals.write(session))
                .replaceWith(true);
    }

    /** Through the same door as everybody, so that the refusals are real; those decided by an earlier start stay. */
    private Uni<Void> decide() {
        return units.list(Scope.SYSTEM, "", LIMIT)
                .call(operations::draft)
                .chain(all -> indicators
                        .list(Scope.SYSTEM, OPEN, LATEST, LIMIT)
                        .map(open -> DemoAcquisitions.wanted(all, open)))
                .chain(wanted -> Multi.createFrom()
                        .iterable(wanted)
                        .onItem()
                        .transformToUniAndConcatenate(this::decideOnce)
                        .collect()
                        .asList()
                        .replaceWithVoid());
    }

    private Uni<Void> decideOnce(NewAcquisition wanted) {
        return acquisitions
                .isDecided(Scope.SYSTEM, wanted.indicatorId())
                .chain(decided -> decided
                        ? Uni.createFrom().voidItem()
                        : acquisitions.acquire(Scope.SYSTEM, wanted).replaceWithVoid());
    }
}
