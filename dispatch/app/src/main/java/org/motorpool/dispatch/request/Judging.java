package org.motorpool.dispatch.request;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;
import org.motorpool.dispatch.contract.RequestApi.NewRequest;
import org.motorpool.dispatch.organisation.RegionCode;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.UnitService;
import org.motorpool.dispatch.request.store.Facts;
import org.motorpool.dispatch.request.store.Requests;
import org.motorpool.dispatch.sharing.Agreements;
import org.motorpool.dispatch.sharing.PlannedUse;

/** Judges a request by the rules in force: the same for a check and for a submission. */
@Singleton
class Judging {

    /** No request. */
    static final UUID NONE = new UUID(0, 0);

    private final Facts facts;
    private final Requests requests;
    private final UnitService units;
    private final Agreements agreements;
    private final PoolingRules pooling;
    private final Clock clock;

    Judging(
            Facts facts,
            Requests requests,
            UnitService units,
            Agreements agreements,
            PoolingRules pooling,
            Clock clock) {
        this.facts = facts;
        this.requests = requests;
        this.units = units;
        this.agreements = agreements;
        this.pooling = pooling;
        this.clock = clock;
    }

    /** Fails with the first thing that is wrong with the request by itself. */
    NewRequest requireWhole(@Nullable NewRequest wanted) {
        if (wanted == null) {
            throw Problem.invalid("unitId", "请求体为空，请填写申请内容", "the body is empty; give the request")
                    .asException();
        }
        NewRequestRules.check(wanted, clock.instant()).ifPresent(problem -> {
            throw problem.asException();
        });
        return wanted;
    }

    /** What the rules say; {@code but} is the request itself when it is submitted again. */
    Uni<Judgement> judge(Mutiny.Session session, Scope scope, NewRequest wanted, UUID but) {
        return requireRegion(session, wanted.hostRegionCode())
                .chain(() -> facts.read(session, wanted, clock.instant(), but))
                .chain(found -> known(session, wanted, found))
                .invoke(known -> requireCodes(wanted, known))
                .call(known -> requireMayShare(session, wanted, known))
                .chain(known -> objection(session, wanted, known)
                        .map(objection ->
                                Judgement.of(wanted, known, scope.username()).with(objection.orElse(null))));
    }

    /** Who does not consent to share pays no statement. */
    private Uni<Void> requireMayShare(Mutiny.Session session, NewRequest wanted, RequestFacts known) {
        return wanted.pooling() == null
                ? Uni.createFrom().voidItem()
                : pooling.book(session, Days.of(wanted.departAt()))
                        .invoke(book -> PoolingCheck.objection(
                                        wanted, book.find(known.unit().regionCode()))
                                .ifPresent(violation -> {
                                    throw Problem.refused(violation.rule(), List.of(violation))
                                            .asException();
                                }))
                        .replaceWithVoid();
    }

    /** What the agreements say to a use of vehicles of another province; nothing to one of the own. */
    private Uni<Optional<Violation>> objection(Mutiny.Session session, NewRequest wanted, RequestFacts known) {
        String host = wanted.hostRegionCode();
        return host == null || RegionCode.province(host).equals(known.unit().provinceCode())
                ? Uni.createFrom().item(Optional.empty())
                : agreements.objection(
                        session,
                        known.unit().path(),
                        host,
                        PlannedUse.of(wanted.category(), wanted.departAt(), wanted.returnAt()));
    }

    /** The same, and fails with the problem that stands against the submission. */
    Uni<Judgement> require(Mutiny.Session session, Scope scope, NewRequest wanted, UUID but) {
        return judge(session, scope, wanted, but)
                .chain(first -> first.facts().hold() == null
                        ? Uni.createFrom().item(first)
                        : counted(session, scope, first, but))
                .invoke(judgement -> judgement.objection().ifPresent(problem -> {
                    throw problem.asException();
                }));
    }

    /** Counted again alone: two who ask at once cannot both hold the last vehicle. */
    private Uni<Judgement> counted(Mutiny.Session session, Scope scope, Judgement first, UUID but) {
        return facts.lockCapacity(session, first.wanted(), clock.instant(), but)
                .map(capacity -> Judgement.of(first.wanted(), first.facts().with(capacity), scope.username())
                        .with(first.unagreed()));
    }

    /** A unit out of scope has no facts; its service says so. */
    private Uni<RequestFacts> known(Mutiny.Session session, NewRequest wanted, Optional<RequestFacts> found) {
        return found.map(known -> Uni.createFrom().item(known))
                .orElseGet(() -> units.get(session, wanted.unitId()).map(unit -> {
                    throw new IllegalStateException("unit %s has no facts".formatted(unit.code()));
                }));
    }

    private Uni<Void> requireRegion(Mutiny.Session session, @Nullable String code) {
        if (code == null) {
            return Uni.createFrom().voidItem();
        }
        return requests.regionExists(session, code)
                .invoke(exists -> {
                    if (!exists) {
                        throw Problem.invalid(
                                        "hostRegionCode",
                                        "行政区划代码 %s 不存在(GB/T 2260)".formatted(code),
                                        "region code %s does not exist (GB/T 2260)".formatted(code))
                                .asException();
                    }
                })
                .replaceWithVoid();
    }

    private static void requireCodes(NewRequest wanted, RequestFacts facts) {
        if (!facts.categoryKnown()) {
            throw Problem.invalid(
                            "category",
                            "车辆类别 %s 不存在，例如 QT、YJBZ".formatted(wanted.category()),
                            "vehicle category %s does not exist; QT and YJBZ do".formatted(wanted.category()))
                    .asException();
        }
        if (!facts.purposeKnown()) {
            throw Problem.invalid(
                            "purposeClass",
                            "用车事由类别 %s 不存在，例如 MEETING、FIELD_VISIT".formatted(wanted.purposeClass()),
                            "purpose class %s does not exist; MEETING and FIELD_VISIT do"
                                    .formatted(wanted.purposeClass()))
                    .asException();
        }
    }
}
