package org.motorpool.dispatch.compliance.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.compliance.Decision;
import org.motorpool.dispatch.contract.ComplianceApi.Acquisition;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;
import org.motorpool.dispatch.contract.NevApi;
import org.motorpool.dispatch.organisation.Unit;

/** Acquisitions in PostgreSQL; every call runs in the caller's session. */
@Singleton
public class Acquisitions {

    private static final TypeReference<List<Violation>> VIOLATIONS = new TypeReference<>() {};
    private static final TypeReference<List<NevApi.Projection>> SHARES = new TypeReference<>() {};
    private static final TypeReference<List<Long>> RULES = new TypeReference<>() {};
    private static final String LOCK = """
            select 1 from (select pg_advisory_xact_lock(hashtextextended('motorpool.acquisition.' || ?1, 0))) as locked""";

    private final ObjectMapper json;

    Acquisitions(ObjectMapper json) {
        this.json = json;
    }

    /**
     * One decision at a time in the accounts that a unit's vehicles are counted in, until the transaction ends: first in the
     * subtree below the root (a province's, or a central department's), then in the province. Always in this order.
     */
    public Uni<Void> lock(Mutiny.Session session, Unit unit) {
        return lock(session, branch(unit.path())).chain(_ -> lock(session, unit.provinceCode()));
    }

    private static Uni<Void> lock(Mutiny.Session session, String key) {
        return session.createNativeQuery(LOCK, Integer.class)
                .setParameter(1, key)
                .getSingleResult()
                .replaceWithVoid();
    }

    /** "/100000/310000/" of "/100000/310000/310115/". */
    private static String branch(String path) {
        int second = path.indexOf('/', path.indexOf('/', 1) + 1);
        return second < 0 ? path : path.substring(0, second + 1);
    }

    /** Keep the decision as evidence. */
    public Uni<Acquisition> add(Mutiny.Session session, Decision decision) {
        AcquisitionRow row = new AcquisitionRow(decision.proposal(), decision.unit(), write(decision.violations()));
        row.decided(decision.id(), decision.decidedAt(), decision.decidedFor());
        row.decidedUnder(decision.useClass(), write(decision.rules()), write(decision.shares()));
        if (decision.vehicleId() != null) {
            row.accept(decision.vehicleId());
        }
        return session.persist(row).chain(session::flush).map(_ -> view(row));
    }

    /** Newest first, before {@code before}. */
    public Uni<List<Acquisition>> list(Mutiny.Session session, String scopePath, UUID before, int limit) {
        return session.createQuery(
                        "from Acquisition a where a.unitPath like ?1 and a.id < ?2 order by a.id desc",
                        AcquisitionRow.class)
                .setParameter(1, scopePath + "%")
                .setParameter(2, before)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(this::view).toList());
    }

    /** The decision, when it is in the scope of the session. */
    public Uni<Optional<Acquisition>> find(Mutiny.Session session, UUID id) {
        return session.find(AcquisitionRow.class, id)
                .map(row -> Optional.ofNullable(row).map(this::view));
    }

    /** Whether a decision names the indicator. */
    public Uni<Boolean> names(Mutiny.Session session, UUID indicatorId) {
        return session.createQuery("select count(a) from Acquisition a where a.indicatorId = ?1", Long.class)
                .setParameter(1, indicatorId)
                .getSingleResult()
                .map(decisions -> decisions > 0);
    }

    private Acquisition view(AcquisitionRow row) {
        return new Acquisition(
                row.id,
                row.decidedAt,
                row.unitId,
                row.unitName,
                row.kind,
                row.plate,
                row.category,
                row.energyType,
                row.brand,
                row.model,
                row.priceFen,
                row.displacementL,
                row.outcome,
                row.vehicleId,
                read(row.violations, VIOLATIONS),
                row.indicatorId,
                row.exemptionId,
                read(row.shares, SHARES),
                read(row.rules, RULES));
    }

    private String write(List<?> list) {
        try {
            return json.writeValueAsString(list);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("cannot be written as JSON: " + list, impossible);
        }
    }

    private <T> List<T> read(String column, TypeReference<List<T>> type) {
        try {
            return json.readValue(column, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a column of acquisition is not JSON: " + column, broken);
        }
    }
}
