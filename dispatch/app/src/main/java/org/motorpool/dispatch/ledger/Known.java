package org.motorpool.dispatch.ledger;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.motorpool.dispatch.contract.VehicleApi;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.VehicleFile;

/**
 * What the rows of a ledger are judged by.
 *
 * @param units units in scope, by code
 * @param places parking places, by unit id
 * @param categories codes of the categories, by province
 * @param onFile vehicles in scope, by VIN
 * @param takenVins VINs on file anywhere
 * @param takenPlates plates in use anywhere
 */
record Known(
        Map<String, Unit> units,
        Map<UUID, VehicleApi.Place> places,
        Map<String, Set<String>> categories,
        Map<String, VehicleFile> onFile,
        Set<String> takenVins,
        Set<String> takenPlates,
        LocalDate today) {}
