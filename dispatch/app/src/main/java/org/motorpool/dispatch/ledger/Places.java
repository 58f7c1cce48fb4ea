package org.motorpool.dispatch.ledger;

import java.util.HashMap;
import java.util.Map;
import org.motorpool.dispatch.registry.UnitCategory;
import org.motorpool.dispatch.registry.VehicleFile;

/**
 * Gives imported vehicles the vacant places of the quotas, in the order of the ledger. They are legacy stock, which no rule of
 * acquisition judged: those beyond the quota are UNASSESSED 未核定 and wait for the authority.
 */
final class Places {

    private final Map<UnitCategory, Integer> vacant;

    Places(Map<UnitCategory, Integer> vacant) {
        this.vacant = new HashMap<>(vacant);
    }

    VehicleFile place(VehicleFile vehicle) {
        int left = vacant.merge(new UnitCategory(vehicle.unitId(), vehicle.category()), -1, Integer::sum);
        return left < 0 ? vehicle : vehicle.withQuotaStatus("ON_QUOTA");
    }
}
