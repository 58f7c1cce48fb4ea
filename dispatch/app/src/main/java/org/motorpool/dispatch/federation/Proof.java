package org.motorpool.dispatch.federation;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.motorpool.dispatch.contract.FederationMessage.Evidenced;
import org.motorpool.dispatch.sharing.PriceComponent;

/** What a line of a bill says in proof of itself. */
final class Proof {

    private static final String EXPENSE = "expense ";

    private Proof() {}

    static String ofExpense(UUID id) {
        return EXPENSE + id;
    }

    /** The expense a line passes through, by its proof. */
    static Optional<UUID> findExpense(String proof) {
        return proof.startsWith(EXPENSE)
                ? Optional.of(UUID.fromString(proof.substring(EXPENSE.length())))
                : Optional.empty();
    }

    static String of(PriceComponent component, Evidenced evidence) {
        String period = "%s - %s".formatted(evidence.from(), evidence.to());
        if (component == PriceComponent.WAITING) {
            return "waited %d min, %s".formatted(evidence.waiting_minutes(), period);
        }
        if (evidence.rental() != null) {
            return "rental %s, %s"
                    .formatted(
                            evidence.rental().orderNumber(), evidence.rental().supplier());
        }
        return driven(evidence) + ", " + period;
    }

    /** The odometer of each vehicle. */
    private static String driven(Evidenced evidence) {
        if (evidence.legs().size() > 1) {
            return evidence.legs().stream()
                    .map(leg -> "odometer %d-%d km of %s"
                            .formatted(leg.odometerStart_km(), leg.odometerEnd_km(), leg.plate()))
                    .collect(Collectors.joining(", "));
        }
        return evidence.odometerStart_km() == null
                ? "not driven"
                : "odometer %d-%d km".formatted(evidence.odometerStart_km(), evidence.odometerEnd_km());
    }
}
