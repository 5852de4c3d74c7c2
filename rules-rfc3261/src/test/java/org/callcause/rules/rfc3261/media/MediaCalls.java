package org.callcause.rules.rfc3261.media;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.testkit.RuleExample;

/** Calls for offers, answers and early media. */
public final class MediaCalls {

    private MediaCalls() {}

    /** All of this package. */
    public static List<RuleExample> examples() {
        return Stream.of(
                        OfferRefusalCalls.examples(),
                        EncryptionCalls.examples(),
                        AnswerCalls.examples(),
                        CodecCalls.examples(),
                        DirectionCalls.examples(),
                        HoldCalls.examples(),
                        MediaAddressCalls.examples(),
                        MediaCounterCalls.examples(),
                        EarlyMediaCalls.examples(),
                        ReliableResponseCalls.examples(),
                        SessionChangeCalls.examples(),
                        GlareCalls.examples(),
                        OverlappingChangeCalls.examples(),
                        ExtensionCalls.examples())
                .flatMap(List::stream)
                .toList();
    }
}
