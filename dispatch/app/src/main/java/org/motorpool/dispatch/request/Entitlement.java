package org.motorpool.dispatch.request;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.organisation.Scope;

/**
 * Who decides: the caller, or the caller for somebody who delegated.
 *
 * @param behalf for whom; null for themselves
 */
record Entitlement(ApprovalStep.@Nullable Person behalf) {

    private static final Entitlement OWN = new Entitlement(null);

    /**
     * What may be decided by whom.
     *
     * @param account username of the one who decides alone; null for the role
     */
    record Holder(String role, @Nullable String account, String path) {

        static Holder of(ApprovalStep step) {
            return new Holder(step.role(), step.account(), step.holderPath());
        }

        /** One approver of the unit or above, where no chain is. */
        static Holder anyApprover(UseRequest request) {
            return new Holder("APPROVER", null, request.unitPath());
        }

        boolean is(String username, Set<String> roles, String scopePath) {
            return account != null ? account.equals(username) : roles.contains(role) && path.startsWith(scopePath);
        }
    }

    /** The caller's own right, which goes before any delegation. */
    static Optional<Entitlement> ofCaller(Holder holder, Scope caller) {
        return holder.is(caller.username(), caller.roles(), caller.unitPath()) ? Optional.of(OWN) : Optional.empty();
    }

    /** The first delegation that gives the right; those of the requester give none. */
    static Optional<Entitlement> ofDelegate(Holder holder, List<Delegation> delegations, UUID requesterId) {
        return delegations.stream()
                .filter(each -> !each.accountId().equals(requesterId)
                        && holder.is(each.username(), each.roles(), each.unitPath()))
                .findFirst()
                .map(each -> new Entitlement(each.delegator()));
    }

    /** Nobody decides twice in one round, neither for themselves nor by or for another. */
    void requireFirst(List<ApprovalStep> steps, Scope caller) {
        boolean again = steps.stream()
                .anyMatch(step ->
                        step.isDecidedBy(caller.accountId()) || (behalf != null && step.isDecidedBy(behalf.id())));
        if (again) {
            throw Problem.of(
                            403,
                            "already-decided",
                            "无权限 Forbidden",
                            "您（或委托人）已在本审批链中审批过，请由其他审批人处理",
                            "you, or the one you decide for, decided in this chain already; ask another approver",
                            null)
                    .asException();
        }
    }

    static RuntimeException none(Holder holder) {
        String who = holder.account() == null ? holder.role() : holder.account();
        return Problem.of(
                        403,
                        "not-entitled",
                        "无权限 Forbidden",
                        "当前审批环节由 %s（%s）处理，您没有审批权限".formatted(who, code(holder)),
                        "this step is decided by %s of unit %s".formatted(who, code(holder)),
                        null)
                .asException();
    }

    private static String code(Holder holder) {
        String[] codes = holder.path().split("/", -1);
        return codes.length < 2 ? holder.path() : codes[codes.length - 2];
    }
}
