package org.motorpool.telematics.kafka;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.motorpool.telematics.contract.TelematicsCommand;
import org.motorpool.telematics.gateway.CommandService;

/** Feeds the command stream to the gateway. */
@Singleton
public class CommandConsumer {

    private static final Logger LOG = Logger.getLogger(CommandConsumer.class);
    private static final long RETRY_DELAY_MS = 1000;

    private final CommandService commands;
    private final ObjectMapper json;

    CommandConsumer(CommandService commands, ObjectMapper json) {
        this.commands = commands;
        this.json = json;
    }

    /** One command; its offset is committed when it is carried out. */
    @Incoming("telematics-commands")
    public CompletionStage<Void> consume(byte[] bytes) {
        try {
            TelematicsCommand command = json.readValue(bytes, TelematicsCommand.class);
            if (command != null) {
                return carryOut(command);
            }
            LOG.error("skipped an empty telematics command");
        } catch (IOException e) {
            LOG.errorf("skipped a record of %d bytes that is no telematics command: %s", bytes.length, e.getMessage());
        }
        return CompletableFuture.completedFuture(null);
    }

    /** Tries until it succeeds: a binding must not get lost because the database was away. */
    private CompletionStage<Void> carryOut(TelematicsCommand command) {
        return commands.handle(command).exceptionallyCompose(failure -> {
            LOG.warnf("a command waits: %s", failure.getMessage());
            Executor later = CompletableFuture.delayedExecutor(RETRY_DELAY_MS, TimeUnit.MILLISECONDS);
            return CompletableFuture.supplyAsync(() -> command, later).thenCompose(this::carryOut);
        });
    }
}
