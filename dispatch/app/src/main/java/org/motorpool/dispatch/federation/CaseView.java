package org.motorpool.dispatch.federation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.contract.FederationApi.Service;
import org.motorpool.dispatch.contract.FederationMessage.Assigned;
import org.motorpool.dispatch.contract.FederationMessage.BookingRefused;
import org.motorpool.dispatch.contract.FederationMessage.Cancelled;
import org.motorpool.dispatch.contract.FederationMessage.Collected;
import org.motorpool.dispatch.contract.FederationMessage.Declined;
import org.motorpool.dispatch.contract.FederationMessage.Departed;
import org.motorpool.dispatch.contract.FederationMessage.Evidenced;
import org.motorpool.dispatch.contract.FederationMessage.NoShow;
import org.motorpool.dispatch.contract.FederationMessage.Offered;
import org.motorpool.dispatch.contract.FederationMessage.Returned;
import org.motorpool.dispatch.contract.FederationMessage.Settled;
import org.motorpool.dispatch.contract.FederationMessage.Supplemented;
import org.motorpool.dispatch.contract.FederationMessage.UseConfirmed;
import org.motorpool.dispatch.contract.FederationMessage.Withdrawn;

/** One side of a case as people see it. */
public final class CaseView {

    private static final Set<String> READERS =
            Set.of("REQUESTER", "APPROVER", "DISPATCHER", "FLEET_OFFICER", "SUPERVISOR");

    private CaseView() {}

    public static Service of(ServiceCase side) {
        CaseFacts facts = side.facts();
        return new Service(
                side.id(),
                side.sharedId(),
                side.number(),
                side.role().name(),
                side.status().name(),
                side.unitId(),
                side.peerCode(),
                side.peerName(),
                side.agreementNumber(),
                side.requestId(),
                facts.inquiry(),
                facts.find(Offered.class).orElse(null),
                facts.find(Assigned.class).orElse(null),
                facts.find(NoShow.class).orElse(null),
                facts.find(Evidenced.class).orElse(null),
                facts.find(UseConfirmed.class).orElse(null),
                facts.find(Settled.class).orElse(null),
                facts.find(Departed.class).map(Departed::at).orElse(null),
                facts.find(Returned.class).map(Returned::at).orElse(null),
                side.confirmBy().orElse(null),
                facts.find(Collected.class).map(Collected::billId).orElse(null),
                facts.find(Supplemented.class).map(Supplemented::useId).orElse(null),
                reason(facts),
                side.bill_fen(),
                side.billDiffers(),
                side.lines(),
                facts.disputes(),
                side.openedAt(),
                side.version());
    }

    /** Why the case ended before its time. */
    private static @Nullable String reason(CaseFacts facts) {
        return Stream.of(
                        facts.find(Withdrawn.class).map(Withdrawn::reason),
                        facts.find(Declined.class).map(Declined::reason),
                        facts.find(Cancelled.class).map(Cancelled::reason),
                        facts.find(BookingRefused.class).map(BookingRefused::code))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    static Push.Change change(ServiceCase side) {
        return new Push.Change("cross-region-service", List.of(side.unitPath()), of(side), READERS);
    }
}
