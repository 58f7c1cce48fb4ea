package org.motorpool.dispatch.federation.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.contract.FederationMessage.Envelope;
import org.motorpool.dispatch.organisation.Unit;

/** Messages out until they are delivered, messages in once each; an outbox and an inbox. */
@Singleton
public class Exchange {

    private static final String ADD = """
            insert into exchange (id, direction, unit_id, unit_path, from_code, to_code, shared_id, serial, payload, due_at)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
            on conflict do nothing
            """;

    /** A position that waits is replaced: only the latest matters. */
    private static final String REPLACE_POSITION = """
            delete from exchange where shared_id = ?1 and from_code = ?2 and serial = 0 and direction = 'OUT'""";

    /** Another replica that claims at the same time takes other messages. */
    private static final String CLAIM = """
            update exchange set due_at = ?2, attempts = attempts + 1
            where direction = 'OUT' and id in (
                select id from exchange where direction = 'OUT' and done_at is null and due_at <= ?1
                order by due_at, serial limit ?3 for update skip locked)
            returning payload
            """;

    private static final String DELIVERED =
            "update exchange set done_at = ?2, due_at = null where id = ?1 and direction = 'OUT'";
    private static final String APPLIED = "update exchange set done_at = ?2 where id = ?1 and direction = 'IN'";
    private static final String NEXT = """
            select payload from exchange
            where shared_id = ?1 and direction = 'IN' and from_code = ?2 and serial = ?3 and done_at is null
            """;

    private final ObjectMapper json;

    Exchange(ObjectMapper json) {
        this.json = json;
    }

    /** A message to deliver, written with the change it tells of. */
    public Uni<Void> send(Mutiny.Session session, Unit own, Envelope envelope) {
        Uni<Void> ready = envelope.serial() > 0
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(REPLACE_POSITION)
                        .setParameter(1, envelope.caseId())
                        .setParameter(2, envelope.from())
                        .executeUpdate()
                        .replaceWithVoid();
        return ready.chain(() -> add(session, own, envelope, "OUT")).replaceWithVoid();
    }

    /** Takes a message in; false when it was taken in before. */
    public Uni<Boolean> receive(Mutiny.Session session, Unit own, Envelope envelope) {
        return add(session, own, envelope, "IN").map(added -> added == 1);
    }

    private Uni<Integer> add(Mutiny.Session session, Unit own, Envelope envelope, String direction) {
        return session.createNativeQuery(ADD)
                .setParameter(1, envelope.messageId())
                .setParameter(2, direction)
                .setParameter(3, own.id())
                .setParameter(4, own.path())
                .setParameter(5, envelope.from())
                .setParameter(6, envelope.to())
                .setParameter(7, envelope.caseId())
                .setParameter(8, envelope.serial())
                .setParameter(9, write(envelope))
                .setParameter(10, envelope.sentAt())
                .executeUpdate();
    }

    /** Messages that are due now; they are due again at {@code nextTry}, unless they are delivered by then. */
    public Uni<List<Envelope>> claim(Mutiny.Session session, Instant now, Instant nextTry, int limit) {
        return session.createNativeQuery(CLAIM, String.class)
                .setParameter(1, now)
                .setParameter(2, nextTry)
                .setParameter(3, limit)
                .getResultList()
                .map(found -> found.stream().map(this::read).toList());
    }

    public Uni<Void> delivered(Mutiny.Session session, UUID messageId, Instant at) {
        return mark(session, DELIVERED, messageId, at);
    }

    public Uni<Void> applied(Mutiny.Session session, UUID messageId, Instant at) {
        return mark(session, APPLIED, messageId, at);
    }

    private static Uni<Void> mark(Mutiny.Session session, String how, UUID messageId, Instant at) {
        return session.createNativeQuery(how)
                .setParameter(1, messageId)
                .setParameter(2, at)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** The message of a case and sender with this serial number, when it has come and was not applied. */
    public Uni<Optional<Envelope>> findNext(Mutiny.Session session, UUID sharedId, String from, long serial) {
        return session.createNativeQuery(NEXT, String.class)
                .setParameter(1, sharedId)
                .setParameter(2, from)
                .setParameter(3, serial)
                .getSingleResultOrNull()
                .map(found -> Optional.ofNullable(found).map(this::read));
    }

    private String write(Envelope envelope) {
        try {
            return json.writeValueAsString(envelope);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("message cannot be written: %s".formatted(envelope), impossible);
        }
    }

    private Envelope read(String payload) {
        try {
            return json.readValue(payload, Envelope.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("message cannot be read: %s".formatted(payload), broken);
        }
    }
}
