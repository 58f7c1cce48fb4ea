package org.motorpool.dispatch.registry.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.registry.ChargerFile;

/** Chargers in PostgreSQL; every call runs in the caller's session, which sees those of its units and of the units above. */
@Singleton
public class Chargers {

    private static final int MOST = 20_000;

    private static final String PAGE = "from Charger c where c.id < ?1 order by c.id desc";
    private static final String IN_SERVICE = "from Charger c where c.inService = true order by c.id";

    public Uni<List<ChargerFile>> list(Mutiny.Session session, UUID before, int limit) {
        return files(session.createQuery(PAGE, ChargerRow.class)
                .setParameter(1, before)
                .setMaxResults(limit)
                .getResultList());
    }

    public Uni<List<ChargerFile>> listInService(Mutiny.Session session) {
        return files(session.createQuery(IN_SERVICE, ChargerRow.class)
                .setMaxResults(MOST)
                .getResultList());
    }

    public Uni<Optional<ChargerFile>> find(Mutiny.Session session, UUID id) {
        return session.find(ChargerRow.class, id).map(Chargers::file);
    }

    /** The charger of a unit in scope, locked to the end of the transaction; those of the units above are not found. */
    public Uni<Optional<ChargerFile>> lock(Mutiny.Session session, UUID id) {
        return session.find(ChargerRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                .map(Chargers::file);
    }

    public Uni<List<ChargerFile>> add(Mutiny.Session session, List<ChargerFile> added, String by, Instant at) {
        List<ChargerRow> rows =
                added.stream().map(charger -> new ChargerRow(charger, by, at)).toList();
        return session.persistAll(rows.toArray())
                .chain(session::flush)
                .map(_ -> rows.stream().map(ChargerRow::toCharger).toList());
    }

    /** As it is now, with its next version. */
    public Uni<ChargerFile> change(Mutiny.Session session, ChargerFile charger) {
        return session.find(ChargerRow.class, charger.view().id())
                .invoke(row -> row.describe(charger.view()))
                .chain(row -> session.flush().map(_ -> row.toCharger()));
    }

    private static Uni<List<ChargerFile>> files(Uni<List<ChargerRow>> rows) {
        return rows.map(found -> found.stream().map(ChargerRow::toCharger).toList());
    }

    private static Optional<ChargerFile> file(@Nullable ChargerRow row) {
        return Optional.ofNullable(row).map(ChargerRow::toCharger);
    }
}
