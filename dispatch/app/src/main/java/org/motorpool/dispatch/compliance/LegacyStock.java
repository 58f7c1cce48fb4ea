package org.motorpool.dispatch.compliance;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.compliance.store.QuotaPlaces;
import org.motorpool.dispatch.compliance.store.RuleBooks;
import org.motorpool.dispatch.registry.UnitCategory;
import org.motorpool.dispatch.registry.VehicleService;

/** What is asked of vehicles that were there before the platform: a category of the code list, and a place of the quota. */
@Singleton
public class LegacyStock {

    private final RuleBooks books;
    private final QuotaPlaces quotas;
    private final VehicleService vehicles;
    private final Clock clock;

    LegacyStock(RuleBooks books, QuotaPlaces quotas, VehicleService vehicles, Clock clock) {
        this.books = books;
        this.quotas = quotas;
        this.vehicles = vehicles;
        this.clock = clock;
    }

    /** Codes of the categories in force in the province. */
    public Uni<Set<String>> categories(Mutiny.Session session, String provinceCode) {
        return books.load(session, provinceCode, Days.today(clock))
                .map(book ->
                        book.categories().stream().map(VehicleCategory::code).collect(Collectors.toSet()));
    }

    /** Vacant places of the units by category, below 0 over the quota; without a quota the pair is left out. */
    public Uni<Map<UnitCategory, Integer>> vacancies(Mutiny.Session session, Collection<UUID> unitIds) {
        return quotas.list(session, unitIds, Days.today(clock))
                .chain(numbers -> vehicles.countInUse(session, unitIds).map(inUse -> {
                    Map<UnitCategory, Integer> vacant = new HashMap<>();
                    numbers.forEach((key, number) -> vacant.put(key, number - inUse.getOrDefault(key, 0)));
                    return vacant;
                }));
    }
}
