package org.motorpool.dispatch.supervision;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.contract.SupervisionApi.NewStep;

/** A step in the life of a finding, complete by itself. */
public sealed interface FindingStep {

    /** The unit's fleet officer says how it came. */
    record Explain(String text) implements FindingStep {}

    /** A reviewer ends it. */
    record Close(Outcome outcome, String text) implements FindingStep {}

    /** A reviewer hands it on. */
    record Transfer(String text) implements FindingStep {}

    /** What became of a finding. */
    enum Outcome {
        /** 属实且正当. */
        JUSTIFIED,
        /** 违规属实. */
        CONFIRMED,
        /** 线索不实. */
        UNFOUNDED
    }

    /** Why. */
    String text();

    /** Where the step takes the finding. */
    default FindingStatus outcomeStatus() {
        return switch (this) {
            case Explain _ -> FindingStatus.EXPLAINING;
            case Close _ -> FindingStatus.CLOSED;
            case Transfer _ -> FindingStatus.TRANSFERRED;
        };
    }

    /** Of the body; what is missing or unknown is a problem naming the field. */
    static FindingStep read(@Nullable NewStep body) {
        if (body == null || body.step() == null) {
            throw Problem.missing("step").asException();
        }
        String text = text(body.text());
        return switch (body.step()) {
            case "EXPLAIN" -> new Explain(withoutOutcome(body, text));
            case "CLOSE" -> new Close(outcome(body.outcome()), text);
            case "TRANSFER" -> new Transfer(withoutOutcome(body, text));
            default -> throw oneOf("step", Set.of("EXPLAIN", "CLOSE", "TRANSFER"), body.step());
        };
    }

    private static String text(@Nullable String text) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.length() < 5 || stripped.length() > 2000) {
            throw Problem.invalid("text", "text 应为 5 至 2000 个字符", "text must have 5 to 2000 characters")
                    .asException();
        }
        return stripped;
    }

    private static Outcome outcome(@Nullable String name) {
        Optional<Outcome> known = Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.name().equals(name))
                .findFirst();
        return known.orElseThrow(() -> oneOf("outcome", Set.of("JUSTIFIED", "CONFIRMED", "UNFOUNDED"), name));
    }

    private static String withoutOutcome(NewStep body, String text) {
        if (body.outcome() != null) {
            throw Problem.invalid("outcome", "只有 CLOSE 可以填写 outcome", "outcome is for CLOSE only")
                    .asException();
        }
        return text;
    }

    private static ProblemException oneOf(String field, Set<String> allowed, @Nullable String got) {
        String list = String.join(", ", allowed.stream().sorted().toList());
        return Problem.invalid(
                        field,
                        "%s 应为以下之一：%s，收到“%s”".formatted(field, list, got),
                        "%s must be one of %s, got \"%s\"".formatted(field, list, got))
                .asException();
    }
}
