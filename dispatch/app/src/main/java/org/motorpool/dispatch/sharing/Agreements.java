package org.motorpool.dispatch.sharing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;
import org.motorpool.dispatch.sharing.store.AgreementRows;
import org.motorpool.dispatch.sharing.store.AgreementUses;

/** Which agreement covers a use across regions; for assignment and federation, in their transactions. */
@Singleton
public class Agreements {

    private final AgreementRows rows;
    private final AgreementUses uses;

    Agreements(AgreementRows rows, AgreementUses uses) {
        this.rows = rows;
        this.uses = uses;
    }

    /**
     * The agreement under which a home unit may use a host unit's vehicle. Fails, with the agreement's number and article, with
     * {@code agreement-missing}, {@code agreement-expired}, {@code agreement-category}, {@code agreement-hours} or
     * {@code agreement-cap}. Uses under an agreement with caps queue up here, so that two together do not slip past one.
     */
    public Uni<Agreement> covering(Mutiny.Session session, String homePath, String hostPath, PlannedUse use) {
        return rows.listBetween(session, homePath, hostPath)
                .map(found -> choose(found, homePath, hostPath, use))
                .call(agreement -> requireCaps(session, agreement, homePath, hostPath, use));
    }

    /**
     * What stands against asking for vehicles of a region; which of its units would lend one is open, so caps are not looked at. Empty
     * when an agreement covers the use.
     */
    public Uni<Optional<Violation>> objection(
            Mutiny.Session session, String homePath, String hostRegion, PlannedUse use) {
        return rows.listTowards(session, homePath, hostRegion).map(found -> AgreementRules.choose(found, use)
                .map(agreement -> AgreementRules.check(agreement, use))
                .orElseGet(() -> Optional.of(AgreementRules.missing(homePath, hostRegion))));
    }

    private static Agreement choose(List<Agreement> found, String homePath, String hostPath, PlannedUse use) {
        List<Agreement> between = found.stream()
                .filter(agreement -> agreement.isBetween(homePath, hostPath))
                .toList();
        Agreement agreement = AgreementRules.choose(between, use)
                .orElseThrow(() -> refused(AgreementRules.missing(homePath, hostPath)));
        AgreementRules.check(agreement, use).ifPresent(violation -> {
            throw refused(violation);
        });
        return agreement;
    }

    /** Whether the caps leave room for the use; to the end of the transaction no other use takes it. */
    public Uni<Void> requireCaps(
            Mutiny.Session session, Agreement agreement, String homePath, String hostPath, PlannedUse use) {
        if (agreement.view().terms().caps() == null) {
            return Uni.createFrom().voidItem();
        }
        String home = agreement.partyPath(homePath);
        String host = agreement.partyPath(hostPath);
        return uses.lockAndCount(session, agreement.id(), home, host, use)
                .map(used -> AgreementRules.caps(agreement, use, used))
                .invoke(Agreements::refuse)
                .replaceWithVoid();
    }

    /** The agreement, whatever its state; for what was begun under it. */
    public Uni<Optional<Agreement>> find(Mutiny.Session session, UUID id) {
        return rows.find(session, id);
    }

    /** Agreements in force on the day or later, as far as the session sees. */
    public Uni<List<Agreement>> listRunning(Mutiny.Session session, LocalDate day) {
        return rows.listRunning(session, day);
    }

    private static void refuse(Optional<Violation> found) {
        found.ifPresent(violation -> {
            throw refused(violation);
        });
    }

    private static RuntimeException refused(Violation violation) {
        return Problem.refused(violation.rule(), List.of(violation)).asException();
    }
}
