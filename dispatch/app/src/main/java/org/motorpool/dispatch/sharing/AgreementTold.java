package org.motorpool.dispatch.sharing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.contract.AgreementApi.Party;
import org.motorpool.dispatch.organisation.Scope;

/** Tells what became of an agreement. */
@Singleton
class AgreementTold {

    private final Changes changes;

    AgreementTold(Changes changes) {
        this.changes = changes;
    }

    Uni<Void> tell(Mutiny.Session session, Scope by, String action, @Nullable Agreement before, Agreement after) {
        return changes.tell(
                session,
                by,
                new StateChange(
                        "agreement",
                        after.id(),
                        after.id(),
                        after.view().number(),
                        action,
                        before == null ? null : state(before),
                        state(after)));
    }

    /** Status and who has signed. */
    private static String state(Agreement agreement) {
        long signed = agreement.view().parties().stream()
                .map(Party::signedBy)
                .filter(by -> by != null)
                .count();
        String reason = agreement.view().endReason();
        return "%s, signed %d/%d%s"
                .formatted(
                        agreement.status(),
                        signed,
                        agreement.view().parties().size(),
                        reason == null ? "" : ": " + reason);
    }
}
