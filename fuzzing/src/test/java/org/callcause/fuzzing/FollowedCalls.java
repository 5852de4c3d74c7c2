package org.callcause.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.callcause.CallReport;
import org.callcause.CallStream;
import org.callcause.dialog.CapturedMessage;

/** Calls followed to their end. */
final class FollowedCalls {

    private FollowedCalls() {}

    /** The reports of a stream that is fed these messages and closed: each message is in one of them, or counted. */
    static List<CallReport> reports(
            List<CapturedMessage> messages, Function<Consumer<CallReport>, CallStream> analysis) {
        return reports(stream -> messages.forEach(stream::add), analysis);
    }

    /** The same of a stream that is fed otherwise. */
    static List<CallReport> reports(Consumer<CallStream> feeding, Function<Consumer<CallReport>, CallStream> analysis) {
        List<CallReport> reports = new ArrayList<>();
        CallStream stream = analysis.apply(reports::add);
        feeding.accept(stream);
        stream.close();
        assertThat(stream.openCalls()).isZero();
        long told = reports.stream()
                .mapToLong(report -> report.call().messages().size())
                .sum();
        assertThat(told + stream.droppedMessages() + stream.lateMessages()).isEqualTo(stream.messages());
        return reports;
    }
}
