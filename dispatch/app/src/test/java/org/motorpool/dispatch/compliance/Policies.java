package org.motorpool.dispatch.compliance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.motorpool.dispatch.compliance.Acquisitions.Facts;
import org.motorpool.dispatch.compliance.Acquisitions.Form;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;
import org.motorpool.dispatch.contract.IndicatorApi.NewIndicator;
import org.motorpool.dispatch.organisation.Unit;

/** Policy as tests: for every rule row that comes with the platform what it lets pass and what it refuses. */
final class Policies {

    /**
     * The two examples of a row.
     *
     * @param row kind, jurisdiction, key and first day
     * @param region where it is tried
     * @param broken the code of the refusal
     */
    record Example(
            String row,
            String region,
            Function<RuleBook, List<Violation>> passes,
            Function<RuleBook, List<Violation>> refused,
            String broken) {
        @Override
        public String toString() {
            return row;
        }
    }

    private static final String SHANGHAI = "310115";
    private static final String SUZHOU = "320505";
    private static final String SINCE = "2017-12-05";
    private static final String INSTITUTIONS = "2023-12-31";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    private static final List<Example> EXAMPLES = new ArrayList<>();

    static {
        categories();
        limits();
        shares();
        renewals();
        formulas();
        clauses();
    }

    private Policies() {}

    static List<Example> examples() {
        return List.copyOf(EXAMPLES);
    }

    private static void categories() {
        for (String code : List.of("JYTX", "YJBZ", "ZFZQ", "TZZY", "QT", "SYDW_JY", "SYDW_YW")) {
            boolean finance = Set.of("ZFZQ", "TZZY").contains(code);
            add(
                    "CATEGORY 100000 %s %s".formatted(code, code.startsWith("SYDW") ? INSTITUTIONS : SINCE),
                    book -> quota(book, code, finance ? "FINANCE" : "FLEET_AUTHORITY"),
                    book -> quota(book, code, finance ? "FLEET_AUTHORITY" : "FINANCE"),
                    "quota-authority");
        }
    }

    private static List<Violation> quota(RuleBook book, String category, String body) {
        return QuotaDesk.authority(
                book,
                book.findCategory(category).orElseThrow(),
                new QuotaDesk.QuotaForm(new UUID(0, 1), category, 2, body, "市财政局", "财〔2026〕1号", "备〔2026〕1号", TODAY));
    }

    private static void limits() {
        limit("JYTX BASE", "SEDAN", 12_000_000, 1.6, "price-over-limit");
        limit("YJBZ BASE", "SEDAN", 18_000_000, 1.8, "displacement-over-limit");
        limit("YJBZ SPECIAL_A", "MEDIUM_BUS", 25_000_000, 3.0, "price-over-limit");
        limit("YJBZ SPECIAL_B", "LARGE_BUS", 45_000_000, 8.0, "price-over-limit");
        limit("ZFZQ BASE", "SEDAN", 12_000_000, 1.6, "displacement-over-limit");
        limit("ZFZQ WORK_NEED", "SEDAN", 18_000_000, 1.8, "price-over-limit");
        limit("ZFZQ SPECIAL_A", "SMALL_BUS", 25_000_000, 3.0, "displacement-over-limit");
        limit("ZFZQ SPECIAL_B", "LARGE_BUS", 45_000_000, 8.0, "price-over-limit");
        limit("TZZY BY_DEPT", "MEDIUM_BUS", 90_000_000, 5.0, "approval-missing");
        limit("QT BASE", "SMALL_BUS", 18_000_000, 1.8, "price-over-limit");
        limit("QT SPECIAL_A", "MEDIUM_BUS", 25_000_000, 3.0, "displacement-over-limit");
        limit("QT SPECIAL_B", "LARGE_BUS", 45_000_000, 8.0, "body-type-not-allowed");
        limit("SYDW_JY BASE", "SEDAN", 12_000_000, 1.6, "price-over-limit");
        limit("SYDW_YW BASE", "SEDAN", 18_000_000, 1.8, "displacement-over-limit");
        limit("SYDW_YW SPECIAL_A", "MEDIUM_BUS", 25_000_000, 3.0, "price-over-limit");
        limit("SYDW_YW SPECIAL_B", "LARGE_BUS", 45_000_000, 8.0, "approval-missing");
    }

    /** Exactly at the limits it passes; one fen, a tenth of a litre, another body or no approval is too much. */
    private static void limit(String key, String body, long price_fen, double displacement_l, String broken) {
        String category = key.substring(0, key.indexOf(' '));
        Consumer<Form> within = form -> {
            form.category = category;
            form.tier = key.substring(key.indexOf(' ') + 1);
            form.bodyType = body;
            form.seats = 5;
            form.price_fen = price_fen;
            form.displacement_l = displacement_l;
            form.approvalDocument = "机管〔2026〕12号";
        };
        add(
                "EQUIPMENT_LIMIT 100000 %s %s".formatted(key, category.startsWith("SYDW") ? INSTITUTIONS : SINCE),
                acquisition(within, Policies::asIs),
                acquisition(within.andThen(form -> exceed(form, broken)), Policies::asIs),
                broken);
    }

    private static void exceed(Form form, String broken) {
        switch (broken) {
            case "price-over-limit" -> form.price_fen = form.price_fen + 1;
            case "displacement-over-limit" -> form.displacement_l = form.displacement_l + 0.1;
            case "body-type-not-allowed" -> form.bodyType = "SEDAN";
            case "approval-missing" -> form.approvalDocument = null;
            default -> throw new IllegalArgumentException(broken);
        }
    }

    private static void shares() {
        share("N1 PROVINCE 2021-01-01", "PROVINCE", "REGISTERED", 9, 3, 10);
        share("N1 CITY 2021-01-01", "CITY", "REGISTERED", 9, 3, 10);
        share("N2 DEPARTMENT 2024-10-28", "DEPARTMENT", "REGISTERED", 2, 1, 3);
        share("N7 BUDGET_UNIT 2024-12-30", "BUDGET_UNIT", "PROCURED", 2, 1, 3);
        Consumer<Facts> fixedRoute = facts -> facts.terms = used("FIXED_ROUTE_ENFORCEMENT", facts.terms);
        add(
                "NEV_SHARE 100000 N3 VEHICLE 2024-10-28",
                acquisition(Form::battery, fixedRoute),
                acquisition(Policies::asIs, fixedRoute),
                "nev-use-class");
        Consumer<Facts> old = facts -> facts.oldVehicle = Facts.old("2012-01-01", 200_000L);
        EXAMPLES.add(new Example(
                "NEV_SHARE 320500 N10 VEHICLE 2024-12-31",
                SUZHOU,
                acquisition(form -> renewal(form.battery()), old),
                acquisition(Policies::renewal, old),
                "nev-use-class"));
    }

    private static void share(
            String key, String account, String source, int additions, int newEnergy, int additionsTooMany) {
        add(
                "NEV_SHARE 100000 " + key,
                acquisition(Policies::asIs, facts -> counted(facts, account, source, additions, newEnergy)),
                acquisition(Policies::asIs, facts -> counted(facts, account, source, additionsTooMany, newEnergy)),
                "nev-share-below");
    }

    private static void counted(Facts facts, String account, String source, int additions, int newEnergy) {
        facts.account = account;
        facts.source = source;
        facts.additions = additions;
        facts.newEnergy = newEnergy;
    }

    private static void renewals() {
        add(
                "RENEWAL 100000 * " + SINCE,
                acquisition(Policies::renewal, facts -> facts.oldVehicle = Facts.old("2018-11-28", null)),
                acquisition(Policies::renewal, facts -> facts.oldVehicle = Facts.old("2018-11-29", null)),
                "renewal-too-early");
        EXAMPLES.add(new Example(
                "RENEWAL 320500 * 2024-12-31",
                SUZHOU,
                acquisition(
                        form -> renewal(form.battery()), facts -> facts.oldVehicle = Facts.old("2016-11-28", 100_000L)),
                acquisition(
                        form -> renewal(form.battery()), facts -> facts.oldVehicle = Facts.old("2016-11-28", 99_999L)),
                "renewal-too-early"));
    }

    private static void renewal(Form form) {
        form.kind = "RENEWAL";
        form.replacedVehicleId = new UUID(0, 1);
    }

    private static void formulas() {
        add(
                "QUOTA_FORMULA 100000 COMMUNICATION_AND_EMERGENCY " + SINCE,
                book -> over(book, 104, 3),
                book -> over(book, 104, 4),
                "quota-over-formula");
    }

    /** As if it were binding: 51 to 100 staff have two vehicles, 101 to 200 three. */
    private static List<Violation> over(RuleBook book, int staff, int number) {
        QuotaFormula advice = book.list(QuotaFormula.class).getFirst();
        QuotaFormula binding = new QuotaFormula(
                advice.head(),
                advice.code(),
                advice.categories(),
                advice.staffUpTo(),
                advice.numbers(),
                advice.maximum(),
                true);
        QuotaDesk.QuotaForm quota = new QuotaDesk.QuotaForm(
                new UUID(0, 1), "YJBZ", number, "FLEET_AUTHORITY", "机关事务管理局", "机管〔2026〕1号", null, TODAY);
        return QuotaDesk.overFormula(new RuleBook(List.of(binding)), quota, List.of(), staff);
    }

    private static void clauses() {
        clause("category-unknown", form -> form.category = "SWBZ", Policies::asIs);
        clause("quota-exceeded", Policies::asIs, facts -> facts.inUse = 3);
        clause("tier-unknown", form -> form.tier = "WORK_NEED", Policies::asIs);
        clause("not-domestic", form -> form.domestic = false, Policies::asIs);
        clause("not-domestic 2025-06-01", form -> form.domestic = false, Policies::asIs);
        clause("indicator-missing", Policies::asIs, facts -> facts.withIndicator = false);
        clause("indicator-not-open", Policies::asIs, facts -> facts.status = "RETURNED");
        clause("indicator-consumed", Policies::asIs, facts -> facts.status = "CONSUMED");
        clause("indicator-reserved", Policies::asIs, facts -> facts.reservedBy = "somebody-else");
        clause("indicator-mismatch", Policies::asIs, facts -> facts.terms = of("YJBZ", false, 15_980_000, null));
        clause("indicator-price", Policies::asIs, facts -> facts.terms = of("QT", false, 15_979_999, null));
        clause("indicator-displacement", Policies::asIs, facts -> facts.terms = of("QT", false, 15_980_000, 1.4));
        clause("indicator-new-energy", Policies::asIs, facts -> facts.terms = of("QT", true, 15_980_000, null));
        clause("renewal-not-disposed", Policies::renewal, Policies::notDisposed);
        add(
                "CLAUSE 100000 quota-authority " + SINCE,
                book -> quota(book, "QT", "FLEET_AUTHORITY"),
                book -> quota(book, "QT", "FINANCE"),
                "quota-authority");
        plan("plan-budget", 35_000_000, 34_999_999, 1, 1);
        plan("plan-new-energy", 35_000_000, 35_000_000, 1, 2);
        issued("plan-not-approved", "APPROVED", 0, "SUBMITTED", 0);
        issued("plan-exceeded", "APPROVED", 1, "APPROVED", 2);
    }

    private static void notDisposed(Facts facts) {
        OldVehicle old = Facts.old("2016-03-01", null);
        facts.oldVehicle = new OldVehicle(
                old.id(), old.plate(), old.unitId(), old.category(), old.inUseSince(), null, true, false);
    }

    private static void clause(String rule, Consumer<Form> form, Consumer<Facts> facts) {
        String code = rule.contains(" ") ? rule.substring(0, rule.indexOf(' ')) : rule;
        String since = rule.contains(" ") ? rule.substring(rule.indexOf(' ') + 1) : SINCE;
        add(
                "CLAUSE 100000 %s %s".formatted(code, since),
                acquisition(Policies::asIs, Policies::asIs),
                acquisition(form, facts),
                code);
    }

    private static void plan(String rule, long enough_fen, long budget_fen, int stated, int statedWrong) {
        add(
                "CLAUSE 100000 %s %s".formatted(rule, SINCE),
                book -> PlanRules.check(book, plan("DRAFT", enough_fen, stated, 0), Map.of("QT", 2)),
                book -> PlanRules.check(book, plan("DRAFT", budget_fen, statedWrong, 0), Map.of("QT", 2)),
                rule);
    }

    private static void issued(String rule, String status, int before, String wrongStatus, int tooMany) {
        add(
                "CLAUSE 100000 %s %s".formatted(rule, SINCE),
                book -> issue(book, plan(status, 35_000_000, 1, before)),
                book -> issue(book, plan(wrongStatus, 35_000_000, 1, tooMany)),
                rule);
    }

    private static List<Violation> issue(RuleBook book, PlanFile plan) {
        Unit unit = new Unit(Form.UNIT, "320583", "昆山市", "COUNTY", "320583", null, "/320583/");
        return IndicatorDesk.IssueRules.check(
                new IndicatorDesk.Application(
                        plan,
                        plan.items().getFirst(),
                        unit,
                        book,
                        1,
                        null,
                        new NewIndicator(plan.items().getFirst().id(), null, null, null)),
                TODAY);
    }

    /** Two vehicles for general use, one of them new energy: 350,000 yuan at most. */
    private static PlanFile plan(String status, long budget_fen, int newEnergy, int issued) {
        return new PlanFile(
                new UUID(0, 3),
                Form.UNIT,
                "/320583/",
                "昆山市财政局",
                2026,
                status,
                budget_fen,
                newEnergy,
                new PlanFile.Drafted("fleet-officer", java.time.Instant.EPOCH),
                null,
                List.of(
                        new PlanFile.Item(
                                new UUID(0, 4), "QT", "BASE", "NEW", true, "GENERAL", 1, 17_000_000, issued / 2),
                        new PlanFile.Item(new UUID(0, 5), "QT", "BASE", "NEW", false, "GENERAL", 1, 18_000_000, 0)));
    }

    private static IndicatorFile.Terms of(String category, boolean newEnergy, long price_fen, Double displacement_l) {
        return new IndicatorFile.Terms(category, "BASE", "NEW", newEnergy, "GENERAL", price_fen, displacement_l, null);
    }

    private static IndicatorFile.Terms used(String useClass, IndicatorFile.Terms terms) {
        return new IndicatorFile.Terms(
                terms.category(),
                terms.tier(),
                terms.kind(),
                terms.newEnergy(),
                useClass,
                terms.priceMax_fen(),
                terms.displacementMax_l(),
                terms.oldVehicleId());
    }

    private static void asIs(Form form) {}

    private static void asIs(Facts facts) {}

    private static Function<RuleBook, List<Violation>> acquisition(Consumer<Form> form, Consumer<Facts> facts) {
        return book -> {
            Form filled = Acquisitions.form();
            form.accept(filled);
            Facts known = new Facts(filled.read());
            facts.accept(known);
            return switch (AcquisitionRules.check(book, known.get())) {
                case Verdict.Allowed() -> List.of();
                case Verdict.Refused(List<Violation> violations) -> violations;
            };
        };
    }

    private static void add(
            String row,
            Function<RuleBook, List<Violation>> passes,
            Function<RuleBook, List<Violation>> refused,
            String broken) {
        EXAMPLES.add(new Example(row, SHANGHAI, passes, refused, broken));
    }
}
