package org.motorpool.dispatch.sharing;

import java.util.List;
import org.motorpool.dispatch.registry.VehicleFile;

/**
 * The offers and agreements there are, and what they allow: the one rule by which hand and planner give a request another
 * unit's vehicle. Within the province an offer covers it, across provinces an agreement.
 */
public record SharingBook(List<PoolOffer> offers, List<Agreement> agreements) {

    /** Nothing is shared. */
    public static final SharingBook EMPTY = new SharingBook(List.of(), List.of());

    public SharingBook {
        offers = List.copyOf(offers);
        agreements = List.copyOf(agreements);
    }

    /** What the book says of this vehicle for this use. */
    public SharingVerdict judge(WantedUse use, VehicleFile vehicle) {
        if (!use.borrows(vehicle)) {
            return new SharingVerdict.Own();
        }
        return use.crossesRegion(vehicle) ? agreed(use, vehicle) : OfferRules.judge(offers, use, vehicle);
    }

    private SharingVerdict agreed(WantedUse use, VehicleFile vehicle) {
        PlannedUse planned = use.planned(vehicle);
        List<Agreement> between = agreements.stream()
                .filter(agreement -> agreement.isBetween(use.unitPath(), vehicle.unitPath()))
                .toList();
        return AgreementRules.choose(between, planned)
                .<SharingVerdict>map(agreement -> AgreementRules.check(agreement, planned)
                        .<SharingVerdict>map(SharingVerdict.Refused::new)
                        .orElseGet(() -> new SharingVerdict.Agreed(agreement)))
                .orElseGet(() -> new SharingVerdict.Refused(
                        AgreementRules.missing(use.request().unitName(), vehicle.unitName())));
    }
}
