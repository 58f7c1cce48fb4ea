package org.motorpool.dispatch.request.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.request.Delegation;

/** Table {@code approval_delegation}; every call runs in the caller's session. */
@Singleton
public class Delegations {

    private static final int MOST_AT_ONCE = 100;

    private static final String COLUMNS = """
            select cast(row_to_json(d) as text) from (
                select id, account_id as "accountId", username, name, unit_id as "unitId", unit_path as "unitPath", roles, delegate,
                       from_at as "from", to_at as "to", reason, revoked_at as "revokedAt", version
                from approval_delegation
                where\s""";

    private static final String FOR = COLUMNS + """
            delegate = ?1 and revoked_at is null and from_at <= ?2 and to_at > ?2 order by from_at, id limit ?3) as d""";

    private static final String OF =
            COLUMNS + "(account_id = ?1 or delegate = ?2) and id < ?3 order by id desc limit ?4) as d";

    private static final String FIND = COLUMNS + "id = ?1 for update) as d";

    private static final String ADD = """
            insert into approval_delegation (id, account_id, username, name, unit_id, unit_path, roles, delegate, from_at, to_at, reason)
            values (?1, ?2, ?3, ?4, ?5, ?6, string_to_array(?7, ','), ?8, ?9, ?10, ?11)""";

    private static final String REVOKE =
            "update approval_delegation set revoked_at = ?2, version = version + 1 where id = ?1";

    private final Json json;

    Delegations(Json json) {
        this.json = json;
    }

    /** In force for this delegate now. */
    public Uni<List<Delegation>> listFor(Mutiny.Session session, String delegate, Instant now) {
        return session.createNativeQuery(FOR, String.class)
                .setParameter(1, delegate)
                .setParameter(2, now)
                .setParameter(3, MOST_AT_ONCE)
                .getResultList()
                .map(this::read);
    }

    /** Given by or to the caller, newest first. */
    public Uni<List<Delegation>> listOf(Mutiny.Session session, Scope caller, UUID before, int limit) {
        return session.createNativeQuery(OF, String.class)
                .setParameter(1, caller.accountId())
                .setParameter(2, caller.username())
                .setParameter(3, before)
                .setParameter(4, limit)
                .getResultList()
                .map(this::read);
    }

    /** The delegation, locked. */
    public Uni<Optional<Delegation>> lock(Mutiny.Session session, UUID id) {
        return session.createNativeQuery(FIND, String.class)
                .setParameter(1, id)
                .getResultList()
                .map(rows -> read(rows).stream().findFirst());
    }

    public Uni<Void> add(Mutiny.Session session, Delegation delegation) {
        return session.createNativeQuery(ADD)
                .setParameter(1, delegation.id())
                .setParameter(2, delegation.accountId())
                .setParameter(3, delegation.username())
                .setParameter(4, delegation.name())
                .setParameter(5, delegation.unitId())
                .setParameter(6, delegation.unitPath())
                .setParameter(7, String.join(",", delegation.roles()))
                .setParameter(8, delegation.delegate())
                .setParameter(9, delegation.from())
                .setParameter(10, delegation.to())
                .setParameter(11, delegation.reason())
                .executeUpdate()
                .replaceWithVoid();
    }

    public Uni<Void> revoke(Mutiny.Session session, UUID id, Instant now) {
        return session.createNativeQuery(REVOKE)
                .setParameter(1, id)
                .setParameter(2, now)
                .executeUpdate()
                .replaceWithVoid();
    }

    private List<Delegation> read(List<String> rows) {
        return rows.stream().map(row -> json.read(Delegation.class, row)).toList();
    }
}
