package org.motorpool.dispatch.compliance;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.compliance.store.Exemptions;
import org.motorpool.dispatch.compliance.store.Indicators;
import org.motorpool.dispatch.compliance.store.NevTallies;
import org.motorpool.dispatch.compliance.store.OldVehicles;
import org.motorpool.dispatch.compliance.store.Quotas;
import org.motorpool.dispatch.compliance.store.RuleBooks;
import org.motorpool.dispatch.organisation.Unit;

/** Gathers what the rules need to know; reads only, in the session of the decision, a fixed number of queries. */
@Singleton
class FactFinder {

    /** The rules in force and the facts they judge. */
    record Known(RuleBook rules, AcquisitionFacts facts) {
        Verdict verdict() {
            return AcquisitionRules.check(rules, facts);
        }
    }

    /** What an acquisition names by its id. */
    private record Named(
            @Nullable IndicatorFile indicator,
            @Nullable OldVehicle oldVehicle,
            @Nullable ExemptionFile exemption) {}

    private final RuleBooks books;
    private final Quotas quotas;
    private final Indicators indicators;
    private final OldVehicles oldVehicles;
    private final Exemptions exemptions;
    private final NevTallies tallies;

    FactFinder(
            RuleBooks books,
            Quotas quotas,
            Indicators indicators,
            OldVehicles oldVehicles,
            Exemptions exemptions,
            NevTallies tallies) {
        this.books = books;
        this.quotas = quotas;
        this.indicators = indicators;
        this.oldVehicles = oldVehicles;
        this.exemptions = exemptions;
        this.tallies = tallies;
    }

    Uni<Known> gather(
            Mutiny.Session session, AcquisitionProposal proposal, Unit unit, String username, LocalDate today) {
        return books.load(session, unit.regionCode(), today).chain(rules -> named(session, proposal, today)
                .chain(named -> facts(session, proposal, unit, username, today, named))
                .map(facts -> new Known(rules, facts)));
    }

    private Uni<AcquisitionFacts> facts(
            Mutiny.Session session,
            AcquisitionProposal proposal,
            Unit unit,
            String username,
            LocalDate today,
            Named named) {
        return quotas.occupancy(session, unit.id(), proposal.category(), today)
                .chain(occupancy -> tallies.ofUnit(session, unit.id(), today.getYear(), proposal.indicatorId())
                        .map(accounts -> new AcquisitionFacts(
                                proposal,
                                username,
                                unit.name(),
                                placeName(accounts),
                                today,
                                occupancy.quota(),
                                occupancy.inUse(),
                                named.indicator(),
                                named.oldVehicle(),
                                named.exemption(),
                                accounts)));
    }

    private Uni<Named> named(Mutiny.Session session, AcquisitionProposal proposal, LocalDate today) {
        return indicator(session, proposal.indicatorId())
                .chain(indicator -> oldVehicle(session, proposal).chain(old -> exemption(session, proposal, today)
                        .map(exemption -> new Named(indicator, old, exemption))));
    }

    private Uni<@Nullable IndicatorFile> indicator(Mutiny.Session session, @Nullable UUID id) {
        return id == null
                ? Uni.createFrom().nullItem()
                : indicators
                        .find(session, id)
                        .map(found -> found.orElseThrow(() -> unknown("indicatorId", "indicator", "指标", id)));
    }

    private Uni<@Nullable OldVehicle> oldVehicle(Mutiny.Session session, AcquisitionProposal proposal) {
        UUID id = proposal.replacedVehicleId();
        return id == null
                ? Uni.createFrom().nullItem()
                : oldVehicles
                        .find(session, id)
                        .map(found -> found.orElseThrow(() -> unknown("replacedVehicleId", "vehicle", "车辆", id)))
                        .invoke(old -> refuseOther(old, proposal));
    }

    /** A renewal takes the place of a vehicle of the same unit and category. */
    private static void refuseOther(OldVehicle old, AcquisitionProposal proposal) {
        if (!old.unitId().equals(proposal.unitId()) || !old.category().equals(proposal.category())) {
            throw Fields.bad(
                    "replacedVehicleId",
                    "车辆 %s 不属于同一单位、同一类别，不能由本次更新替换".formatted(old.plate()),
                    "%s is not of the same unit and category and cannot be replaced by this renewal"
                            .formatted(old.plate()));
        }
    }

    private Uni<@Nullable ExemptionFile> exemption(
            Mutiny.Session session, AcquisitionProposal proposal, LocalDate today) {
        UUID id = proposal.exemptionId();
        return id == null
                ? Uni.createFrom().nullItem()
                : exemptions
                        .find(session, id)
                        .map(found -> found.orElseThrow(() -> unknown("exemptionId", "exemption", "豁免", id)))
                        .invoke(exemption -> usable(exemption, proposal, today));
    }

    private static void usable(ExemptionFile exemption, AcquisitionProposal proposal, LocalDate today) {
        if (!exemption.unitId().equals(proposal.unitId()) || exemption.year() != today.getYear()) {
            throw Problem.invalid(
                            "exemptionId",
                            "豁免 %s 属于 %s（%d 年），不能用于本次配备，请改用本单位本年的豁免文件"
                                    .formatted(exemption.documentNumber(), exemption.unitName(), exemption.year()),
                            "exemption %s is of %s for %d; name one of this unit and year"
                                    .formatted(exemption.documentNumber(), exemption.unitName(), exemption.year()))
                    .asException();
        }
        if (exemption.acquisitionId() != null) {
            throw exemptionUsed(exemption.id());
        }
    }

    static ProblemException exemptionUsed(UUID id) {
        return Problem.of(
                        409,
                        "exemption-used",
                        "状态冲突 Conflict",
                        "豁免 %s 已用于另一辆车，一份豁免只适用于一辆车，请另行申请".formatted(id),
                        "exemption %s is used up by another vehicle; apply for another".formatted(id),
                        "exemptionId")
                .asException();
    }

    private static ProblemException unknown(String field, String code, String zh, UUID id) {
        return Problem.of(
                        404,
                        code + "-unknown",
                        "未找到 Not found",
                        "%s %s 不存在或不在您的管理范围内，请检查 %s".formatted(zh, id, field),
                        "%s %s does not exist or is outside your scope; check %s".formatted(code, id, field),
                        field)
                .asException();
    }

    private static String placeName(List<NevAccount> accounts) {
        return accounts.stream()
                .filter(account -> account.type().equals("PROVINCE"))
                .map(NevAccount::name)
                .findFirst()
                .orElse("全国");
    }
}
