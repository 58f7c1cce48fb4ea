package org.motorpool.dispatch.reconciliation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The attribution of a vehicle and day, with the unit the vehicle is of. */
public record Result(
        UUID vehicleId, UUID unitId, String unitPath, LocalDate day, long total_m, long ignition_s, List<Part> parts) {

    /** A segment as it is kept; see {@link Segment}. */
    public record Part(
            Use use,
            Instant from,
            Instant to,
            long distance_m,
            long ignition_s,
            @Nullable UUID subjectId) {}

    public Result {
        parts = List.copyOf(parts);
    }

    static Result of(DayFacts facts, LocalDate day, Attribution attribution) {
        return new Result(
                facts.id(),
                facts.unitId(),
                facts.unitPath(),
                day,
                attribution.total_m(),
                attribution.ignition_s(),
                attribution.segments().stream()
                        .map(each -> new Part(
                                each.use(),
                                each.from(),
                                each.to(),
                                each.distance_m(),
                                each.ignition_s(),
                                each.subjectId()))
                        .toList());
    }

    /** Nothing was driven. */
    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Metres of a use. */
    public long metres(Use use) {
        return parts.stream()
                .filter(part -> part.use() == use)
                .mapToLong(Part::distance_m)
                .sum();
    }

    /** The same for the same parts, whenever it was found. */
    public String fingerprint() {
        try {
            byte[] told = parts.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(told));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
