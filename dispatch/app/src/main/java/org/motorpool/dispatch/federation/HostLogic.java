package org.motorpool.dispatch.federation;

import java.time.Instant;
import java.util.List;
import org.motorpool.dispatch.contract.FederationApi.Dispute;
import org.motorpool.dispatch.contract.FederationMessage;
import org.motorpool.dispatch.contract.FederationMessage.Assigned;
import org.motorpool.dispatch.contract.FederationMessage.BillConfirmed;
import org.motorpool.dispatch.contract.FederationMessage.BillDisputed;
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
import org.motorpool.dispatch.contract.FederationMessage.UseConfirmed;
import org.motorpool.dispatch.contract.FederationMessage.Withdrawn;

/** How the host side takes what home tells it, and what it does itself. Messages come once and in order. */
final class HostLogic {

    private HostLogic() {}

    static Moved receive(ServiceCase host, FederationMessage message, Instant now) {
        return switch (message) {
            case Booked booked -> booked(host, booked, now);
            case Cancelled cancelled -> cancelled(host, cancelled);
            case UseConfirmed confirmed -> Moved.to(host.knowing(confirmed)).doing(Effect.BILL);
            case BillConfirmed confirmed -> Moved.to(host.knowing(confirmed).in(CaseStatus.CONFIRMED));
            case BillDisputed disputed -> disputed(host, disputed);
            case DigestAsked _ -> Moved.to(host).sending(LedgerDigest.of(host));
            case DigestTold told -> Moved.to(host.knowing(told));
            case FederationMessage.Inquired _,
                    FederationMessage.Supplemented _,
                    Offered _,
                    Declined _,
                    BookingAccepted _,
                    BookingRefused _,
                    CancellationAnswered _,
                    Withdrawn _,
                    Assigned _,
                    Departed _,
                    Located _,
                    Returned _,
                    NoShow _,
                    Evidenced _,
                    Billed _,
                    Collected _,
                    DisputeAnswered _,
                    Settled _ -> throw new IllegalArgumentException("%s is not for a host side".formatted(message));
        };
    }

    /** An offer is taken once, as it stands, and in time by the host's clock. */
    private static Moved booked(ServiceCase host, Booked booked, Instant now) {
        if (host.status() != CaseStatus.OFFERED) {
            return Moved.to(host).sending(new BookingRefused(booked.offerId(), "case-state"));
        }
        Offered offer = host.facts().offer();
        if (!offer.offerId().equals(booked.offerId())) {
            return Moved.to(host).sending(new BookingRefused(booked.offerId(), "offer-superseded"));
        }
        if (!now.isBefore(offer.expiresAt())) {
            return Moved.to(host.in(CaseStatus.EXPIRED)).sending(new BookingRefused(booked.offerId(), "offer-expired"));
        }
        return Moved.to(host.knowing(booked).in(CaseStatus.BOOKED))
                .sending(new BookingAccepted(booked.offerId()))
                .doing(Effect.ADMIT_GUEST);
    }

    private static Moved cancelled(ServiceCase host, Cancelled cancelled) {
        ServiceCase knowing = host.knowing(cancelled);
        if (host.status().isPromised()) {
            return Moved.to(knowing.in(CaseStatus.CANCELLED))
                    .sending(new CancellationAnswered(true))
                    .doing(Effect.DISMISS_GUEST);
        }
        if (host.status().isBeforeBooking()) {
            return Moved.to(knowing.in(CaseStatus.CANCELLED)).sending(new CancellationAnswered(true));
        }
        return host.status().isGivenUp()
                ? Moved.to(knowing).sending(new CancellationAnswered(true))
                : Moved.to(host).sending(new CancellationAnswered(false));
    }

    private static Moved disputed(ServiceCase host, BillDisputed disputed) {
        Dispute dispute = new Dispute(disputed.position(), disputed.reason(), disputed.evidence(), "OPEN", null);
        return Moved.to(host.with(host.facts().with(dispute)).in(CaseStatus.DISPUTED));
    }

    /** What the host withdrew it may offer again: the case begins anew from here. */
    static Moved offer(ServiceCase host, Offered offer) {
        ServiceCase open = host.isWithdrawn() ? host.reopened() : host;
        return Moved.to(open.knowing(offer).in(CaseStatus.OFFERED)).sending(offer);
    }

    static Moved decline(ServiceCase host, String reason) {
        Declined declined = new Declined(reason);
        return Moved.to(host.knowing(declined).in(CaseStatus.DECLINED)).sending(declined);
    }

    /** The host cannot serve what it promised. */
    static Moved withdraw(ServiceCase host, String reason) {
        Withdrawn withdrawn = new Withdrawn(reason);
        return Moved.to(host.knowing(withdrawn).in(CaseStatus.CANCELLED))
                .sending(withdrawn)
                .doing(Effect.DISMISS_GUEST);
    }

    /** The order of the guest has come further. */
    static Moved progress(ServiceCase host, FederationMessage message) {
        ServiceCase knowing = host.knowing(message);
        return Moved.to(knowing.in(knowing.facts().execution())).sending(message);
    }

    static Moved prove(ServiceCase host, Evidenced evidence) {
        return progress(host, evidence).doing(Effect.BILL);
    }

    static Moved bill(ServiceCase host, Billed billed) {
        return new Moved(
                host.knowing(billed).booking(billed.lines()).in(CaseStatus.BILLED), List.of(billed), List.of());
    }

    /** The use is on the bill of a month or matter. */
    static Moved collect(ServiceCase host, Collected collected) {
        return Moved.to(host.knowing(collected)).sending(collected);
    }

    static Moved answer(ServiceCase host, DisputeAnswered answer) {
        return Moved.to(Disputes.answered(host, answer)).sending(answer);
    }

    static Moved settle(ServiceCase host, Settled settled) {
        return Moved.to(host.knowing(settled).in(CaseStatus.SETTLED)).sending(settled);
    }
}
