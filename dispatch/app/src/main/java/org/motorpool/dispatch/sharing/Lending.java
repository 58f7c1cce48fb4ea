package org.motorpool.dispatch.sharing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;
import org.motorpool.dispatch.contract.RequestApi;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.sharing.SharingBasis.Source;
import org.motorpool.dispatch.sharing.SharingBasis.TariffVersion;
import org.motorpool.dispatch.sharing.store.AgreementRows;
import org.motorpool.dispatch.sharing.store.OfferRows;

/** Gives a use of another unit's vehicle its basis and its price; for assignment, in its transactions. */
@Singleton
public class Lending {

    private final OfferRows offers;
    private final AgreementRows agreementRows;
    private final Agreements agreements;
    private final TariffService tariffs;

    Lending(OfferRows offers, AgreementRows agreementRows, Agreements agreements, TariffService tariffs) {
        this.offers = offers;
        this.agreementRows = agreementRows;
        this.agreements = agreements;
        this.tariffs = tariffs;
    }

    /** All that concerns uses on or after the day, as far as the session sees; for plans. */
    public Uni<SharingBook> book(Mutiny.Session session, LocalDate day) {
        return offers.listOpen(session, day)
                .chain(open -> agreements.listRunning(session, day).map(running -> new SharingBook(open, running)));
    }

    /**
     * The basis of this use; none for the unit's own vehicle, without a query. Fails with {@code offer-missing},
     * {@code offer-hours}, {@code offer-radius}, {@code price-missing}, or a code of {@link Agreements#covering}.
     *
     * @param instead the order whose place this takes; {@link PlannedUse#NEW} for none
     */
    public Uni<Optional<SharingBasis>> basis(Mutiny.Session session, WantedUse use, VehicleFile vehicle, UUID instead) {
        if (!use.borrows(vehicle)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return book(session, use, vehicle).chain(book -> switch (book.judge(use, vehicle)) {
            case SharingVerdict.Own() -> Uni.createFrom().item(Optional.<SharingBasis>empty());
            case SharingVerdict.Offered(PoolOffer offer) ->
                offered(session, offer, use, vehicle).map(Optional::of);
            case SharingVerdict.Agreed(Agreement agreement) ->
                agreed(session, agreement, use, vehicle, instead).map(Optional::of);
            case SharingVerdict.Refused(Violation violation) -> throw refused(violation);
        });
    }

    /** Whether the vehicle's own unit lends it for this use, whatever the hours and the radius. */
    public Uni<Boolean> isOffered(Mutiny.Session session, WantedUse use, VehicleFile vehicle) {
        return offers.listFor(session, vehicle.unitPath(), use.unitPath(), use.day())
                .map(found -> found.stream().anyMatch(offer -> offer.lends(vehicle)));
    }

    /** What speaks of this one use. */
    private Uni<SharingBook> book(Mutiny.Session session, WantedUse use, VehicleFile vehicle) {
        return use.crossesRegion(vehicle)
                ? agreementRows
                        .listBetween(session, use.unitPath(), vehicle.unitPath())
                        .map(found -> new SharingBook(List.of(), found))
                : offers.listFor(session, vehicle.unitPath(), use.unitPath(), use.day())
                        .map(found -> new SharingBook(found, List.of()));
    }

    private Uni<SharingBasis> offered(Mutiny.Session session, PoolOffer offer, WantedUse use, VehicleFile vehicle) {
        Source source = new Source.Offered(
                offer.id(),
                use.request().departAt().minus(Duration.ofHours(offer.view().cutoffHours())));
        return priced(session, source, offer.view().tariffId(), use, vehicle);
    }

    private Uni<SharingBasis> agreed(
            Mutiny.Session session, Agreement agreement, WantedUse use, VehicleFile vehicle, UUID instead) {
        Source source = new Source.Agreed(agreement.id());
        return priced(session, source, agreement.view().terms().tariffId(), use, vehicle)
                .call(basis -> agreements.requireCaps(
                        session, agreement, use.unitPath(), vehicle.unitPath(), use.planned(vehicle, basis, instead)));
    }

    private Uni<SharingBasis> priced(
            Mutiny.Session session, Source source, @Nullable UUID tariffId, WantedUse use, VehicleFile vehicle) {
        RequestApi.Request request = use.request();
        long estimated_m = Distance.thereAndBack_m(request.pickup(), request.dropoff());
        if (tariffId == null) {
            return Uni.createFrom().item(new SharingBasis(source, null, estimated_m, 0));
        }
        return tariffs.getInForce(session, tariffId, use.day())
                .map(tariff -> new SharingBasis(
                        source,
                        new TariffVersion(tariffId, tariff.view().tariffVersion()),
                        estimated_m,
                        estimate_fen(tariff, vehicle, request, estimated_m)));
    }

    private static long estimate_fen(Tariff tariff, VehicleFile vehicle, RequestApi.Request request, long estimated_m) {
        if (!tariff.covers(vehicle.category(), vehicle.bodyType())) {
            throw refused(new Violation(
                    "price-missing",
                    "收费标准(tariff) " + tariff.view().name(),
                    "收费标准“%s”没有 %s 类 %s 车型的价格，请补充或另选车辆"
                            .formatted(tariff.view().name(), vehicle.category(), vehicle.bodyType()),
                    "tariff \"%s\" has no price for a %s of category %s; add one, or choose another vehicle"
                            .formatted(tariff.view().name(), vehicle.bodyType(), vehicle.category())));
        }
        return PricedLine.total_fen(Pricing.price(
                tariff,
                new Measured(
                        vehicle.category(),
                        vehicle.bodyType(),
                        estimated_m,
                        request.departAt(),
                        request.returnAt(),
                        0,
                        List.of())));
    }

    private static RuntimeException refused(Violation violation) {
        return Problem.refused(violation.rule(), List.of(violation)).asException();
    }
}
