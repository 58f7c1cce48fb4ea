package org.motorpool.dispatch.federation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose uses a bill collects, and which.
 *
 * @param ownCode region code of the host authority
 * @param peerCode region code of the home authority
 */
public record ToCollect(String ownCode, String peerCode, UUID agreementId, Span span) {

    /** First day of the month; null of a matter. */
    @Nullable
    LocalDate month() {
        return switch (span) {
            case Month month -> month.first();
            case OfMatter _ -> null;
        };
    }

    /** Null of a month. */
    @Nullable
    String matter() {
        return switch (span) {
            case Month _ -> null;
            case OfMatter matter -> matter.name();
        };
    }

    /** What the uses of one bill have in common. */
    public sealed interface Span {}

    /**
     * A month 月结: uses that began before its end.
     *
     * @param first its first day
     */
    public record Month(LocalDate first) implements Span {}

    /** A matter 一事一结, as home calls it. */
    public record OfMatter(String name) implements Span {}
}
