package org.motorpool.dispatch.command.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.command.GivenCommand;
import org.motorpool.telematics.contract.Instruction;

/** Commands in PostgreSQL; every call runs in the caller's session. */
@Singleton
public class GivenCommands {

    private static final String PAGE = "from TerminalCommand c where c.vehicleId = ?1 and c.id < ?2 order by c.id desc";

    private final ObjectMapper json;

    GivenCommands(ObjectMapper json) {
        this.json = json;
    }

    public Uni<Void> add(Mutiny.Session session, GivenCommand command) {
        return session.persist(new CommandRow(command, write(command.instruction())))
                .chain(session::flush);
    }

    public Uni<List<GivenCommand>> list(Mutiny.Session session, UUID vehicleId, UUID before, int limit) {
        return session.createQuery(PAGE, CommandRow.class)
                .setParameter(1, vehicleId)
                .setParameter(2, before)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(this::command).toList());
    }

    public Uni<Optional<GivenCommand>> find(Mutiny.Session session, UUID vehicleId, UUID id) {
        return session.find(CommandRow.class, id).map(row -> Optional.ofNullable(row)
                .filter(known -> known.vehicleId.equals(vehicleId))
                .map(this::command));
    }

    private GivenCommand command(CommandRow row) {
        try {
            return row.toCommand(json.readValue(row.instruction, Instruction.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the instruction of command %s cannot be read back".formatted(row.id), e);
        }
    }

    private String write(Instruction instruction) {
        try {
            return json.writerFor(Instruction.class).writeValueAsString(instruction);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("%s cannot be written".formatted(instruction.getClass()), e);
        }
    }
}
