package org.motorpool.dispatch.identity.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.Unit;

/** Local accounts in PostgreSQL. */
@Singleton
public class Accounts {

    /** An account with the hash of its password. */
    public record Stored(Scope scope, String passwordHash) {}

    public Uni<Optional<Stored>> find(Mutiny.Session session, String username) {
        return session.createQuery("from Account a where a.username = ?1", AccountRow.class)
                .setParameter(1, username)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(found -> new Stored(found.toScope(), found.passwordHash)));
    }

    public Uni<Void> moveAll(Mutiny.Session session, UUID fromUnitId, Unit to) {
        return session.createNativeQuery("update account set unit_id = ?2, unit_path = ?3 where unit_id = ?1")
                .setParameter(1, fromUnitId)
                .setParameter(2, to.id())
                .setParameter(3, to.path())
                .executeUpdate()
                .replaceWithVoid();
    }

    public Uni<Void> add(Mutiny.Session session, Map<Scope, String> hashes) {
        Object[] rows = hashes.entrySet().stream()
                .map(entry -> new AccountRow(entry.getKey(), entry.getValue()))
                .toArray();
        return session.persistAll(rows).chain(session::flush);
    }
}
