package org.callcause.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.callcause.call.Call;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.TrackedMessage;

/** What the source did not tell of a call: addresses that had to be worked out, and times. */
final class SourceGaps {

    private final List<CapturedMessage> messages;

    SourceGaps(Call call) {
        this.messages = call.messages().stream().map(TrackedMessage::captured).toList();
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        long without = count(message -> message.isFromInferred() && message.isToInferred());
        if (without > 0) {
            sentences.add("Inferred: the source names neither end of " + share(without)
                    + ", so addresses and directions were worked out, which makes every conclusion less certain: "
                    + InferredEnds.told(messages) + ".");
        }
        long half = count(message -> message.isFromInferred() != message.isToInferred());
        if (half > 0 && without == 0) {
            sentences.add("Inferred: the source names only the far end of " + share(half)
                    + "; the near end was worked out: " + InferredEnds.told(messages) + ".");
        }
        long untimed = count(message -> !message.hasTime());
        if (untimed > 0) {
            sentences.add("The source gives no times for " + share(untimed) + ": only their order is known.");
        }
        return sentences;
    }

    private long count(Predicate<CapturedMessage> condition) {
        return messages.stream().filter(condition).count();
    }

    private String share(long count) {
        if (count == messages.size()) {
            return count == 1 ? "the one message" : "all " + count + " messages";
        }
        return count + " of " + messages.size() + " messages";
    }
}
