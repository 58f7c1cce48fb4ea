package org.motorpool.dispatch.federation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.FederationApi.Dispute;
import org.motorpool.dispatch.contract.FederationMessage;
import org.motorpool.dispatch.contract.FederationMessage.Assigned;
import org.motorpool.dispatch.contract.FederationMessage.Booked;
import org.motorpool.dispatch.contract.FederationMessage.Departed;
import org.motorpool.dispatch.contract.FederationMessage.Evidenced;
import org.motorpool.dispatch.contract.FederationMessage.Inquired;
import org.motorpool.dispatch.contract.FederationMessage.NoShow;
import org.motorpool.dispatch.contract.FederationMessage.Offered;
import org.motorpool.dispatch.contract.FederationMessage.Returned;
import org.motorpool.dispatch.contract.FederationMessage.Supplemented;
import org.motorpool.dispatch.contract.FederationMessage.Voucher;
import org.motorpool.dispatch.contract.FederationMessage.Withdrawn;

/**
 * What one side knows of a case: the last message of each kind, sent or received.
 *
 * @param expected_fen what home reckons the bill to be, from the evidence
 * @param billed the host's vouchers as they are billed by now; null until one differs from the evidence
 */
public record CaseFacts(
        List<FederationMessage> told,
        List<Dispute> disputes,
        @Nullable Long expected_fen,
        @Nullable List<Voucher> billed) {

    public CaseFacts {
        told = List.copyOf(told);
        disputes = List.copyOf(disputes);
        billed = billed == null ? null : List.copyOf(billed);
    }

    static CaseFacts of(Inquired inquiry) {
        return new CaseFacts(List.of(inquiry), List.of(), null, null);
    }

    /** The last message of the kind. */
    public <T extends FederationMessage> Optional<T> find(Class<T> kind) {
        return told.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    boolean has(Class<? extends FederationMessage> kind) {
        return find(kind).isPresent();
    }

    /** What home asked for; a case begins with it, or has that of its use. */
    public Inquired inquiry() {
        return find(Inquired.class).orElseThrow(() -> new IllegalStateException("a case begins with an inquiry"));
    }

    /** The first message. */
    FederationMessage opening() {
        return find(Supplemented.class).<FederationMessage>map(first -> first).orElseGet(this::inquiry);
    }

    /** The offer as it stands; there is one from OFFERED on. */
    Offered offer() {
        return find(Offered.class).orElseThrow(() -> new IllegalStateException("there is no offer yet"));
    }

    CaseFacts with(FederationMessage message) {
        List<FederationMessage> all = new ArrayList<>(without(message.getClass()));
        all.add(message);
        return new CaseFacts(all, disputes, expected_fen, billed);
    }

    /** Forgets the last message of the kind. */
    CaseFacts forget(Class<? extends FederationMessage> kind) {
        return new CaseFacts(without(kind), disputes, expected_fen, billed);
    }

    /** As before a booking that came to nothing. */
    CaseFacts beforeBooking() {
        return forget(Booked.class).forget(Assigned.class).forget(Withdrawn.class);
    }

    private List<FederationMessage> without(Class<? extends FederationMessage> kind) {
        return told.stream().filter(one -> !kind.isInstance(one)).toList();
    }

    CaseFacts expecting(long fen) {
        return new CaseFacts(told, disputes, fen, billed);
    }

    CaseFacts with(Dispute dispute) {
        List<Dispute> all = new ArrayList<>(disputes);
        all.removeIf(one -> one.position() == dispute.position());
        all.add(dispute);
        return new CaseFacts(told, all, expected_fen, billed);
    }

    /** Knowing what is billed by now. */
    CaseFacts billing(List<Voucher> vouchers) {
        return new CaseFacts(told, disputes, expected_fen, vouchers);
    }

    /** The vouchers as they are billed by now. */
    List<Voucher> vouchers() {
        return billed != null
                ? billed
                : find(Evidenced.class).map(Evidenced::vouchers).orElse(List.of());
    }

    Optional<Dispute> findDispute(int position) {
        return disputes.stream().filter(one -> one.position() == position).findFirst();
    }

    boolean hasOpenDispute() {
        return disputes.stream().anyMatch(one -> one.status().equals("OPEN"));
    }

    /** The status the execution amounts to. */
    CaseStatus execution() {
        if (has(Returned.class) || has(NoShow.class) || has(Evidenced.class)) {
            return CaseStatus.COMPLETED;
        }
        if (has(Departed.class)) {
            return CaseStatus.UNDERWAY;
        }
        return has(Assigned.class) ? CaseStatus.ASSIGNED : CaseStatus.BOOKED;
    }
}
