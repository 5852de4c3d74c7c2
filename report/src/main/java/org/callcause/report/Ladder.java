package org.callcause.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.dialog.Sighting;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.TransportFailure;
import org.callcause.leg.JoinedCall;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;
import org.callcause.message.SipResponse;

/**
 * A call as a ladder: a column an endpoint, a row a message. Repeats are folded into the row of the first.
 *
 * @param columns what stands above each column, in the order of appearance
 * @param rows in the order of capture
 */
public record Ladder(List<String> columns, List<Row> rows) {

    /** Repeats that come later than this many rows after the first get a row of their own. */
    private static final int LOOK_BACK = 4;

    /** Copies the lists. */
    public Ladder {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * One arrow.
     *
     * @param message the number of the message within the input
     * @param offset the time since the first message of the call; absent where the source gave no times
     * @param from the column it leaves, from 0
     * @param to the column it reaches, from 0; the same as {@code from} where an endpoint sent to itself
     * @param label the method, or the status code and the phrase, and whether a session is described
     * @param status the status code of a response, 0 of a request
     * @param again whether the sender sent it before
     * @param copies how often it was captured or, where {@code again}, sent again in a row
     * @param until the offset of the last of the copies
     * @param undelivered what was said of it or of one of its copies that could not be delivered, each thing once
     */
    public record Row(
            long message,
            Optional<Duration> offset,
            int from,
            int to,
            String label,
            int status,
            boolean again,
            int copies,
            Optional<Duration> until,
            List<String> undelivered) {

        /** Copies the list. */
        public Row {
            Objects.requireNonNull(offset, "offset");
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(until, "until");
            undelivered = List.copyOf(undelivered);
        }

        private boolean isLike(Row other) {
            return from == other.from && to == other.to && label.equals(other.label);
        }

        private Row withCopy(Row copy) {
            List<String> said = Stream.concat(undelivered.stream(), copy.undelivered.stream())
                    .distinct()
                    .toList();
            return new Row(message, offset, from, to, label, status, again, copies + 1, copy.offset, said);
        }
    }

    /** The ladder of a call. */
    public static Ladder of(Call call) {
        return of(call, call.messages(), call.transportFailures());
    }

    /** One ladder over all legs of a call. */
    public static Ladder of(JoinedCall joined) {
        List<TransportFailure> failures = joined.legs().stream()
                .flatMap(leg -> leg.transportFailures().stream())
                .toList();
        return of(joined.origin(), joined.messages(), failures);
    }

    private static Ladder of(Call call, List<TrackedMessage> messages, List<TransportFailure> failures) {
        Undelivered undelivered = new Undelivered(messages, failures);
        LadderColumns columns = LadderColumns.of(call, messages);
        Optional<Long> start = messages.stream()
                .filter(TrackedMessage::hasTime)
                .map(TrackedMessage::nanos)
                .findFirst();
        List<Row> rows = new ArrayList<>();
        for (TrackedMessage message : messages) {
            Optional<Duration> offset = message.hasTime()
                    ? start.map(first -> Duration.ofNanos(message.nanos() - first))
                    : Optional.empty();
            Row row = new Row(
                    message.index(),
                    offset,
                    columns.from(message),
                    columns.to(message),
                    label(message.message()),
                    message.status(),
                    message.sighting() == Sighting.RETRANSMISSION,
                    1,
                    offset,
                    undelivered.said(message));
            if (!fold(rows, row, message.sighting())) {
                rows.add(row);
            }
        }
        return new Ladder(columns.names(), rows);
    }

    private static boolean fold(List<Row> rows, Row row, Sighting sighting) {
        int oldest = sighting == Sighting.DUPLICATE ? Math.max(0, rows.size() - LOOK_BACK) : rows.size() - 1;
        for (int i = rows.size() - 1; i >= Math.max(0, oldest); i--) {
            Row earlier = rows.get(i);
            boolean repeats = sighting == Sighting.DUPLICATE || (row.again && earlier.again);
            if (repeats && earlier.isLike(row)) {
                rows.set(i, earlier.withCopy(row));
                return true;
            }
        }
        return false;
    }

    private static String label(SipMessage message) {
        String session = message.sdp().isPresent() ? " (SDP)" : "";
        if (message instanceof SipRequest request) {
            return Wording.printable(request.method().name()) + session;
        }
        SipResponse response = (SipResponse) message;
        return Wording.printable(response.status() + " " + response.reasonPhrase())
                        .strip()
                + session;
    }
}
