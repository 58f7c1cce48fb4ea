package org.motorpool.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.contract.DispatchEvent;
import org.motorpool.planner.contract.PlannerCommand;
import org.motorpool.telematics.contract.TelematicsCommand;

/** Events and commands that leave dispatch: written with the change they tell of, delivered after the commit. */
@Singleton
public class Outbox {

    /** Brokers are to take records of 8 MiB (a day of a province has 3 MB); a larger one would never leave, and hold up all behind it. */
    private static final int MOST_BYTES = 8_000_000;

    private static final String INSERT = "insert into outbox (topic, key, payload) values (?1, ?2, ?3)";

    private final ObjectMapper json;

    Outbox(ObjectMapper json) {
        this.json = json;
    }

    /** A record as it will leave, for a statement that writes it together with something else. */
    public record Letter(String topic, String key, String payload) {}

    public Uni<Void> add(Mutiny.Session session, DispatchEvent event) {
        return insert(session, letter(event));
    }

    /** The record of an event, not yet written. */
    public Letter letter(DispatchEvent event) {
        return letter(DispatchEvent.TOPIC, event.key().toString(), write(DispatchEvent.class, event));
    }

    public Uni<Void> add(Mutiny.Session session, PlannerCommand command) {
        return insert(
                session, letter(PlannerCommand.TOPIC, command.planningUnit(), write(PlannerCommand.class, command)));
    }

    public Uni<Void> add(Mutiny.Session session, TelematicsCommand command) {
        return insert(
                session,
                letter(
                        TelematicsCommand.TOPIC,
                        command.vehicleId().toString(),
                        write(TelematicsCommand.class, command)));
    }

    private static Letter letter(String topic, String key, String payload) {
        int bytes = payload.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES) {
            throw Problem.of(
                            422,
                            "message-too-large",
                            "规模过大 Too large",
                            "消息为 %d 字节，超过上限 %d，请缩小范围（例如缩短规划时段）".formatted(bytes, MOST_BYTES),
                            "the message has %d bytes, at most %d may be sent; narrow it, for a plan the period"
                                    .formatted(bytes, MOST_BYTES),
                            null)
                    .asException();
        }
        return new Letter(topic, key, payload);
    }

    private static Uni<Void> insert(Mutiny.Session session, Letter letter) {
        return PlainSql.update(session, INSERT, letter.topic(), letter.key(), letter.payload())
                .replaceWithVoid();
    }

    private String write(Class<?> stream, Object record) {
        try {
            return json.writerFor(stream).writeValueAsString(record);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("%s cannot be written as JSON".formatted(record.getClass()), impossible);
        }
    }
}
