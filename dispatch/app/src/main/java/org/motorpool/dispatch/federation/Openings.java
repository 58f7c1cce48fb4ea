package org.motorpool.dispatch.federation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.contract.AgreementApi.Party;
import org.motorpool.dispatch.contract.FederationApi.NewInquiry;
import org.motorpool.dispatch.contract.FederationMessage.ChangedVoucher;
import org.motorpool.dispatch.contract.FederationMessage.Envelope;
import org.motorpool.dispatch.contract.FederationMessage.Inquired;
import org.motorpool.dispatch.contract.FederationMessage.Matter;
import org.motorpool.dispatch.contract.FederationMessage.Offered;
import org.motorpool.dispatch.contract.FederationMessage.Supplemented;
import org.motorpool.dispatch.federation.store.Cases;
import org.motorpool.dispatch.organisation.RegionCode;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;
import org.motorpool.dispatch.request.BusinessNumbers;
import org.motorpool.dispatch.request.UseRequest;
import org.motorpool.dispatch.sharing.Agreement;
import org.motorpool.dispatch.sharing.Agreements;
import org.motorpool.dispatch.sharing.PlannedUse;
import org.motorpool.dispatch.sharing.SettlementMode;

/** Opens both sides of a case under an agreement in force. */
@Singleton
class Openings {

    private final Agreements agreements;
    private final UnitService units;
    private final BusinessNumbers numbers;
    private final Cases cases;
    private final Clock clock;

    Openings(Agreements agreements, UnitService units, BusinessNumbers numbers, Cases cases, Clock clock) {
        this.agreements = agreements;
        this.units = units;
        this.numbers = numbers;
        this.cases = cases;
        this.clock = clock;
    }

    /** The agreement that covers a use, and its two parties. */
    record Covered(Agreement agreement, Party home, Party host) {}

    /**
     * The agreement in force between the request's authority and the one of the host region. Problems of package sharing:
     * {@code agreement-missing}, {@code agreement-expired}, {@code agreement-category}, {@code agreement-hours}, {@code agreement-cap}.
     */
    Uni<Covered> cover(Mutiny.Session session, UseRequest request, String hostRegion) {
        PlannedUse use = PlannedUse.of(
                request.view().category(),
                request.view().departAt(),
                request.view().returnAt());
        return hostPath(session, request, hostRegion).chain(hostPath -> agreements
                .covering(session, request.unitPath(), hostPath, use)
                .map(agreement -> new Covered(
                        agreement,
                        agreement.findParty(request.unitPath()).orElseThrow(),
                        agreement.findParty(hostPath).orElseThrow())));
    }

    /** The party of a running agreement whose region has the host region; without one the unit of the region itself. */
    private Uni<String> hostPath(Mutiny.Session session, UseRequest request, String hostRegion) {
        return agreements.listRunning(session, Days.today(clock)).chain(running -> running.stream()
                .filter(agreement -> agreement.findParty(request.unitPath()).isPresent())
                .flatMap(agreement -> agreement.view().parties().stream())
                .filter(party -> hostRegion.startsWith(RegionCode.significant(party.regionCode())))
                .max(Comparator.comparing(
                        party -> RegionCode.significant(party.regionCode()).length()))
                .map(party -> units.get(session, party.unitId()).map(Unit::path))
                .orElseGet(() -> regionPath(session, hostRegion)));
    }

    private Uni<String> regionPath(Mutiny.Session session, String hostRegion) {
        List<String> levels = RegionCode.levels(hostRegion);
        return units.listByCodes(session, Scope.SYSTEM, levels).map(found -> found.stream()
                .filter(unit -> !unit.level().equals("NATION"))
                .max(Comparator.comparing(unit -> unit.path().length()))
                .map(Unit::path)
                .orElse("/" + hostRegion + "/"));
    }

    /** The home side, with the traveller's request. */
    Uni<ServiceCase> home(Mutiny.Session session, UseRequest request, Covered covered, NewInquiry wanted) {
        return matter(session, covered, wanted)
                .chain(matter -> home(session, request, covered, wanted.contact(), matter.orElse(null)));
    }

    /** Where the agreement settles by matter 一事一结: what home names, or the event the request belongs to. */
    private Uni<Optional<Matter>> matter(Mutiny.Session session, Covered covered, NewInquiry wanted) {
        if (covered.agreement().settlementMode() != SettlementMode.PER_MATTER) {
            return Uni.createFrom().item(Optional.empty());
        }
        return wanted.matter() == null
                ? cases.findEvent(session, wanted.requestId())
                : Uni.createFrom().item(Optional.of(new Matter(wanted.matter(), wanted.matterEndsAt())));
    }

    private Uni<ServiceCase> home(
            Mutiny.Session session, UseRequest request, Covered covered, String contact, @Nullable Matter matter) {
        return units.get(session, covered.home().unitId())
                .chain(authority -> numbers.next(session, "KQ", authority.regionCode()))
                .map(number -> new ServiceCase(
                        Ids.next(),
                        Ids.next(),
                        number,
                        CaseRole.HOME,
                        CaseStatus.INQUIRED,
                        request.view().unitId(),
                        request.unitPath(),
                        covered.home().regionCode(),
                        covered.host().regionCode(),
                        covered.host().unitName(),
                        covered.agreement().id(),
                        covered.agreement().view().number(),
                        request.id(),
                        CaseFacts.of(inquiry(request, covered, number, contact, matter)),
                        List.of(),
                        null,
                        clock.instant(),
                        0))
                .chain(side -> cases.add(session, side));
    }

    /** The least the host must know: no purpose, unless the agreement shares it. */
    private static Inquired inquiry(
            UseRequest request, Covered covered, String number, String contact, @Nullable Matter matter) {
        boolean shared = Boolean.TRUE.equals(covered.agreement().view().terms().purposeShared());
        return new Inquired(
                covered.agreement().view().number(),
                number,
                covered.home().unitName(),
                request.view().category(),
                request.view().passengers(),
                request.view().pickup(),
                request.view().dropoff(),
                request.view().departAt(),
                request.view().returnAt(),
                contact,
                shared ? request.view().purpose() : null,
                matter);
    }

    /** The host side of an inquiry that came in. */
    Uni<ServiceCase> host(Mutiny.Session session, Envelope message, Inquired inquiry) {
        return agreements
                .listRunning(session, Days.today(clock))
                .map(running -> running.stream()
                        .filter(agreement -> agreement.view().number().equals(inquiry.agreementNumber()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(
                                "no agreement %s is in force here".formatted(inquiry.agreementNumber()))))
                .chain(agreement -> host(session, message, inquiry, agreement));
    }

    private Uni<ServiceCase> host(Mutiny.Session session, Envelope message, Inquired inquiry, Agreement agreement) {
        UUID unitId = partyOf(agreement, message.to()).unitId();
        return units.get(session, unitId)
                .chain(unit -> numbers.next(session, "KQ", unit.regionCode())
                        .map(number -> new ServiceCase(
                                Ids.next(),
                                message.caseId(),
                                number,
                                CaseRole.HOST,
                                CaseStatus.INQUIRED,
                                unit.id(),
                                unit.path(),
                                message.to(),
                                message.from(),
                                inquiry.homeName(),
                                agreement.id(),
                                inquiry.agreementNumber(),
                                null,
                                CaseFacts.of(inquiry),
                                List.of(),
                                null,
                                clock.instant(),
                                0)))
                .chain(side -> cases.add(session, side));
    }

    /** The host's side of a case that bills what became of the expenses of a use after its bill. */
    Uni<ServiceCase> supplement(Mutiny.Session session, ServiceCase use, List<ChangedVoucher> changed) {
        return numbers.next(session, "KQ", use.ownCode())
                .map(number -> supplement(use, Ids.next(), number, new Supplemented(use.sharedId(), number, changed)))
                .chain(side -> cases.add(session, side));
    }

    /** The home side of one that came in, where the use is known. */
    Uni<Optional<ServiceCase>> supplement(Mutiny.Session session, Envelope message, Supplemented supplement) {
        return cases.lockShared(session, supplement.useId(), message.to())
                .chain(found -> found.map(use -> numbers.next(session, "KQ", use.ownCode())
                                .map(number -> supplement(use, message.caseId(), number, supplement))
                                .chain(side -> cases.add(session, side))
                                .map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /** Between the same, of the same time and matter. */
    private ServiceCase supplement(ServiceCase use, UUID sharedId, String number, Supplemented supplement) {
        CaseFacts period = CaseFacts.of(use.facts().inquiry());
        CaseFacts facts = use.facts().find(Offered.class).map(period::with).orElse(period);
        return new ServiceCase(
                Ids.next(),
                sharedId,
                number,
                use.role(),
                CaseStatus.COMPLETED,
                use.unitId(),
                use.unitPath(),
                use.ownCode(),
                use.peerCode(),
                use.peerName(),
                use.agreementId(),
                use.agreementNumber(),
                null,
                facts.with(supplement),
                List.of(),
                null,
                clock.instant(),
                0);
    }

    /** The party of that region. */
    static Party partyOf(Agreement agreement, String code) {
        Optional<Party> found = agreement.view().parties().stream()
                .filter(party -> party.regionCode().equals(code))
                .findFirst();
        return found.orElseThrow(() -> new IllegalStateException("%s is no party of agreement %s"
                .formatted(code, agreement.view().number())));
    }
}
