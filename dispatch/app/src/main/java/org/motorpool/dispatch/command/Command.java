package org.motorpool.dispatch.command;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.contract.Answer;
import org.motorpool.telematics.contract.CommandApi.CommandState;
import org.motorpool.telematics.contract.Instruction;

/**
 * A command to a terminal 终端指令, and how far it has come.
 *
 * @param type what it is, e.g. send-text
 * @param issuer name of who gave it
 * @param state QUEUED 待下发, SENT 已下发, ACKNOWLEDGED 已确认, ANSWERED 已应答, FAILED 失败 or EXPIRED 已过期; null while
 *     telematics cannot be asked, then {@code detail} says so
 * @param result by the terminal: 0 done, 1 failed, 2 message wrong, 3 not supported; null before it said so
 * @param detail a line for people, Chinese / English
 * @param attempts how often it was sent
 * @param instruction what the terminal is told; null in lists
 * @param answer what the terminal answered; null before it did, and in lists
 */
public record Command(
        UUID id,
        UUID vehicleId,
        String type,
        String issuer,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable String state,
        @Nullable Integer result,
        @Nullable String detail,
        int attempts,
        @Nullable Instant sentAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant answeredAt,

        @Schema(implementation = InstructionBody.class) @Nullable
        Instruction instruction,

        @Schema(
                discriminatorProperty = "type",
                oneOf = {
                    Answer.Position.class,
                    Answer.Parameters.class,
                    Answer.Attributes.class,
                    Answer.Areas.class,
                    Answer.MediaTaken.class,
                    Answer.MediaFound.class,
                    Answer.DriverIdentity.class,
                    Answer.Choice.class,
                    Answer.UpgradeEnded.class,
                    Answer.Other.class
                })
        @Nullable
        Answer answer) {

    private static final String UNAVAILABLE = "车联网服务暂不可用，请稍后查看进度 / telematics does not answer; look again later";

    /** The command as telematics knows it. */
    static Command known(GivenCommand given, CommandState state) {
        return new Command(
                given.id(),
                given.vehicleId(),
                given.type(),
                given.issuerName(),
                given.issuedAt(),
                given.expiresAt(),
                state.state(),
                state.result(),
                state.detail(),
                state.attempts(),
                state.sentAt(),
                state.acknowledgedAt(),
                state.answeredAt(),
                given.instruction(),
                state.answer());
    }

    /** A command that has not reached telematics: it is on its way there, or came too late. */
    static Command underway(GivenCommand given, Instant now) {
        return without(given, now.isBefore(given.expiresAt()) ? "QUEUED" : "EXPIRED", null);
    }

    /** A command of which telematics cannot be asked. */
    static Command unknown(GivenCommand given) {
        return without(given, null, UNAVAILABLE);
    }

    /** The command in a list, where instructions and answers would be too much. */
    Command brief() {
        return new Command(
                id,
                vehicleId,
                type,
                issuer,
                issuedAt,
                expiresAt,
                state,
                result,
                detail,
                attempts,
                sentAt,
                acknowledgedAt,
                answeredAt,
                null,
                null);
    }

    private static Command without(GivenCommand given, @Nullable String state, @Nullable String detail) {
        return new Command(
                given.id(),
                given.vehicleId(),
                given.type(),
                given.issuerName(),
                given.issuedAt(),
                given.expiresAt(),
                state,
                null,
                detail,
                0,
                null,
                null,
                null,
                given.instruction(),
                null);
    }
}
