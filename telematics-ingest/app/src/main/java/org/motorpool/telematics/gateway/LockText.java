package org.motorpool.telematics.gateway;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The texts in brackets that electronic locks send on the connection of their frames. */
final class LockText {

    private static final String CLOCK_QUESTION = "BASE,2";
    private static final String CLOCK_PLACE = "TIME";
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private LockText() {}

    /** A lock that asks for the time gets its text back with the time in it (UTC); other texts are counted. */
    static Effect react(String text, Instant now) {
        return text.contains(CLOCK_QUESTION)
                ? new Effect.AnswerText(text.replace(CLOCK_PLACE, CLOCK.format(now)))
                : new Effect.Count(Refusal.TEXT);
    }
}
