package org.callcause.rules.rfc3261.media;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.rule.Rule;

/** Offers, answers and early media. */
public final class MediaRules {

    private MediaRules() {}

    /** All of this package. */
    public static List<Rule> rules() {
        return Stream.of(
                        OfferRefusalRules.rules(),
                        EncryptionRules.rules(),
                        AnswerRules.rules(),
                        CodecRules.rules(),
                        DirectionRules.rules(),
                        HoldRules.rules(),
                        MediaAddressRules.rules(),
                        MediaCounterRules.rules(),
                        EarlyMediaRules.rules(),
                        ReliableResponseRules.rules(),
                        SessionVersionRules.rules(),
                        SessionChangeRules.rules(),
                        GlareRules.rules(),
                        OverlappingChangeRules.rules(),
                        ExtensionRules.rules())
                .flatMap(List::stream)
                .toList();
    }
}
