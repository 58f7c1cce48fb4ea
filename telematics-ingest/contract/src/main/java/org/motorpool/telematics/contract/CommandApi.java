package org.motorpool.telematics.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** REST records of the command queue, under {@value #ROOT}; only for callers with the role {@code SERVICE}. */
public final class CommandApi {

    /**
     * Root path: {@code GET ROOT/{vehicleId}/commands/{commandId}} answers a {@link CommandState} or 404;
     * {@code POST ROOT/{vehicleId}/commands/states} asks for many with {@link Wanted} and answers {@link States}.
     */
    public static final String ROOT = "/telematics/v1/vehicles";

    /** Most states one call may ask for. */
    public static final int WANTED_MAX = 1000;

    private CommandApi() {}

    /** The commands whose states are wanted, {@value #WANTED_MAX} at most. */
    public record Wanted(List<UUID> commandIds) {
        public Wanted {
            commandIds = commandIds == null ? List.of() : List.copyOf(commandIds);
        }
    }

    /** The states of those commands that are known, without answers. */
    public record States(List<CommandState> items) {
        public States {
            items = List.copyOf(items);
        }
    }

    /**
     * How far a command has come.
     *
     * @param state QUEUED, SENT, ACKNOWLEDGED, ANSWERED, FAILED or EXPIRED
     * @param result by the terminal: 0 done, 1 failed, 2 message wrong, 3 not supported; null when it did not say
     * @param detail a line for people, Chinese / English; null when there is nothing to say
     * @param attempts how often it was sent
     * @param answer what the terminal answered, null when nothing (yet), and in {@link States}
     */
    public record CommandState(
            UUID commandId,
            String state,
            Integer result,
            String detail,
            int attempts,
            Instant createdAt,
            Instant expiresAt,
            Instant sentAt,
            Instant acknowledgedAt,
            Instant answeredAt,
            Answer answer) {}
}
