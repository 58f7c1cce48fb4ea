package org.motorpool.dispatch.sharing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.contract.AgreementApi;
import org.motorpool.dispatch.contract.AgreementApi.Party;

/**
 * An agreement, as people see it and with the paths of its parties, in their order.
 *
 * @param unitPaths of the parties
 */
public record Agreement(AgreementApi.Agreement view, List<String> unitPaths) {

    public Agreement {
        unitPaths = List.copyOf(unitPaths);
    }

    public UUID id() {
        return view.id();
    }

    public AgreementStatus status() {
        return AgreementStatus.valueOf(view.status());
    }

    public SettlementMode settlementMode() {
        return SettlementMode.valueOf(view.terms().settlementMode());
    }

    /** The party the unit belongs to. */
    public Optional<Party> findParty(String unitPath) {
        return index(unitPath).map(view.parties()::get);
    }

    /** Path of the party the unit belongs to; the unit belongs to one. */
    String partyPath(String unitPath) {
        return index(unitPath)
                .map(unitPaths::get)
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s is no party of agreement %s".formatted(unitPath, view.number())));
    }

    /** Whether it is between the two: each belongs to a party of its own. */
    public boolean isBetween(String homePath, String hostPath) {
        return index(homePath).isPresent()
                && index(hostPath).isPresent()
                && !index(homePath).equals(index(hostPath));
    }

    private Optional<Integer> index(String unitPath) {
        for (int i = 0; i < unitPaths.size(); i++) {
            if (unitPath.startsWith(unitPaths.get(i))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** Whether the days from the first to the last are within its validity. */
    public boolean isValid(LocalDate first, LocalDate last) {
        return !first.isBefore(view.validFrom()) && last.isBefore(view.validTo());
    }

    /** Fails with problem {@code agreement-state} unless it may become this now. */
    public Agreement requireMayBecome(AgreementStatus next) {
        if (!status().mayBecome(next)) {
            throw Problem.conflict(
                            "agreement-state",
                            "协议 %s 当前状态为 %s，不能变为 %s".formatted(view.number(), status(), next),
                            "agreement %s is %s and cannot become %s".formatted(view.number(), status(), next))
                    .asException();
        }
        return this;
    }

    /** The push that tells the open consoles of this state. */
    public Push.Change change() {
        return new Push.Change("agreement", unitPaths, view);
    }
}
