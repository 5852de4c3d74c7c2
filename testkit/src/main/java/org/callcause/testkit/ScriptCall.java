package org.callcause.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that was said under one Call-ID so far. */
final class ScriptCall {

    private final int number;
    private final String callId;
    private final List<SentRequest> requests = new ArrayList<>();
    private final List<SentRequest> acknowledgements = new ArrayList<>();
    private final List<ScriptDialog> dialogs = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Challenges challenges = new Challenges();
    private final Sessions sessions = new Sessions();
    private int branches;
    private int reliableResponses;

    ScriptCall(int number, String name) {
        this.number = number;
        this.callId = "call-" + name + "@example.com";
    }

    String callId() {
        return callId;
    }

    /** All requests but ACKs, in the order of their first sending on a hop. */
    List<SentRequest> requests() {
        return requests;
    }

    /** The ACKs, of refusals and of 2xx. */
    List<SentRequest> acknowledgements() {
        return acknowledgements;
    }

    Challenges challenges() {
        return challenges;
    }

    Sessions sessions() {
        return sessions;
    }

    /** The latest first. */
    Stream<SentRequest> latest(String method) {
        return newestFirst(requests).filter(request -> request.isOf(method));
    }

    static <T> Stream<T> newestFirst(List<T> list) {
        return Stream.iterate(list.size() - 1, i -> i >= 0, i -> i - 1).map(list::get);
    }

    String branch(String party) {
        branches++;
        return "z9hG4bK-" + number + "-" + branches + "-" + party;
    }

    /** The From tag of whoever begins. */
    String tag(String party) {
        return party + "-" + number;
    }

    /** The To tag of whoever answers; another one for each attempt. */
    String answeringTag(String party, long sequence) {
        return party + "-" + number + "-" + sequence;
    }

    long nextSequence(String party) {
        return sequences.merge(party, 1L, Long::sum);
    }

    void countFrom(String party, long sequence) {
        sequences.put(party, sequence);
    }

    int nextReliable() {
        reliableResponses++;
        return reliableResponses;
    }

    void add(ScriptDialog dialog) {
        dialogs.add(dialog);
    }

    /** The dialog whose ends have these tags, whichever way round. */
    Optional<ScriptDialog> dialogBetween(String oneTag, String otherTag) {
        return newestFirst(dialogs)
                .filter(dialog ->
                        dialog.calleeTag().equals(oneTag) || dialog.calleeTag().equals(otherTag))
                .findFirst();
    }

    /** The dialog that a request of this party goes in: one that lasts, confirmed, with the next hop, the latest. */
    Optional<ScriptDialog> dialogOf(String party, String nextHop) {
        return best(dialogs.stream().filter(dialog -> dialog.involves(party)).toList(), nextHop);
    }

    /** The same for a party that is no end of a dialog but speaks for one. */
    Optional<ScriptDialog> dialogThrough(String nextHop) {
        return best(dialogs, nextHop);
    }

    private static Optional<ScriptDialog> best(List<ScriptDialog> candidates, String nextHop) {
        return candidates.stream()
                .reduce((earlier, later) -> rank(later, nextHop) >= rank(earlier, nextHop) ? later : earlier);
    }

    private static int rank(ScriptDialog dialog, String nextHop) {
        return (dialog.isTerminated() ? 0 : 4) + (dialog.isConfirmed() ? 2 : 0) + (dialog.involves(nextHop) ? 1 : 0);
    }

    void terminateEarlyDialogs(SentRequest root) {
        dialogs.stream()
                .filter(dialog -> dialog.isMadeBy(root) && !dialog.isConfirmed())
                .forEach(ScriptDialog::terminate);
    }

    /** Whether the party is an end of a dialog, or asked for one. */
    boolean isEnd(String party) {
        return dialogs.stream().anyMatch(dialog -> dialog.involves(party))
                || requests.stream()
                        .anyMatch(request -> request.from().equals(party)
                                && request.received().isEmpty()
                                && request.isInitial());
    }
}
