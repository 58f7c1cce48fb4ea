package org.motorpool.dispatch.request;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.RequestApi;
import org.motorpool.dispatch.contract.RequestApi.NewRequest;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.Unit;

/**
 * A judged request as it is submitted, with the steps it carries from now on.
 *
 * @param steps none when one approver decides
 */
record Submitted(UseRequest request, List<ApprovalStep> steps) {

    Submitted {
        steps = List.copyOf(steps);
    }

    /**
     * Which request it is.
     *
     * @param round grows when a returned request is submitted again
     * @param seriesId null for a request by itself
     */
    record Identity(
            UUID id, String number, int round, @Nullable UUID seriesId) {}

    static Submitted of(Scope by, Identity identity, Judgement judgement, Instant now) {
        List<ApprovalStep> steps = ApprovalSteps.of(identity.id(), identity.round(), judgement, now);
        Unit unit = judgement.facts().unit();
        return new Submitted(
                new UseRequest(
                        view(by, identity, judgement, now, steps.isEmpty() ? null : 1),
                        by.accountId(),
                        unit.code(),
                        unit.path(),
                        null),
                steps);
    }

    private static RequestApi.Request view(
            Scope by, Identity identity, Judgement judgement, Instant now, @Nullable Integer step) {
        NewRequest wanted = judgement.wanted();
        Unit unit = judgement.facts().unit();
        boolean emergency = Boolean.TRUE.equals(wanted.emergency());
        boolean holds = judgement.holds();
        return new RequestApi.Request(
                identity.id(),
                identity.number(),
                (emergency ? RequestStatus.APPROVED : RequestStatus.SUBMITTED).name(),
                unit.id(),
                unit.name(),
                unit.regionCode(),
                wanted.hostRegionCode(),
                by.name(),
                wanted.purpose().strip(),
                wanted.category(),
                wanted.passengers(),
                wanted.pickup(),
                wanted.dropoff(),
                wanted.departAt(),
                wanted.returnAt(),
                now,
                null,
                null,
                null,
                judgement.details(),
                identity.round(),
                emergency,
                emergency ? hours(now, judgement.facts().paper().hours()) : null,
                emergency ? "DUE" : null,
                false,
                holds ? hours(now, judgement.hold().hours()) : null,
                holds ? judgement.hold().expiry() : null,
                identity.seriesId(),
                judgement.chain() == null ? null : judgement.chain().name(),
                step,
                0);
    }

    private static Instant hours(Instant from, int hours) {
        return from.plus(Duration.ofHours(hours));
    }
}
