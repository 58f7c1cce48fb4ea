package org.motorpool.dispatch.compliance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;
import org.motorpool.dispatch.contract.NevApi;
import org.motorpool.dispatch.organisation.Unit;

/**
 * A decided acquisition, as it is kept.
 *
 * @param decidedFor username of who asked
 * @param vehicleId the vehicle put on file, null when refused
 * @param violations empty when accepted
 * @param shares NEV shares at the year end with this vehicle
 * @param rules ids of the rule rows in force
 */
public record Decision(
        UUID id,
        Instant decidedAt,
        String decidedFor,
        Unit unit,
        AcquisitionProposal proposal,
        @Nullable UUID vehicleId,
        List<Violation> violations,
        String useClass,
        List<NevApi.Projection> shares,
        List<Long> rules) {

    public Decision {
        shares = List.copyOf(shares);
        rules = List.copyOf(rules);
        violations = List.copyOf(violations);
    }
}
