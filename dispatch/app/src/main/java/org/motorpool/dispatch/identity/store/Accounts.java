package org.motorpool.dispatch.identity.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.organisation.Scope;

/** Local accounts in PostgreSQL. */
@ApplicationScoped
public class Accounts {

    /** An account with the hash of its password. */
    public record Stored(Scope scope, String passwordHash) {}

    public Uni<Optional<Stored>> find(Mutiny.Session session, String username) {
        return session.createQuery("from Account a where a.username = ?1", AccountRow.class)
                .setParameter(1, username)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(found -> new Stored(found.toScope(), found.passwordHash)));
    }

    public Uni<Void> add(Mutiny.Session session, Map<Scope, String> hashes) {
        Object[] rows = hashes.entrySet().stream()
                .map(entry -> new AccountRow(entry.getKey(), entry.getValue()))
                .toArray();
        return session.persistAll(rows).chain(session::flush);
    }
}
