package org.motorpool.telematics.gateway;

import java.util.List;
import java.util.stream.Stream;
import org.motorpool.telematics.codec.Downlink;
import org.motorpool.telematics.codec.Header;
import org.motorpool.telematics.codec.HeaderFlag;

/** Answers to 0x5501 and 0x5502, which have a one-byte serial: 0x4401 instead of 0x8001, and only where one is wanted. */
final class ShortSerial {

    private ShortSerial() {}

    static Reaction answered(Header header, Reaction reaction) {
        if (!header.flags().contains(HeaderFlag.SHORT_SERIAL)) {
            return reaction;
        }
        boolean wanted = header.flags().contains(HeaderFlag.ANSWER_WANTED);
        List<Effect> effects = reaction.effects().stream()
                .flatMap(effect -> effect instanceof Effect.Answer answer ? answer(answer, wanted) : Stream.of(effect))
                .toList();
        return new Reaction(reaction.session(), effects);
    }

    private static Stream<Effect> answer(Effect.Answer answer, boolean wanted) {
        if (!(answer.message() instanceof Downlink.GeneralReply(int _, int id, int result))) {
            return Stream.of(answer);
        }
        return wanted ? Stream.of(new Effect.Answer(new Downlink.ShortReply(id, result))) : Stream.empty();
    }
}
