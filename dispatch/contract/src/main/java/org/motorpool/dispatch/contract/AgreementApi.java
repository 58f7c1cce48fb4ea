package org.motorpool.dispatch.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/** {@code /api/v1/agreements}: agreements 协议 between authorities whose units use each other's vehicles. */
public final class AgreementApi {
    private AgreementApi() {}

    /**
     * When vehicles may be used, Asia/Shanghai.
     *
     * @param days 1 Monday to 7 Sunday; empty for every day
     * @param from a use does not begin earlier in the day
     * @param to a use does not end later in the day; equal to {@code from}: round the clock
     */
    public record Hours(List<Integer> days, LocalTime from, LocalTime to) {
        public Hours {
            days = days == null ? List.of() : List.copyOf(days);
        }
    }

    /**
     * Most of it that is used of one host by one home; null does not restrict.
     *
     * @param vehicles at the same moment
     * @param usesPerMonth uses that begin in a month
     * @param kmPerMonth kilometres of the uses that begin in a month
     * @param fenPerMonth their price
     */
    public record Caps(Integer vehicles, Integer usesPerMonth, Integer kmPerMonth, Long fenPerMonth) {}

    /**
     * What the parties agree on.
     *
     * @param categories vehicle categories 第三条; empty for all
     * @param hours 第四条
     * @param caps 第五条
     * @param tariffId tariff by which each use is priced 第六条
     * @param settlementMode PER_USE 一车一结, PER_MATTER 一事一结 or MONTHLY 月结; 第七条
     * @param evidence ODOMETER, TRACK_DIGEST, TOLLS, CONFIRMATION; 第八条
     * @param confirmDays days a statement may be disputed; 第九条
     * @param purposeShared whether the host learns the purpose
     * @param liability 第十条
     */
    public record Terms(
            List<String> categories,
            Hours hours,
            Caps caps,
            UUID tariffId,
            String settlementMode,
            List<String> evidence,
            Integer confirmDays,
            Boolean purposeShared,
            String liability) {
        public Terms {
            categories = categories == null ? List.of() : List.copyOf(categories);
            evidence = evidence == null ? List.of() : List.copyOf(evidence);
        }
    }

    /**
     * Body of {@code POST agreements}: a draft.
     *
     * @param number of the document
     * @param unitCodes codes of the authorities, the proposing one first; its tariff is agreed on
     * @param validTo the day after the last
     */
    public record NewAgreement(
            String number, String title, List<String> unitCodes, LocalDate validFrom, LocalDate validTo, Terms terms) {
        public NewAgreement {
            unitCodes = unitCodes == null ? List.of() : List.copyOf(unitCodes);
        }
    }

    /** A party; what it agrees on holds for all units below it. Signed, or not yet. */
    public record Party(UUID unitId, String unitName, String regionCode, String signedBy, Instant signedAt) {}

    /**
     * An agreement.
     *
     * @param status DRAFT, OFFERED, IN_FORCE, ENDED or EXPIRED
     */
    public record Agreement(
            UUID id,
            String number,
            String title,
            String status,
            List<Party> parties,
            LocalDate validFrom,
            LocalDate validTo,
            Terms terms,
            String endReason,
            long version)
            implements Versioned {
        public Agreement {
            parties = List.copyOf(parties);
        }
    }

    /**
     * Body of {@code POST agreements/{id}/sign} and {@code …/offer}.
     *
     * @param unitId the party signed for; null when the caller acts for one party only
     */
    public record Signature(UUID unitId) {}

    /** Body of {@code POST agreements/{id}/end}. */
    public record End(String reason) {}
}
