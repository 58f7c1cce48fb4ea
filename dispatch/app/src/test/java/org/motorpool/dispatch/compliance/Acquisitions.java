package org.motorpool.dispatch.compliance;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.motorpool.dispatch.contract.ComplianceApi.NewAcquisition;

/** Object mother: an acquisition every rule allows, and one difference at a time. The limits are typed from the regulation. */
final class Acquisitions {

    static final String STANDARD = "《党政机关公务用车管理办法》第七条(配备标准)";
    static final String NEV_CLAUSE = "《机关事务工作“十四五”规划》";
    private static final Set<String> NEW_ENERGY = Set.of("BEV", "PHEV", "EREV", "FCEV");
    private static final Set<String> SMALL = Set.of("SEDAN", "SMALL_BUS");

    private Acquisitions() {}

    static RuleBook national() {
        return new RuleBook(List.of(
                category("JYTX", "机要通信用车", "JYTX"),
                category("ZFZQ", "执法执勤用车", "ZFZQ"),
                category("TZZY", "特种专业技术用车", "TZZY"),
                category("QT", "其他按照规定配备的公务用车", "QT"),
                limit("JYTX", "BASE", SMALL, 12_000_000L, 1.6, 18_000_000L),
                limit("ZFZQ", "BASE", SMALL, 12_000_000L, 1.6, 18_000_000L),
                limit("ZFZQ", "WORK_NEED", SMALL, 18_000_000L, 1.8, 18_000_000L),
                limit("TZZY", "BY_DEPT", Set.of("SEDAN", "MEDIUM_BUS"), null, null, null),
                limit("QT", "BASE", SMALL, 18_000_000L, 1.8, 18_000_000L),
                limit("QT", "SPECIAL_A", Set.of("SMALL_BUS", "MEDIUM_BUS"), 25_000_000L, 3.0, null),
                limit("QT", "SPECIAL_B", Set.of("LARGE_BUS"), 45_000_000L, null, null),
                clause("category-unknown", "第三条"),
                clause("quota-exceeded", "第六条"),
                clause("tier-unknown", "第七条"),
                clause("not-domestic", "国产"),
                clause("indicator-missing", "指标"),
                clause("indicator-not-open", "指标"),
                clause("indicator-consumed", "指标"),
                clause("indicator-reserved", "指标"),
                clause("indicator-mismatch", "指标"),
                clause("indicator-price", "指标"),
                clause("indicator-displacement", "指标"),
                clause("indicator-new-energy", "指标"),
                clause("renewal-not-disposed", "处置一辆、更新一辆"),
                new RenewalRule(head("第二十条"), "*", 8, null, "AND", true),
                thirtyPercent(),
                useClasses()));
    }

    static RuleHead head(String clause) {
        return new RuleHead(1, "100000", clause, true, false, null, LocalDate.of(2017, 12, 5), null);
    }

    static NevRule thirtyPercent() {
        return share("N1", "PROVINCE", "REGISTERED", 1);
    }

    static NevRule share(String code, String account, String counts, int minAdditions) {
        return new NevRule(
                head(NEV_CLAUSE),
                code,
                account,
                counts,
                new BigDecimal("0.300"),
                NEW_ENERGY,
                false,
                Set.of("NEW", "RENEWAL"),
                Set.of(),
                Set.of("GEOGRAPHY", "NO_SUITABLE_MODEL"),
                minAdditions);
    }

    private static NevRule useClasses() {
        return new NevRule(
                head("197号"),
                "N3",
                "VEHICLE",
                "REGISTERED",
                BigDecimal.ONE,
                NEW_ENERGY,
                false,
                Set.of("NEW", "RENEWAL"),
                Set.of("CONFIDENTIAL_COMMUNICATION", "FIXED_ROUTE_ENFORCEMENT", "URBAN_SINGLE_SCENARIO"),
                Set.of("NO_SUITABLE_MODEL"),
                1);
    }

    private static VehicleCategory category(String code, String name, String nationalClass) {
        return new VehicleCategory(head("第三条"), code, name, nationalClass, "FLEET_AUTHORITY");
    }

    private static RuleClause clause(String rule, String clause) {
        return new RuleClause(head(clause), rule);
    }

    /** Two of three quota places used, and a province at 5 of 10: nothing stands against it. */
    static AcquisitionFacts facts(AcquisitionProposal proposal) {
        return new Facts(proposal).get();
    }

    static AcquisitionFacts facts(AcquisitionProposal proposal, int quota, int inUse) {
        Facts facts = new Facts(proposal);
        facts.quota = quota;
        facts.inUse = inUse;
        return facts.get();
    }

    static AcquisitionFacts inProvince(AcquisitionProposal proposal, int additions, int newEnergy) {
        Facts facts = new Facts(proposal);
        facts.additions = additions;
        facts.newEnergy = newEnergy;
        return facts.get();
    }

    /** The facts of an acquisition nothing stands against, with an indicator that fits; change what matters. */
    static final class Facts {
        private final AcquisitionProposal proposal;
        int quota = 3;
        int inUse = 2;
        int additions = 10;
        int newEnergy = 5;
        int open;
        int openNewEnergy;
        int exempted;
        String account = "PROVINCE";
        String source = "REGISTERED";
        String status = "ISSUED";
        LocalDate validUntil = LocalDate.of(2026, 12, 31);
        String reservedBy;
        IndicatorFile.Terms terms;
        boolean withIndicator = true;
        OldVehicle oldVehicle;
        String exemptionReason;

        Facts(AcquisitionProposal proposal) {
            this.proposal = proposal;
            terms = new IndicatorFile.Terms(
                    proposal.category(),
                    proposal.tier(),
                    proposal.kind(),
                    false,
                    "GENERAL",
                    proposal.price_fen(),
                    null,
                    proposal.replacedVehicleId());
            oldVehicle = proposal.isRenewal() ? old("2016-03-01", null) : null;
        }

        static OldVehicle old(String inUseSince, Long odometer_km) {
            return new OldVehicle(
                    new UUID(0, 1), "苏E00001", Form.UNIT, "QT", LocalDate.parse(inUseSince), odometer_km, true, true);
        }

        AcquisitionFacts get() {
            return new AcquisitionFacts(
                    proposal,
                    "fleet-officer",
                    "昆山市财政局",
                    "江苏省",
                    LocalDate.of(2026, 11, 28),
                    quota,
                    inUse,
                    withIndicator ? indicator() : null,
                    oldVehicle,
                    exemptionReason == null ? null : exemption(),
                    List.of(new NevAccount(account, "32", "江苏省", tally())));
        }

        private NevTally tally() {
            return new NevTally(List.of(
                    new NevTally.Count(source, "NEW", "BEV", newEnergy),
                    new NevTally.Count(source, "RENEWAL", "ICE", additions - newEnergy),
                    new NevTally.Count("OPEN", "NEW", "NEW_ENERGY", openNewEnergy),
                    new NevTally.Count("OPEN", "NEW", "ANY", open - openNewEnergy),
                    new NevTally.Count("EXEMPT", "NEW", "NO_SUITABLE_MODEL", exempted)));
        }

        private IndicatorFile indicator() {
            return new IndicatorFile(
                    new UUID(0, 7),
                    "ZB-320583-2026-000007",
                    null,
                    Form.UNIT,
                    "/100000/320000/320583/",
                    "昆山市财政局",
                    "320583",
                    2026,
                    terms,
                    status,
                    validUntil,
                    "system",
                    Instant.EPOCH,
                    reservedBy,
                    null,
                    null);
        }

        private ExemptionFile exemption() {
            return new ExemptionFile(
                    new UUID(0, 8),
                    Form.UNIT,
                    "/100000/320000/320583/",
                    "昆山市财政局",
                    "320583",
                    2026,
                    exemptionReason,
                    "无适配车型",
                    "昆机管〔2026〕5号",
                    "昆山市机关事务管理中心",
                    Instant.EPOCH,
                    null);
        }
    }

    static Form form() {
        return new Form();
    }

    private static EquipmentLimit limit(
            String category, String tier, Set<String> bodyTypes, Long price, Double displacement, Long sedan) {
        return new EquipmentLimit(
                head(STANDARD), category, tier, bodyTypes, price, displacement, sedan, "确因情况特殊", !tier.equals("BASE"));
    }

    /** A petrol sedan for general use, 159,800 yuan, 1.5 L; change what matters. */
    static final class Form {
        static final UUID UNIT = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");

        String kind = "NEW";
        String plate = "苏E12345";
        String plateColour = "BLUE";
        String vin = "LFPH4ACP0T1A12345";
        String category = "QT";
        String tier = "BASE";
        String bodyType = "SEDAN";
        String energyType = "ICE";
        Integer seats = 4;
        Long price_fen = 15_980_000L;
        Double displacement_l = 1.5;
        Boolean domestic = true;
        String approvalDocument;
        UUID replacedVehicleId;
        UUID indicatorId = new UUID(0, 7);
        String earlyRenewalDocument;

        Form battery() {
            energyType = "BEV";
            displacement_l = 0.0;
            plate = "苏ED12345";
            plateColour = "GREEN";
            return this;
        }

        NewAcquisition toApi() {
            return new NewAcquisition(
                    UNIT,
                    kind,
                    plate,
                    plateColour,
                    vin,
                    category,
                    tier,
                    bodyType,
                    energyType,
                    "红旗",
                    "H5",
                    seats,
                    price_fen,
                    displacement_l,
                    domestic,
                    approvalDocument,
                    replacedVehicleId,
                    indicatorId,
                    null,
                    null,
                    earlyRenewalDocument);
        }

        AcquisitionProposal read() {
            return AcquisitionForm.read(toApi());
        }
    }
}
