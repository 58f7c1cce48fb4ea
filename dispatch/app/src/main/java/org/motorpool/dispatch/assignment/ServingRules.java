package org.motorpool.dispatch.assignment;

import java.util.List;
import java.util.Optional;

/** The rows in force that say which vehicle categories may serve which requests. */
public record ServingRules(List<Serving> rows) {

    /**
     * Vehicles of a category may serve requests for a category.
     *
     * @param ownUnitOnly they never serve another unit
     */
    public record Serving(String wanted, String serving, boolean ownUnitOnly) {}

    public ServingRules {
        rows = List.copyOf(rows);
    }

    /** The rule under which vehicles of {@code category} serve requests for {@code wanted}. */
    Optional<Serving> find(String wanted, String category) {
        return of(wanted).stream().filter(row -> row.serving().equals(category)).findFirst();
    }

    /** Categories that may serve requests for {@code wanted}; its own when no row speaks of it. */
    List<String> categories(String wanted) {
        return of(wanted).stream().map(Serving::serving).toList();
    }

    private List<Serving> of(String wanted) {
        List<Serving> found =
                rows.stream().filter(row -> row.wanted().equals(wanted)).toList();
        return found.isEmpty() ? List.of(new Serving(wanted, wanted, false)) : found;
    }
}
