package org.motorpool.dispatch.compliance.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.compliance.Decision;
import org.motorpool.dispatch.contract.ComplianceApi.Acquisition;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;

/** Acquisitions in PostgreSQL; every call runs in the caller's session. */
@ApplicationScoped
public class Acquisitions {

    private static final TypeReference<List<Violation>> VIOLATIONS = new TypeReference<>() {};
    private static final String LOCK = """
            select 1 from (select pg_advisory_xact_lock(hashtextextended('motorpool.acquisition.' || ?1, 0))) as locked""";

    private final ObjectMapper json;

    Acquisitions(ObjectMapper json) {
        this.json = json;
    }

    /** One decision at a time in a province, until the transaction ends. */
    public Uni<Void> lockProvince(Mutiny.Session session, String provinceCode) {
        return session.createNativeQuery(LOCK, Integer.class)
                .setParameter(1, provinceCode)
                .getSingleResult()
                .replaceWithVoid();
    }

    /** Keep the decision as evidence. */
    public Uni<Acquisition> add(Mutiny.Session session, Decision decision) {
        AcquisitionRow row = new AcquisitionRow(decision.proposal(), decision.unit(), write(decision.violations()));
        row.decided(decision.id(), decision.decidedAt(), decision.decidedFor());
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
                read(row.violations));
    }

    private String write(List<Violation> violations) {
        try {
            return json.writeValueAsString(violations);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("violations cannot be written as JSON: " + violations, impossible);
        }
    }

    private List<Violation> read(String violations) {
        try {
            return json.readValue(violations, VIOLATIONS);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("violations in the store are not JSON: " + violations, broken);
        }
    }
}
