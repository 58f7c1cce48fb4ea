package org.motorpool.dispatch.compliance;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.compliance.store.Quotas;
import org.motorpool.dispatch.organisation.Unit;

/** What becomes of quotas when units merge, split and end: they are neither lost nor multiplied. */
@Singleton
class QuotaSuccession {

    private final Quotas quotas;

    QuotaSuccession(Quotas quotas) {
        this.quotas = quotas;
    }

    /** Every open quota ends and its number is added to the successor's. */
    Uni<Void> moveAll(UnitChangeService.Act act, Unit successor) {
        return each(act, quota -> end(act.session(), quota, act.on())
                .chain(_ -> add(act, successor, quota, quota.number())));
    }

    /** Every open quota ends. */
    Uni<Void> endAll(UnitChangeService.Act act) {
        return each(act, quota -> end(act.session(), quota, act.on()));
    }

    /** Part of a quota goes to another unit; fails naming the field when there are fewer places. */
    Uni<Void> movePart(UnitChangeService.Act act, Unit to, String field, String category, int number) {
        return quotas.lockLatest(act.session(), act.unit().id(), category)
                .map(latest -> enough(latest, field, category, number))
                .call(quota -> change(act, act.unit(), quota, quota.number() - number))
                .chain(quota -> add(act, to, quota, number));
    }

    private static QuotaFile enough(Optional<QuotaFile> latest, String field, String category, int number) {
        return latest.filter(quota -> quota.effectiveTo() == null && quota.number() >= number)
                .orElseThrow(() -> Fields.bad(
                        field,
                        "“%s”编制不足 %d 辆，不能划出".formatted(category, number),
                        "there are fewer than %d places of %s to give".formatted(number, category)));
    }

    private Uni<Void> each(UnitChangeService.Act act, Function<QuotaFile, Uni<Void>> work) {
        return quotas.history(act.session(), act.unit().id(), "").chain(all -> Multi.createFrom()
                .iterable(open(all))
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .asList()
                .replaceWithVoid());
    }

    private static List<QuotaFile> open(List<QuotaFile> all) {
        return all.stream().filter(quota -> quota.effectiveTo() == null).toList();
    }

    private Uni<Void> add(UnitChangeService.Act act, Unit to, QuotaFile model, int number) {
        return quotas.lockLatest(act.session(), to.id(), model.category())
                .chain(latest -> latest.filter(quota -> quota.effectiveTo() == null)
                        .map(quota -> change(act, to, quota, quota.number() + number))
                        .orElseGet(() -> begin(act, to, model, number)));
    }

    private Uni<Void> change(UnitChangeService.Act act, Unit unit, QuotaFile quota, int number) {
        return end(act.session(), quota, act.on()).chain(_ -> begin(act, unit, quota, number));
    }

    private Uni<Void> end(Mutiny.Session session, QuotaFile quota, LocalDate on) {
        if (!on.isAfter(quota.effectiveFrom())) {
            throw Fields.bad(
                    "effectiveOn",
                    "应晚于编制 %s 的生效日期 %s".formatted(quota.documentNumber(), quota.effectiveFrom()),
                    "must be after %s, from when quota %s holds"
                            .formatted(quota.effectiveFrom(), quota.documentNumber()));
        }
        return quotas.end(session, quota.id(), on);
    }

    private Uni<Void> begin(UnitChangeService.Act act, Unit unit, QuotaFile model, int number) {
        QuotaFile file = new QuotaFile(
                Ids.next(),
                unit.id(),
                unit.path(),
                unit.name(),
                unit.regionCode(),
                model.category(),
                number,
                act.document(),
                model.approvedBy(),
                model.approvalMode(),
                model.filingNumber(),
                act.on(),
                null);
        return quotas.add(act.session(), List.of(file), act.scope().username());
    }
}
