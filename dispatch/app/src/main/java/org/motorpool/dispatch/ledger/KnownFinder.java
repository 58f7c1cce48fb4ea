package org.motorpool.dispatch.ledger;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.compliance.LegacyStock;
import org.motorpool.dispatch.ledger.store.TakenVehicles;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;
import org.motorpool.dispatch.registry.ParkingService;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.registry.VehicleLife;

/** Looks up all that the rows of a ledger are judged by, in a few queries however long it is. */
@Singleton
class KnownFinder {

    private static final int CHUNK = 5000;

    private final UnitService units;
    private final ParkingService parking;
    private final LegacyStock stock;
    private final VehicleLife vehicles;
    private final TakenVehicles taken;
    private final Clock clock;

    KnownFinder(
            UnitService units,
            ParkingService parking,
            LegacyStock stock,
            VehicleLife vehicles,
            TakenVehicles taken,
            Clock clock) {
        this.units = units;
        this.parking = parking;
        this.stock = stock;
        this.vehicles = vehicles;
        this.taken = taken;
        this.clock = clock;
    }

    Uni<Known> find(Mutiny.Session session, Scope scope, Sheet sheet) {
        Set<String> vins = values(sheet, Column.VIN);
        return inChunks(values(sheet, Column.UNIT), codes -> units.listByCodes(session, scope, codes))
                .chain(found -> inChunks(vins, chunk -> vehicles.listByVins(session, chunk))
                        .chain(onFile -> taken.find(session, vins, values(sheet, Column.PLATE))
                                .chain(used -> known(session, found, onFile, used))));
    }

    private Uni<Known> known(
            Mutiny.Session session, List<Unit> found, List<VehicleFile> onFile, TakenVehicles.Taken used) {
        Set<String> provinces = found.stream().map(Unit::provinceCode).collect(Collectors.toSet());
        return parking.list(session, found.stream().map(Unit::id).toList())
                .chain(places -> categories(session, provinces)
                        .map(categories -> new Known(
                                byKey(found, Unit::code),
                                places,
                                categories,
                                byKey(onFile, VehicleFile::vin),
                                used.vins(),
                                used.plates(),
                                Days.today(clock))));
    }

    private Uni<Map<String, Set<String>>> categories(Mutiny.Session session, Set<String> provinces) {
        return Multi.createFrom()
                .iterable(provinces)
                .onItem()
                .transformToUniAndConcatenate(
                        province -> stock.categories(session, province).map(codes -> Map.entry(province, codes)))
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** PostgreSQL binds 65535 values at most. */
    private static <T> Uni<List<T>> inChunks(Set<String> keys, Function<Collection<String>, Uni<List<T>>> query) {
        return Multi.createFrom()
                .iterable(keys)
                .group()
                .intoLists()
                .of(CHUNK)
                .onItem()
                .transformToUniAndConcatenate(query::apply)
                .collect()
                .in(ArrayList::new, List::addAll);
    }

    private static Set<String> values(Sheet sheet, Column column) {
        return sheet.rows().stream()
                .flatMap(row -> Stream.ofNullable(row.cells().get(column)))
                .collect(Collectors.toSet());
    }

    private static <T> Map<String, T> byKey(List<T> found, Function<T, String> key) {
        Map<String, T> byKey = new HashMap<>();
        found.forEach(each -> byKey.put(key.apply(each), each));
        return byKey;
    }
}
