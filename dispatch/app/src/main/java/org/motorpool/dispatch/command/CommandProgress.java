package org.motorpool.dispatch.command;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.motorpool.dispatch.identity.TokenIssuer;
import org.motorpool.telematics.contract.CommandApi.CommandState;
import org.motorpool.telematics.contract.CommandApi.Wanted;

/** Joins commands with what telematics knows of them. That it does not answer hides nothing of what dispatch knows. */
@Singleton
class CommandProgress {

    private static final Logger LOG = Logger.getLogger(CommandProgress.class);
    private static final int NOT_FOUND = 404;

    private final TelematicsCommands telematics;
    private final TokenIssuer tokens;
    private final Clock clock;

    CommandProgress(@RestClient TelematicsCommands telematics, TokenIssuer tokens, Clock clock) {
        this.telematics = telematics;
        this.tokens = tokens;
        this.clock = clock;
    }

    Uni<Command> of(GivenCommand given) {
        return telematics
                .get(authorization(), given.vehicleId(), given.id())
                .map(state -> Command.known(given, state))
                .onFailure(CommandProgress::isNotThere)
                .recoverWithItem(() -> Command.underway(given, clock.instant()))
                .onFailure()
                .invoke(CommandProgress::warn)
                .onFailure()
                .recoverWithItem(() -> Command.unknown(given));
    }

    /** The commands of one vehicle, in their order. */
    Uni<List<Command>> of(UUID vehicleId, List<GivenCommand> given) {
        if (given.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<UUID> ids = given.stream().map(GivenCommand::id).toList();
        return telematics
                .list(authorization(), vehicleId, new Wanted(ids))
                .map(states -> joined(given, states.items()))
                .onFailure()
                .invoke(CommandProgress::warn)
                .onFailure()
                .recoverWithItem(() -> given.stream().map(Command::unknown).toList());
    }

    private List<Command> joined(List<GivenCommand> given, List<CommandState> states) {
        Map<UUID, CommandState> byId =
                states.stream().collect(Collectors.toMap(CommandState::commandId, Function.identity()));
        return given.stream()
                .map(command -> {
                    CommandState state = byId.get(command.id());
                    return state == null ? Command.underway(command, clock.instant()) : Command.known(command, state);
                })
                .toList();
    }

    private String authorization() {
        return "Bearer " + tokens.issueForService();
    }

    private static boolean isNotThere(Throwable failure) {
        return failure instanceof WebApplicationException refused
                && refused.getResponse().getStatus() == NOT_FOUND;
    }

    private static void warn(Throwable failure) {
        LOG.warnf("no states of commands from telematics: %s", failure.getMessage());
    }
}
