package org.motorpool.dispatch.federation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.FederationApi.Dispute;
import org.motorpool.dispatch.contract.FederationMessage;
import org.motorpool.dispatch.contract.FederationMessage.Assigned;
import org.motorpool.dispatch.contract.FederationMessage.Billed;
import org.motorpool.dispatch.contract.FederationMessage.Booked;
import org.motorpool.dispatch.contract.FederationMessage.BookingAccepted;
import org.motorpool.dispatch.contract.FederationMessage.BookingRefused;
import org.motorpool.dispatch.contract.FederationMessage.CancellationAnswered;
import org.motorpool.dispatch.contract.FederationMessage.Cancelled;
import org.motorpool.dispatch.contract.FederationMessage.Collected;
import org.motorpool.dispatch.contract.FederationMessage.Declined;
import org.motorpool.dispatch.contract.FederationMessage.Departed;
import org.motorpool.dispatch.contract.FederationMessage.DigestAsked;
import org.motorpool.dispatch.contract.FederationMessage.DigestTold;
import org.motorpool.dispatch.contract.FederationMessage.DisputeAnswered;
import org.motorpool.dispatch.contract.FederationMessage.Evidenced;
import org.motorpool.dispatch.contract.FederationMessage.Located;
import org.motorpool.dispatch.contract.FederationMessage.NoShow;
import org.motorpool.dispatch.contract.FederationMessage.Offered;
import org.motorpool.dispatch.contract.FederationMessage.Returned;
import org.motorpool.dispatch.contract.FederationMessage.Settled;
import org.motorpool.dispatch.contract.FederationMessage.Withdrawn;

/**
 * How the home side takes what the host tells it. Messages come once and in order; what crossed an own message on the way finds the
 * case in a status that knows of it.
 */
final class HomeLogic {

    private HomeLogic() {}

    static Moved receive(ServiceCase home, FederationMessage message) {
        return switch (message) {
            case Offered offered -> offered(home, offered);
            case Declined declined -> declined(home, declined);
            case BookingAccepted _ ->
                home.status() == CaseStatus.BOOKING ? Moved.to(home.in(CaseStatus.BOOKED)) : Moved.to(home);
            case BookingRefused refused -> refused(home, refused);
            case CancellationAnswered answer -> cancellation(home, answer);
            case Withdrawn withdrawn ->
                Moved.to(home.knowing(withdrawn).in(CaseStatus.CANCELLED)).doing(Effect.RELEASE_REQUEST);
            case Assigned assigned -> progress(home, assigned).doing(Effect.SHOW_ORDER);
            case Departed departed -> progress(home, departed).doing(Effect.BEGIN_REQUEST);
            case Located located -> located(home, located);
            case Returned returned -> returned(home, returned);
            case NoShow noShow -> ended(home, noShow).doing(Effect.END_REQUEST);
            case Evidenced evidence -> ended(home, evidence).doing(Effect.CLOSE_REQUEST);
            case Billed billed -> billed(home, billed);
            case Collected collected -> Moved.to(home.knowing(collected)).doing(Effect.FILE_BILL);
            case DisputeAnswered answer -> answered(home, answer);
            case Settled settled -> Moved.to(home.knowing(settled).in(CaseStatus.SETTLED));
            case DigestAsked _ -> Moved.to(home).sending(LedgerDigest.of(home));
            case DigestTold told -> Moved.to(home.knowing(told));
            case FederationMessage.Inquired _,
                    FederationMessage.Supplemented _,
                    Booked _,
                    Cancelled _,
                    FederationMessage.UseConfirmed _,
                    FederationMessage.BillConfirmed _,
                    FederationMessage.BillDisputed _ ->
                throw new IllegalArgumentException("%s is not for a home side".formatted(message));
        };
    }

    /**
     * An offer that comes while another is being booked is kept for the case that the booking is refused; one for what the host
     * withdrew opens the case again.
     */
    private static Moved offered(ServiceCase home, Offered offered) {
        if (home.isWithdrawn()) {
            return Moved.to(home.reopened().knowing(offered).in(CaseStatus.OFFERED))
                    .doing(Effect.REOPEN);
        }
        ServiceCase knowing = home.knowing(offered);
        return Moved.to(home.status().isBeforeBooking() ? knowing.in(CaseStatus.OFFERED) : knowing);
    }

    private static Moved declined(ServiceCase home, Declined declined) {
        if (home.status().isGivenUp()) {
            return Moved.to(home);
        }
        Moved moved = Moved.to(home.knowing(declined).in(CaseStatus.DECLINED));
        return home.status().isBeforeBooking() ? moved : moved.doing(Effect.RELEASE_REQUEST);
    }

    private static Moved refused(ServiceCase home, BookingRefused refused) {
        if (home.status().isGivenUp()) {
            return Moved.to(home);
        }
        boolean another = !home.facts().offer().offerId().equals(refused.offerId());
        CaseStatus next = home.status() == CaseStatus.CANCELLING
                ? CaseStatus.CANCELLED
                : another ? CaseStatus.OFFERED : CaseStatus.EXPIRED;
        return Moved.to(home.knowing(refused).in(next)).doing(Effect.RELEASE_REQUEST);
    }

    private static Moved cancellation(ServiceCase home, CancellationAnswered answer) {
        if (home.status() != CaseStatus.CANCELLING) {
            return Moved.to(home);
        }
        return answer.accepted()
                ? Moved.to(home.in(CaseStatus.CANCELLED)).doing(Effect.RELEASE_REQUEST)
                : Moved.to(home.in(home.facts().execution()));
    }

    /** While a cancellation waits for its answer, the case only learns how far the vehicle has come. */
    private static Moved progress(ServiceCase home, FederationMessage message) {
        ServiceCase knowing = home.knowing(message);
        return Moved.to(
                home.status() == CaseStatus.CANCELLING
                        ? knowing
                        : knowing.in(knowing.facts().execution()));
    }

    /** Where the vehicle is concerns home while the task runs, and no longer. */
    private static Moved located(ServiceCase home, Located located) {
        boolean running = home.facts().execution() == CaseStatus.UNDERWAY;
        boolean later = home.facts()
                .find(Located.class)
                .map(before -> located.at().isAfter(before.at()))
                .orElse(true);
        return Moved.to(running && later ? home.knowing(located) : home);
    }

    private static Moved returned(ServiceCase home, Returned returned) {
        return ended(home, returned).doing(Effect.SHOW_RETURN);
    }

    /** It is over: where the vehicle is concerns home no longer. */
    private static Moved ended(ServiceCase home, FederationMessage message) {
        Moved moved = progress(home, message);
        return Moved.to(moved.to().with(moved.to().facts().forget(Located.class)));
    }

    private static Moved billed(ServiceCase home, Billed billed) {
        ServiceCase booked = home.knowing(billed).booking(billed.lines());
        Moved moved = Moved.to(home.status() == CaseStatus.CANCELLED ? booked : booked.in(CaseStatus.BILLED));
        return moved.doing(Effect.RECKON);
    }

    /**
     * With the last answer home confirms what is left. Home alone says so: it may have disputed another line meanwhile, and the host
     * does not settle before.
     */
    private static Moved answered(ServiceCase home, DisputeAnswered answer) {
        ServiceCase after = Disputes.answered(home, answer);
        return after.facts().hasOpenDispute() ? Moved.to(after) : confirmBill(after, false);
    }

    /** The traveller's side takes an offer. */
    static Moved book(ServiceCase home) {
        Booked booked = new Booked(home.facts().offer().offerId());
        return Moved.to(home.knowing(booked).in(CaseStatus.BOOKING))
                .sending(booked)
                .doing(Effect.HOLD_REQUEST);
    }

    /** Before a booking the case is over at once; a booking ends when the host says so. */
    static Moved cancel(ServiceCase home, String reason) {
        Cancelled cancelled = new Cancelled(reason);
        CaseStatus next = home.status().isBeforeBooking() ? CaseStatus.CANCELLED : CaseStatus.CANCELLING;
        return Moved.to(home.knowing(cancelled).in(next)).sending(cancelled);
    }

    static Moved confirmBill(ServiceCase home, boolean byClock) {
        FederationMessage.BillConfirmed confirmed = new FederationMessage.BillConfirmed(home.bill_fen(), byClock);
        return Moved.to(home.knowing(confirmed).in(CaseStatus.CONFIRMED)).sending(confirmed);
    }

    static Moved dispute(ServiceCase home, int position, String reason, @Nullable String evidence) {
        Dispute dispute = new Dispute(position, reason, evidence, "OPEN", null);
        CaseFacts facts = home.facts().with(dispute);
        return new Moved(
                home.with(facts).in(CaseStatus.DISPUTED),
                List.of(new FederationMessage.BillDisputed(position, reason, evidence)),
                List.of());
    }
}
