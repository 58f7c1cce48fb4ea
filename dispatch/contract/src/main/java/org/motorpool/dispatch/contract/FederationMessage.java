package org.motorpool.dispatch.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a home authority and a host authority tell each other about one use across regions, from the inquiry to the settlement.
 * Messages are delivered at least once, in any order; each side applies them once, in the order of their serial numbers.
 */
public sealed interface FederationMessage {

    /** The value of {@code type} on the wire for each record. Names are only ever added. */
    Map<String, Class<? extends FederationMessage>> WIRE_TYPES = Map.ofEntries(
            Map.entry("inquired", Inquired.class),
            Map.entry("offered", Offered.class),
            Map.entry("declined", Declined.class),
            Map.entry("booked", Booked.class),
            Map.entry("booking-accepted", BookingAccepted.class),
            Map.entry("booking-refused", BookingRefused.class),
            Map.entry("cancelled", Cancelled.class),
            Map.entry("cancellation-answered", CancellationAnswered.class),
            Map.entry("withdrawn", Withdrawn.class),
            Map.entry("assigned", Assigned.class),
            Map.entry("departed", Departed.class),
            Map.entry("located", Located.class),
            Map.entry("returned", Returned.class),
            Map.entry("no-show", NoShow.class),
            Map.entry("evidenced", Evidenced.class),
            Map.entry("use-confirmed", UseConfirmed.class),
            Map.entry("billed", Billed.class),
            Map.entry("supplemented", Supplemented.class),
            Map.entry("collected", Collected.class),
            Map.entry("bill-confirmed", BillConfirmed.class),
            Map.entry("bill-disputed", BillDisputed.class),
            Map.entry("dispute-answered", DisputeAnswered.class),
            Map.entry("settled", Settled.class),
            Map.entry("digest-asked", DigestAsked.class),
            Map.entry("digest-told", DigestTold.class));

    /**
     * A message on its way.
     *
     * @param messageId the same message has the same id however often it comes
     * @param from code of the sending authority
     * @param to code of the authority it is for
     * @param caseId the case, the same on both sides
     * @param serial number of the message among those of its sender in the case, from 1; 0 for a position
     */
    record Envelope(
            UUID messageId, String from, String to, UUID caseId, long serial, Instant sentAt, FederationMessage body) {}

    /**
     * Home asks: the least the host must know.
     *
     * @param caseNumber number of the home side
     * @param purpose only where the agreement shares it
     * @param matter under an agreement that settles by matter 一事一结; null where the use is a matter of its own
     */
    record Inquired(
            String agreementNumber,
            String caseNumber,
            String homeName,
            String category,
            int passengers,
            VehicleApi.Place pickup,
            VehicleApi.Place dropoff,
            Instant startsAt,
            Instant endsAt,
            String contact,
            String purpose,
            Matter matter)
            implements FederationMessage {}

    /**
     * What several uses are for: an event, or whatever home calls by one name.
     *
     * @param endsAt its uses are billed together when it is over
     */
    record Matter(String name, Instant endsAt) {}

    /** Host offers, for the time asked for or another; also what it withdrew before. */
    record Offered(UUID offerId, Instant startsAt, Instant endsAt, long estimate_fen, Instant expiresAt, String note)
            implements FederationMessage {}

    /** Host declines. */
    record Declined(String reason) implements FederationMessage {}

    /** Home takes the offer. */
    record Booked(UUID offerId) implements FederationMessage {}

    /** Host has written the booking down. */
    record BookingAccepted(UUID offerId) implements FederationMessage {}

    /** @param code offer-expired, offer-superseded or case-state */
    record BookingRefused(UUID offerId, String code) implements FederationMessage {}

    /** Home cancels. */
    record Cancelled(String reason) implements FederationMessage {}

    /** Host answers a cancellation; not accepted once the vehicle has departed. */
    record CancellationAnswered(boolean accepted) implements FederationMessage {}

    /** Host cannot serve the booking any more. */
    record Withdrawn(String reason) implements FederationMessage {}

    /** Host's vehicle and driver, also when they are replaced; of a rental 社会租赁 the supplier in the place of the vehicle. */
    record Assigned(String orderNumber, String plate, String vehicle, String energyType, String driverName)
            implements FederationMessage {}

    record Departed(Instant at) implements FederationMessage {}

    /** Where the vehicle is, WGS-84; only while the task runs. */
    record Located(Instant at, double latitude, double longitude, double speed_kmh) implements FederationMessage {}

    record Returned(Instant at) implements FederationMessage {}

    /** The passengers did not come 用车人未到; the use is over. */
    record NoShow(Instant at, String reason) implements FederationMessage {}

    /**
     * What proves the use.
     *
     * @param category of the vehicle that set out, which the use is priced by
     * @param odometerStart_km null of a rental, where nothing was driven, and of several vehicles, whose legs have it
     * @param distance_m of all legs: by telematics, by odometer without a track, of a rental as invoiced
     * @param trackDigest SHA-256 of the track, hexadecimal; null without one, and of several vehicles, whose legs have it
     * @param waiting_minutes the vehicle waited for its passengers; null counts as none
     * @param rental null of the host's own vehicle
     * @param legs what each vehicle drove, the first first; none of a rental and where nothing was driven
     */
    record Evidenced(
            String category,
            String bodyType,
            Instant from,
            Instant to,
            Long odometerStart_km,
            Long odometerEnd_km,
            long distance_m,
            String trackDigest,
            int trackPoints,
            List<Voucher> vouchers,
            Integer waiting_minutes,
            Rented rental,
            List<Leg> legs)
            implements FederationMessage {
        public Evidenced {
            vouchers = List.copyOf(vouchers);
            legs = legs == null ? List.of() : List.copyOf(legs);
        }
    }

    /**
     * What one vehicle drove of a use: all of it, or as far as it came before another took over 换车.
     *
     * @param distance_m by telematics, by odometer without a track
     * @param trackDigest SHA-256 of its track, hexadecimal; null without one
     */
    record Leg(
            String orderNumber,
            String plate,
            Instant from,
            Instant to,
            long odometerStart_km,
            long odometerEnd_km,
            long distance_m,
            String trackDigest,
            int trackPoints) {}

    /** The host had the guest driven by a supplier under contract. */
    record Rented(String orderNumber, String supplier, String invoiceNumber) {}

    /** A toll, parking or other expense that is passed through. */
    record Voucher(UUID id, String kind, long amount_fen) {}

    /**
     * Expenses of a use came, were corrected or cancelled after its bill: what differs is billed by a case of its own, which begins with
     * this.
     *
     * @param useId the case of the use
     * @param caseNumber number of the host side
     */
    record Supplemented(UUID useId, String caseNumber, List<ChangedVoucher> expenses) implements FederationMessage {
        public Supplemented {
            expenses = List.copyOf(expenses);
        }
    }

    /**
     * @param billed_fen what is billed of it so far; 0 of a new one
     * @param amount_fen what it is now; 0 of one that was cancelled
     */
    record ChangedVoucher(UUID id, String kind, long billed_fen, long amount_fen) {}

    /** The traveller confirms to have been driven. */
    record UseConfirmed(String by, Instant at) implements FederationMessage {}

    /** @param confirmBy without an answer the bill counts as confirmed from then on; null of a use that is collected with others on one bill */
    record Billed(UUID tariffId, int tariffVersion, List<BillLine> lines, long total_fen, Instant confirmBy)
            implements FederationMessage {
        public Billed {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line of a bill, or what is taken back from one.
     *
     * @param offsets position of the line it takes back from; null of a line of the bill
     */
    record BillLine(
            int position,
            Integer offsets,
            String component,
            BigDecimal quantity,
            String unit,
            Long rate_fen,
            long amount_fen,
            String evidence) {}

    /**
     * The use is on a bill with others: of two authorities under an agreement, all of a month 月结 or of a matter 一事一结.
     *
     * @param month first day of the month; null of a matter's bill
     * @param matter null of a month's bill
     * @param uses how many are on the bill
     * @param total_fen what they come to when the bill is drawn up
     * @param confirmBy what is not disputed before counts as confirmed from then on
     */
    record Collected(
            UUID billId, String billNumber, LocalDate month, String matter, int uses, long total_fen, Instant confirmBy)
            implements FederationMessage {}

    record BillConfirmed(long total_fen, boolean byClock) implements FederationMessage {}

    record BillDisputed(int position, String reason, String evidence) implements FederationMessage {}

    /** @param credit null of a rejected dispute */
    record DisputeAnswered(int position, BillLine credit, String resolution) implements FederationMessage {}

    record Settled(String voucherNumber, Instant at) implements FederationMessage {}

    /** Asks the other side what its ledger of the case comes to. */
    record DigestAsked() implements FederationMessage {}

    /** @param digest SHA-256 of the ledger lines, hexadecimal */
    record DigestTold(String digest, int lines, long total_fen) implements FederationMessage {}
}
