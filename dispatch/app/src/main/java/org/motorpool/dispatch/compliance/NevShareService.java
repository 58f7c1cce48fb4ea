package org.motorpool.dispatch.compliance;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.compliance.store.Provinces;
import org.motorpool.dispatch.compliance.store.RuleBooks;
import org.motorpool.dispatch.contract.ComplianceApi.NevShare;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;

/** NEV share of the provinces' additions; always of the whole province, also for a caller from one of its counties. */
@ApplicationScoped
public class NevShareService {

    private static final int FIRST_YEAR = 2012;

    private final ScopedTransactions transactions;
    private final Provinces provinces;
    private final RuleBooks rules;
    private final Clock clock;

    NevShareService(ScopedTransactions transactions, Provinces provinces, RuleBooks rules, Clock clock) {
        this.transactions = transactions;
        this.provinces = provinces;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Shares of the provinces the scope touches, under the rule in force at the end of the year (today, this year); a province
     * without a rule then is left out.
     *
     * @param year null for this year
     */
    public Uni<List<NevShare>> list(Scope scope, @Nullable Integer year) {
        LocalDate today = Days.today(clock);
        int asked = checked(year == null ? today.getYear() : year, today);
        LocalDate day = asked == today.getYear() ? today : LocalDate.of(asked, 12, 31);
        return transactions.inTransaction(scope, session -> provinces
                .list(session, scope.unitPath())
                .chain(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(province -> share(session, province, day))
                        .collect()
                        .asList())
                .map(shares -> shares.stream().flatMap(Optional::stream).toList()));
    }

    private Uni<Optional<NevShare>> share(Mutiny.Session session, Provinces.Province province, LocalDate day) {
        return rules.findNevRule(session, province.code(), day).chain(found -> found.map(rule -> provinces
                        .additions(session, province.code(), day.getYear(), rule)
                        .map(additions -> Optional.of(view(province, day.getYear(), rule, additions))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private static NevShare view(Provinces.Province province, int year, NevRule rule, Provinces.Additions additions) {
        Double share = additions.all() == 0 ? null : (double) additions.newEnergy() / additions.all();
        return new NevShare(
                province.code(),
                province.name(),
                year,
                additions.all(),
                additions.newEnergy(),
                share,
                rule.threshold().doubleValue(),
                rule.isMet(additions.newEnergy(), additions.all()));
    }

    private static int checked(int year, LocalDate today) {
        if (year < FIRST_YEAR || year > today.getYear()) {
            throw Problem.invalid(
                            "year",
                            "year 应在 %d 到 %d 之间，收到 %d".formatted(FIRST_YEAR, today.getYear(), year),
                            "year must be %d to %d, got %d".formatted(FIRST_YEAR, today.getYear(), year))
                    .asException();
        }
        return year;
    }
}
