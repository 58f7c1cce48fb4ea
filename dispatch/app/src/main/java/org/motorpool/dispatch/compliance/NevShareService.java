package org.motorpool.dispatch.compliance;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.compliance.store.NevTallies;
import org.motorpool.dispatch.compliance.store.RuleBooks;
import org.motorpool.dispatch.contract.ComplianceApi.NevShare;
import org.motorpool.dispatch.contract.NevApi;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;

/** NEV shares and their outlook; always of the whole province or city, also for a caller from one of its counties. */
@Singleton
public class NevShareService {

    private static final int FIRST_YEAR = 2012;
    private static final String NATION = "100000";
    private static final String PROVINCE = "PROVINCE";
    private static final List<String> REGIONS = List.of(PROVINCE, "CITY");
    private static final List<String> TYPES = List.of(PROVINCE, "CITY", "DEPARTMENT", "BUDGET_UNIT");

    private final ScopedTransactions transactions;
    private final NevTallies tallies;
    private final RuleBooks rules;
    private final Clock clock;

    NevShareService(ScopedTransactions transactions, NevTallies tallies, RuleBooks rules, Clock clock) {
        this.transactions = transactions;
        this.tallies = tallies;
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
        LocalDate day = lastDay(year);
        return transactions.inTransaction(scope, session -> rules.loadAll(session, RuleKind.NEV_SHARE, day)
                .chain(library -> tallies.regions(session, scope.unitPath(), PROVINCE, day.getYear())
                        .map(provinces -> provinces.stream()
                                .flatMap(province -> share(library, province, day.getYear()).stream())
                                .toList())));
    }

    /**
     * Outlook to the end of the year of every account of the type that the scope touches.
     *
     * @param account PROVINCE, CITY, DEPARTMENT or BUDGET_UNIT; null for PROVINCE
     * @param year null for this year
     */
    public Uni<List<NevApi.Outlook>> outlook(Scope scope, @Nullable String account, @Nullable Integer year) {
        String type = type(account);
        LocalDate day = lastDay(year);
        return transactions.inTransaction(scope, session -> rules.loadAll(session, RuleKind.NEV_SHARE, day)
                .chain(library -> accounts(session, scope, type, day.getYear()).map(found -> found.stream()
                        .flatMap(each -> outlooks(library, each, day.getYear()))
                        .toList())));
    }

    private Uni<List<NevAccount>> accounts(Mutiny.Session session, Scope scope, String type, int year) {
        return REGIONS.contains(type)
                ? tallies.regions(session, scope.unitPath(), type, year)
                : tallies.units(session, scope.unitPath(), type, year);
    }

    /** Of regions the rules of the region; of units the national ones, as their subtree may span provinces. */
    private static List<NevRule> rules(RuleLibrary library, NevAccount account) {
        boolean region = REGIONS.contains(account.type());
        return library.book(region ? regionCode(account) : NATION).listNevRules(account.type());
    }

    private static Optional<NevShare> share(RuleLibrary library, NevAccount province, int year) {
        return rules(library, province).stream().findFirst().map(rule -> {
            NevFigures figures = NevFigures.of(rule, province.tally());
            int net = figures.additions() - figures.exempted();
            return new NevShare(
                    regionCode(province),
                    province.name(),
                    year,
                    figures.additions(),
                    figures.newEnergy(),
                    NevFigures.share(figures.newEnergy(), figures.additions()),
                    rule.threshold().doubleValue(),
                    rule.isMet(figures.newEnergy(), net),
                    figures.exempted(),
                    figures.toDate());
        });
    }

    private static Stream<NevApi.Outlook> outlooks(RuleLibrary library, NevAccount account, int year) {
        return rules(library, account).stream().map(rule -> {
            NevFigures figures = NevFigures.of(rule, account.tally());
            return new NevApi.Outlook(
                    REGIONS.contains(account.type()) ? regionCode(account) : account.code(),
                    year,
                    figures.toDate(),
                    figures.view(rule, account),
                    figures.mustBeNewEnergy(rule),
                    figures.missing(rule));
        });
    }

    private static String regionCode(NevAccount region) {
        return (region.code() + "0000").substring(0, 6);
    }

    private static String type(@Nullable String account) {
        if (account == null || account.isEmpty()) {
            return PROVINCE;
        }
        if (!TYPES.contains(account)) {
            throw Problem.invalid(
                            "account",
                            "account 应为 %s 之一，收到“%s”".formatted(TYPES, account),
                            "account must be one of %s, got \"%s\"".formatted(TYPES, account))
                    .asException();
        }
        return account;
    }

    private LocalDate lastDay(@Nullable Integer year) {
        LocalDate today = Days.today(clock);
        int asked = checked(year == null ? today.getYear() : year, today);
        return asked == today.getYear() ? today : LocalDate.of(asked, 12, 31);
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
