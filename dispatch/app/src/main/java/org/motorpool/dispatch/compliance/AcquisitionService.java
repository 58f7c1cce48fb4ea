package org.motorpool.dispatch.compliance;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.compliance.store.Acquisitions;
import org.motorpool.dispatch.contract.ComplianceApi.Acquisition;
import org.motorpool.dispatch.contract.ComplianceApi.AcquisitionCheck;
import org.motorpool.dispatch.contract.ComplianceApi.NewAcquisition;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;

/** Acquisitions 配备: puts a vehicle on file when the rules allow it, and keeps every decision. */
@Singleton
public class AcquisitionService {

    /** Who may read acquisitions, as in the list over REST. */
    private static final Set<String> READERS = Set.of("FLEET_OFFICER", "SUPERVISOR", "DISPATCHER", "APPROVER");

    private final ScopedTransactions transactions;
    private final AcquisitionDesk desk;
    private final Acquisitions acquisitions;
    private final Push push;

    AcquisitionService(ScopedTransactions transactions, AcquisitionDesk desk, Acquisitions acquisitions, Push push) {
        this.transactions = transactions;
        this.desk = desk;
        this.acquisitions = acquisitions;
        this.push = push;
    }

    /**
     * Decide the acquisition. A refusal by rule is an answer like acceptance, and committed; look at its outcome. Fails, with
     * nothing written, with problem {@code invalid-input}, {@code unit-unknown}, {@code vehicle-unknown} or {@code vehicle-busy}
     * (the replaced vehicle), {@code indicator-unknown}, {@code exemption-unknown}, {@code exemption-used}, {@code unit-ended},
     * {@code vehicle-on-file} (plate or VIN), {@code parking-place-missing}.
     */
    public Uni<Acquisition> acquire(Scope scope, NewAcquisition form) {
        AcquisitionProposal proposal = AcquisitionForm.read(form);
        return transactions
                .inTransaction(scope, session -> desk.decide(session, scope, proposal))
                .onFailure(ConstraintViolationException.class)
                .transform(failure -> onFile((ConstraintViolationException) failure, proposal))
                .invoke(decided -> push.tell(
                        new Push.Change("acquisition", List.of(decided.unit().path()), decided.acquisition(), READERS)))
                .map(AcquisitionDesk.Decided::acquisition);
    }

    /** What would be decided now, under the same rules and figures; nothing is written. */
    public Uni<AcquisitionCheck> check(Scope scope, NewAcquisition form) {
        AcquisitionProposal proposal = AcquisitionForm.read(form);
        return transactions.inTransaction(scope, session -> desk.check(session, scope, proposal));
    }

    /** The decision; fails with {@code acquisition-unknown} when there is none in scope. */
    public Uni<Acquisition> get(Scope scope, UUID id) {
        return transactions.inTransaction(scope, session -> acquisitions
                .find(session, id)
                .map(found -> found.orElseThrow(() -> Problem.notFound(
                                "acquisition-unknown",
                                "配备记录 %s 不存在或不在您的管理范围内".formatted(id),
                                "acquisition %s does not exist or is outside your scope".formatted(id))
                        .asException())));
    }

    /** Whether a decision, accepted or refused, names the indicator. */
    public Uni<Boolean> isDecided(Scope scope, UUID indicatorId) {
        return transactions.inTransaction(scope, session -> acquisitions.names(session, indicatorId));
    }

    /** Acquisitions of units in scope, refused ones too, newest first, before {@code before}. */
    public Uni<List<Acquisition>> list(Scope scope, UUID before, int limit) {
        return transactions.inTransaction(
                scope, session -> acquisitions.list(session, scope.unitPath(), before, limit));
    }

    /** Plates and VINs are unique over all units, also those the caller does not see; the database knows. */
    private static RuntimeException onFile(ConstraintViolationException failure, AcquisitionProposal proposal) {
        String message = String.valueOf(failure.getMessage());
        return takenBy(message, "vehicle_vin_key", "vin", proposal.vin())
                .or(() -> takenBy(message, "vehicle_plate_in_use", "plate", proposal.plate()))
                .map(RuntimeException.class::cast)
                .orElse(failure);
    }

    private static Optional<ProblemException> takenBy(String message, String constraint, String field, String value) {
        return message.contains(constraint)
                ? Optional.of(Problem.of(
                                409,
                                "vehicle-on-file",
                                "状态冲突 Conflict",
                                "已有车辆登记了 %s“%s”，请核对，或先办理原车辆的处置".formatted(field, value),
                                "a vehicle with %s \"%s\" is on file already; check it, or dispose of that vehicle first"
                                        .formatted(field, value),
                                field)
                        .asException())
                : Optional.empty();
    }
}
