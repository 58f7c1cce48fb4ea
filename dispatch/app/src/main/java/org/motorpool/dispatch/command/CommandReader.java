package org.motorpool.dispatch.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Parameters;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.telematics.contract.Instruction;
import org.motorpool.telematics.contract.InvalidInstruction;

/** Reads the body of {@code POST vehicles/{id}/commands}; what is wrong with it is a problem that names field and rule. */
@Singleton
class CommandReader {

    private static final String EXPIRY = "expiresAt";

    private final ObjectReader instructions;
    private final CommandConfig config;
    private final Clock clock;

    CommandReader(ObjectMapper json, CommandConfig config, Clock clock) {
        this.instructions = json.readerFor(Instruction.class)
                .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .without(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        this.config = config;
        this.clock = clock;
    }

    NewCommand read(@Nullable InstructionBody body) {
        if (body == null) {
            throw Problem.missing("type").asException();
        }
        ObjectNode instruction = body.json().deepCopy();
        Instant expiresAt = expiry(instruction.remove(EXPIRY));
        requireType(instruction.get("type"));
        return new NewCommand(instruction(instruction), expiresAt);
    }

    private Instant expiry(@Nullable JsonNode given) {
        Instant now = clock.instant();
        if (given == null || given.isNull()) {
            return now.plus(config.validity());
        }
        Instant expiresAt = Parameters.instant(EXPIRY, given.asText());
        Duration most = config.validityMax();
        if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(most))) {
            throw Problem.invalid(
                            EXPIRY,
                            "expiresAt 应晚于当前时间，且不超过 %d 小时，收到 %s".formatted(most.toHours(), expiresAt),
                            "expiresAt must be in the future, within %d hours, got %s"
                                    .formatted(most.toHours(), expiresAt))
                    .asException();
        }
        return expiresAt;
    }

    private static void requireType(@Nullable JsonNode type) {
        if (type == null || !Instruction.WIRE_TYPES.containsKey(type.asText())) {
            throw oneOf("type", Instruction.WIRE_TYPES.keySet(), type == null ? "" : type.asText());
        }
    }

    private Instruction instruction(ObjectNode given) {
        try {
            return instructions.readValue(given);
        } catch (JsonMappingException failure) {
            throw problem(failure);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree is always JSON", impossible);
        } catch (java.io.IOException impossible) {
            throw new IllegalStateException("a tree is read from memory", impossible);
        }
    }

    private static ProblemException problem(JsonMappingException failure) {
        String path = path(failure);
        if (failure.getCause() instanceof InvalidInstruction invalid) {
            String field = path.isEmpty() ? invalid.field() : path + "." + invalid.field();
            return Problem.invalid(field, invalid.reason(), invalid.reasonEn()).asException();
        }
        return switch (failure) {
            case UnrecognizedPropertyException unknown -> unknownField(path, unknown.getKnownPropertyIds());
            case InvalidFormatException format
            when format.getTargetType().isEnum() ->
                oneOf(path, constants(format.getTargetType()), String.valueOf(format.getValue()));
            case MismatchedInputException mismatch -> mismatch(path, mismatch);
            default -> mismatch(path, null);
        };
    }

    private static ProblemException unknownField(String path, @Nullable Collection<Object> known) {
        List<String> names = known == null
                ? List.of()
                : known.stream().map(String::valueOf).sorted().toList();
        return Problem.invalid(
                        path,
                        "没有字段 %s，可用字段：%s".formatted(path, String.join("、", names)),
                        "there is no field %s; there are: %s".formatted(path, String.join(", ", names)))
                .asException();
    }

    private static ProblemException mismatch(String path, @Nullable MismatchedInputException mismatch) {
        Class<?> type = mismatch == null ? null : mismatch.getTargetType();
        String wanted = type == null ? "" : type.getSimpleName();
        return Problem.invalid(
                        path,
                        "%s 的类型不对，应为 %s".formatted(path, wanted),
                        "%s has the wrong type, should be %s".formatted(path, wanted))
                .asException();
    }

    private static ProblemException oneOf(String field, Collection<String> known, String given) {
        String names = String.join(", ", new TreeSet<>(known));
        return Problem.invalid(
                        field,
                        "%s 应为下列之一：%s，收到“%s”".formatted(field, names, given),
                        "%s must be one of %s, got \"%s\"".formatted(field, names, given))
                .asException();
    }

    private static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList();
    }

    /** Like {@code points[2].latitude}. */
    private static String path(JsonMappingException failure) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : failure.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
