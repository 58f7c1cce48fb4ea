package org.motorpool.dispatch.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** {@code /api/v1/vehicles/{id}/file} and what belongs to it: one vehicle, one file 一车一档. */
public final class VehicleFileApi {
    private VehicleFileApi() {}

    /**
     * The whole file in one answer.
     *
     * @param acquisitionKind NEW 新增 or RENEWAL 更新
     * @param marking null while nothing is recorded
     * @param terminal null without one
     * @param cards those in use
     * @param changes the newest; all of them are in {@code vehicles/{id}/history}
     * @param costs of this year
     */
    public record File(
            VehicleApi.Vehicle vehicle,
            LocalDate registeredOn,
            String acquisitionKind,
            Particulars particulars,
            List<Duty> duties,
            Marking marking,
            BoundTerminal terminal,
            List<Insurance> insurance,
            List<Inspection> inspections,
            List<Card> cards,
            List<Photo> photos,
            List<Change> changes,
            ExpenseApi.Costs costs) {
        public File {
            duties = List.copyOf(duties);
            insurance = List.copyOf(insurance);
            inspections = List.copyOf(inspections);
            cards = List.copyOf(cards);
            photos = List.copyOf(photos);
            changes = List.copyOf(changes);
        }
    }

    /**
     * What the file holds beside the identity; also the body of {@code PUT vehicles/{id}/particulars}, which leaves
     * {@code tier}, {@code useClass}, {@code quotaStatus} and {@code purchaseTax_fen} as they are.
     *
     * @param tier equipment tier, BASE, WORK_NEED, SPECIAL_A, …
     * @param useClass GENERAL, CONFIDENTIAL_COMMUNICATION, FIXED_ROUTE_ENFORCEMENT or URBAN_SINGLE_SCENARIO
     * @param quotaStatus ON_QUOTA 在编, OFF_QUOTA 不在编 or UNASSESSED 未核定
     * @param ownerName owner on the registration certificate 产权
     * @param tank_l litres the tank holds
     * @param nominal_l_per_100km consumption by its maker with the engine
     * @param nominal_kWh_per_100km consumption by its maker on electricity
     * @param fuel GASOLINE_92, GASOLINE_95, GASOLINE_98, DIESEL_0, CNG or HYDROGEN
     * @param emissionStage 1 to 7
     * @param electricRange_km 续航里程 with a full battery by its maker, 20 to 1500; of BEV, PHEV and EREV only
     * @param chargingPower_kW the most it takes at a fast charger, 1 to 600; of BEV, PHEV and EREV only
     */
    public record Particulars(
            String tier,
            String useClass,
            String quotaStatus,
            Long purchaseTax_fen,
            String ownerName,
            String engineNumber,
            LocalDate inUseSince,
            Long odometer_km,
            Double tank_l,
            Double nominal_l_per_100km,
            Double nominal_kWh_per_100km,
            String fuel,
            Integer emissionStage,
            Integer electricRange_km,
            Double chargingPower_kW) {}

    /**
     * What a vehicle must get within some working days of its registration.
     *
     * @param kind TERMINAL or MARKING
     * @param doneOn null where it is not done, or was before the day was kept
     * @param state DONE, LATE (done after the day), DUE, OVERDUE or EXEMPT
     */
    public record Duty(String kind, LocalDate dueOn, LocalDate doneOn, String state, String clause) {}

    /** A terminal with the day it was bound, null where that was not kept. */
    public record BoundTerminal(String phone, String terminalId, int protocolVersion, LocalDate boundOn) {}

    /** Marking 标识喷涂: the day, or why the vehicle needs none; also the body of {@code PUT vehicles/{id}/marking}. */
    public record Marking(LocalDate markedOn, String exemptReason) {}

    /**
     * Insurance, see {@code vehicles/{id}/insurance}.
     *
     * @param kind COMPULSORY 交强险 or COMMERCIAL 商业险
     * @param validTo the first day without cover
     * @param state CURRENT, FUTURE or EXPIRED; not part of a body
     */
    public record Insurance(
            UUID id,
            String kind,
            String insurer,
            String policyNumber,
            LocalDate validFrom,
            LocalDate validTo,
            Long premium_fen,
            String state) {

        /** With its state on the day. */
        public Insurance asOf(LocalDate day) {
            String then = day.isBefore(validTo) ? "CURRENT" : "EXPIRED";
            return new Insurance(
                    id,
                    kind,
                    insurer,
                    policyNumber,
                    validFrom,
                    validTo,
                    premium_fen,
                    day.isBefore(validFrom) ? "FUTURE" : then);
        }
    }

    /**
     * Inspection 年检, see {@code vehicles/{id}/inspections}.
     *
     * @param validTo the day the next one is due; only with {@code passed}
     */
    public record Inspection(UUID id, LocalDate inspectedOn, String station, Boolean passed, LocalDate validTo) {}

    /**
     * Card, see {@code vehicles/{id}/cards}: of a kind a vehicle has one in use 一车一卡.
     *
     * @param kind FUEL 加油卡, ETC or CHARGING 充电卡
     * @param endedOn null while in use
     */
    public record Card(UUID id, String kind, String number, String issuer, LocalDate issuedOn, LocalDate endedOn) {}

    /**
     * A photo; its bytes are {@code vehicles/{id}/photos/{photoId}}.
     *
     * @param subject FRONT, SIDE, REAR, INTERIOR, MARKING or CERTIFICATE
     * @param mediaType image/jpeg or image/png
     */
    public record Photo(
            UUID id,
            String subject,
            String mediaType,
            int width_px,
            int height_px,
            int bytes,
            String addedBy,
            Instant addedAt) {}

    /**
     * A change of the vehicle's status.
     *
     * @param aspect REGISTRATION, STATE, UNIT, PARTICULARS, CONFIDENTIALITY, REPLACEMENT or DISPOSAL
     * @param from null at the beginning
     */
    public record Change(UUID id, String aspect, String from, String to, String reason, String by, Instant at) {}

    /**
     * Body of {@code PUT vehicles/{id}/confidentiality}. A confidential vehicle 涉密车辆 is counted and shown nowhere; the way back
     * is the same call with its id.
     */
    public record Confidentiality(Boolean confidential, String documentNumber) {}
}
