package org.motorpool.dispatch.compliance;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.motorpool.dispatch.contract.ComplianceApi.NewAcquisition;

/** Object mother: an acquisition every rule allows, and one difference at a time. The limits are typed from the regulation. */
final class Acquisitions {

    static final String STANDARD = "《党政机关公务用车管理办法》第七条(配备标准)";
    static final String NEV_CLAUSE = "《机关事务工作“十四五”规划》";
    private static final Set<String> SMALL = Set.of("SEDAN", "SMALL_BUS");

    private Acquisitions() {}

    static RuleBook national() {
        return new RuleBook(
                List.of(
                        new VehicleCategory("100000", "JYTX", "机要通信用车", "JYTX"),
                        new VehicleCategory("100000", "ZFZQ", "执法执勤用车", "ZFZQ"),
                        new VehicleCategory("100000", "TZZY", "特种专业技术用车", "TZZY"),
                        new VehicleCategory("100000", "QT", "其他按照规定配备的公务用车", "QT")),
                List.of(
                        limit("JYTX", "BASE", SMALL, 12_000_000L, 1.6, 18_000_000L),
                        limit("ZFZQ", "BASE", SMALL, 12_000_000L, 1.6, 18_000_000L),
                        limit("ZFZQ", "WORK_NEED", SMALL, 18_000_000L, 1.8, 18_000_000L),
                        limit("TZZY", "BY_DEPT", Set.of("SEDAN", "MEDIUM_BUS"), null, null, null),
                        limit("QT", "BASE", SMALL, 18_000_000L, 1.8, 18_000_000L),
                        limit("QT", "SPECIAL_A", Set.of("SMALL_BUS", "MEDIUM_BUS"), 25_000_000L, 3.0, null),
                        limit("QT", "SPECIAL_B", Set.of("LARGE_BUS"), 45_000_000L, null, null)),
                Map.of(
                        "category-unknown", "第三条",
                        "quota-exceeded", "第六条",
                        "tier-unknown", "第七条",
                        "not-domestic", "国产"),
                thirtyPercent());
    }

    static NevRule thirtyPercent() {
        return new NevRule(
                new BigDecimal("0.300"), Set.of("BEV", "PHEV", "EREV", "FCEV"), Set.of("NEW", "RENEWAL"), NEV_CLAUSE);
    }

    /** Two of three quota places used, and a province at 5 of 10: nothing stands against it. */
    static AcquisitionFacts facts(AcquisitionProposal proposal) {
        return new AcquisitionFacts(proposal, "昆山市财政局", "江苏省", 2026, 3, 2, 10, 5);
    }

    static AcquisitionFacts facts(AcquisitionProposal proposal, int quota, int inUse) {
        return new AcquisitionFacts(proposal, "昆山市财政局", "江苏省", 2026, quota, inUse, 10, 5);
    }

    static AcquisitionFacts inProvince(AcquisitionProposal proposal, int additions, int newEnergy) {
        return new AcquisitionFacts(proposal, "昆山市财政局", "江苏省", 2026, 3, 2, additions, newEnergy);
    }

    static Form form() {
        return new Form();
    }

    private static EquipmentLimit limit(
            String category, String tier, Set<String> bodyTypes, Long price, Double displacement, Long sedan) {
        return new EquipmentLimit(
                category, tier, bodyTypes, price, displacement, sedan, "确因情况特殊", !tier.equals("BASE"), STANDARD);
    }

    /** A petrol sedan for general use, 159,800 yuan, 1.5 L; change what matters. */
    static final class Form {
        private static final UUID UNIT = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");

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
                    replacedVehicleId);
        }

        AcquisitionProposal read() {
            return AcquisitionForm.read(toApi());
        }
    }
}
