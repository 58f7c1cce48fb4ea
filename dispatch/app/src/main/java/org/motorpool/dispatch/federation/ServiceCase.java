package org.motorpool.dispatch.federation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.FederationMessage;
import org.motorpool.dispatch.contract.FederationMessage.BillLine;
import org.motorpool.dispatch.contract.FederationMessage.Billed;
import org.motorpool.dispatch.contract.FederationMessage.Cancelled;
import org.motorpool.dispatch.contract.FederationMessage.Collected;
import org.motorpool.dispatch.contract.FederationMessage.Offered;
import org.motorpool.dispatch.contract.FederationMessage.Withdrawn;

/**
 * One side of a use across regions: its own row, its own ledger lines.
 *
 * @param sharedId the case on both sides
 * @param ownCode code of the authority this side is
 * @param requestId the traveller's request at home, the guest's at the host
 * @param lines of the own ledger
 * @param told status of the host's order that home was told last
 */
public record ServiceCase(
        UUID id,
        UUID sharedId,
        String number,
        CaseRole role,
        CaseStatus status,
        UUID unitId,
        String unitPath,
        String ownCode,
        String peerCode,
        String peerName,
        UUID agreementId,
        String agreementNumber,
        @Nullable UUID requestId,
        CaseFacts facts,
        List<BillLine> lines,
        @Nullable String told,
        Instant openedAt,
        long version) {

    public ServiceCase {
        lines = List.copyOf(lines);
    }

    /** Start of the use: as offered, or as asked for before an offer. */
    public Instant startsAt() {
        return facts.find(Offered.class)
                .map(Offered::startsAt)
                .orElse(facts.inquiry().startsAt());
    }

    /** End of the use. */
    public Instant endsAt() {
        return facts.find(Offered.class)
                .map(Offered::endsAt)
                .orElse(facts.inquiry().endsAt());
    }

    /** What is to be paid: the bill less what was taken back. */
    public long bill_fen() {
        return lines.stream().mapToLong(BillLine::amount_fen).reduce(0, Math::addExact);
    }

    /** Whether home reckons another price from the evidence than the host bills. */
    public boolean billDiffers() {
        Long expected_fen = facts.expected_fen();
        return expected_fen != null
                && bill().map(bill -> bill.total_fen() != expected_fen).orElse(false);
    }

    /** The line at a position of the ledger. */
    BillLine line(int position) {
        return lines.stream()
                .filter(line -> line.position() == position)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("case %s has no line %d".formatted(number, position)));
    }

    /** What a line has left after what was taken back from it. */
    long left_fen(int position) {
        return lines.stream()
                .filter(line ->
                        line.position() == position || Integer.valueOf(position).equals(line.offsets()))
                .mapToLong(BillLine::amount_fen)
                .sum();
    }

    Optional<Billed> bill() {
        return facts.find(Billed.class);
    }

    /** Until when the bill may be disputed; empty of a use that waits for the bill of its month or matter. */
    public Optional<Instant> confirmBy() {
        return facts.find(Collected.class).map(Collected::confirmBy).or(() -> bill().map(Billed::confirmBy));
    }

    /** Whether the use is settled with others, by the bill of a month or a matter, and not by itself. */
    public boolean isCollected() {
        return bill().filter(bill -> bill.confirmBy() == null).isPresent();
    }

    /** Whether the host took its promise back, and the traveller may still wait for one. */
    boolean isWithdrawn() {
        return status == CaseStatus.CANCELLED && facts.has(Withdrawn.class) && !facts.has(Cancelled.class);
    }

    /** One that was withdrawn, as before its booking; the guest of then is gone. */
    ServiceCase reopened() {
        return copy(status, facts.beforeBooking(), lines, role == CaseRole.HOST ? null : requestId, null);
    }

    ServiceCase in(CaseStatus next) {
        return copy(next, facts, lines, requestId, told);
    }

    /** The same, knowing of the message. */
    ServiceCase knowing(FederationMessage message) {
        return with(facts.with(message));
    }

    ServiceCase with(CaseFacts known) {
        return copy(status, known, lines, requestId, told);
    }

    ServiceCase withRequest(UUID request) {
        return copy(status, facts, lines, request, told);
    }

    ServiceCase telling(String orderStatus) {
        return copy(status, facts, lines, requestId, orderStatus);
    }

    /** With further lines in the ledger. */
    ServiceCase booking(List<BillLine> added) {
        List<BillLine> all = new ArrayList<>(lines);
        all.addAll(added);
        return copy(status, facts, all, requestId, told);
    }

    private ServiceCase copy(
            CaseStatus next,
            CaseFacts known,
            List<BillLine> ledger,
            @Nullable UUID request,
            @Nullable String orderStatus) {
        return new ServiceCase(
                id,
                sharedId,
                number,
                role,
                next,
                unitId,
                unitPath,
                ownCode,
                peerCode,
                peerName,
                agreementId,
                agreementNumber,
                request,
                known,
                ledger,
                orderStatus,
                openedAt,
                version);
    }
}
