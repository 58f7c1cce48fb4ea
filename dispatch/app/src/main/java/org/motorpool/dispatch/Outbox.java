package org.motorpool.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.contract.DispatchEvent;
import org.motorpool.planner.contract.PlannerCommand;
import org.motorpool.telematics.contract.TelematicsCommand;

/** Events and commands that leave dispatch: written with the change they tell of, delivered after the commit. */
@ApplicationScoped
public class Outbox {

    private static final String INSERT = "insert into outbox (topic, key, payload) values (?1, ?2, ?3)";

    private final ObjectMapper json;

    Outbox(ObjectMapper json) {
        this.json = json;
    }

    public Uni<Void> add(Mutiny.Session session, DispatchEvent event) {
        return insert(session, DispatchEvent.TOPIC, event.requestId().toString(), write(DispatchEvent.class, event));
    }

    public Uni<Void> add(Mutiny.Session session, PlannerCommand command) {
        return insert(session, PlannerCommand.TOPIC, command.planningUnit(), write(PlannerCommand.class, command));
    }

    public Uni<Void> add(Mutiny.Session session, TelematicsCommand command) {
        return insert(
                session,
                TelematicsCommand.TOPIC,
                command.vehicleId().toString(),
                write(TelematicsCommand.class, command));
    }

    private static Uni<Void> insert(Mutiny.Session session, String topic, String key, String payload) {
        return session.createNativeQuery(INSERT)
                .setParameter(1, topic)
                .setParameter(2, key)
                .setParameter(3, payload)
                .executeUpdate()
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
