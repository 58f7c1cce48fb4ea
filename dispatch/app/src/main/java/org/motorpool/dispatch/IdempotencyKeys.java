package org.motorpool.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What an account makes under an Idempotency-Key it makes once, however often it asks. */
@Singleton
public class IdempotencyKeys {

    private static final int LONGEST_KEY = 200;

    private static final String USE = """
            insert into request_key (account_id, key, fingerprint, request_id) values (?1, ?2, ?3, ?4)
            on conflict do nothing
            """;
    private static final String USED =
            "select fingerprint, request_id from request_key where account_id = ?1 and key = ?2";

    private final ObjectMapper json;

    IdempotencyKeys(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The wish to make something.
     *
     * @param key null when the caller gave none
     * @param body what is asked for; the same key with another body is refused
     * @param id the identity that the new thing will have
     */
    public record Wish(UUID accountId, @Nullable String key, Object body, UUID id) {}

    private record Used(String fingerprint, UUID id) {}

    /**
     * Makes the thing, or finds what the key made before; waits for the same wish in progress. Fails with problem
     * {@code idempotency-key-reused} when the key was used with another body.
     */
    public <T> Uni<T> once(Mutiny.Session session, Wish wish, Supplier<Uni<T>> make, Function<UUID, Uni<T>> find) {
        String key = wish.key();
        if (key == null) {
            return make.get();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.invalid(
                            "Idempotency-Key",
                            "Idempotency-Key 应为 1 到 200 个字符",
                            "Idempotency-Key must have 1 to 200 characters")
                    .asException();
        }
        String fingerprint = fingerprint(wish.body());
        return PlainSql.update(session, USE, wish.accountId(), key, fingerprint, wish.id())
                .chain(claimed -> claimed == 1
                        ? make.get()
                        : used(session, wish.accountId(), key)
                                .map(before -> requireSame(before, fingerprint))
                                .chain(id -> find.apply(id)));
    }

    private static Uni<Used> used(Mutiny.Session session, UUID accountId, String key) {
        return PlainSql.select(session, USED, accountId, key)
                .map(List::getFirst)
                .map(row -> new Used((String) row[0], (UUID) row[1]));
    }

    private static UUID requireSame(Used before, String fingerprint) {
        if (!before.fingerprint().equals(fingerprint)) {
            throw Problem.of(
                            422,
                            "idempotency-key-reused",
                            "幂等键重复 Idempotency key reused",
                            "该 Idempotency-Key 已用于另一个请求体，请换一个新的键",
                            "this Idempotency-Key was used with another body; use a new key",
                            "Idempotency-Key")
                    .asException();
        }
        return before.id();
    }

    private String fingerprint(Object body) {
        try {
            byte[] bytes = json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("no fingerprint of %s".formatted(body.getClass()), impossible);
        }
    }
}
