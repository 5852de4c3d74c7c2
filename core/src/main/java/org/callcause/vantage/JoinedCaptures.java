package org.callcause.vantage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.MediaSighting;
import org.callcause.dialog.SipTimers;

/**
 * Captures that have calls in common, such as one at the phone and one at the server, as one stream of messages; or one
 * capture that has none in common with the others.
 */
public final class JoinedCaptures {

    /** A message is not sent again after this; the same one later was seen by another clock. */
    private static final long LONGEST_REPETITION = SipTimers.T1.multipliedBy(64).toNanos();

    /** One of the captures, and how far its clock is ahead of the first one's. */
    private record Member(NamedCapture named, Capture capture, long ahead) {}

    /** Two of the captures, by their places among them. */
    private record Pair(Member first, Member second, TwoCaptures together) {}

    private final List<Member> members = new ArrayList<>();
    private final List<Pair> pairs = new ArrayList<>();
    private final OneStream stream = new OneStream();

    private JoinedCaptures() {}

    /** The captures by what they have in common: each is in one of the groups, in the order given. */
    public static List<JoinedCaptures> of(List<NamedCapture> captures) {
        List<Member> left = new ArrayList<>();
        captures.forEach(named -> left.add(new Member(named, new Capture(named.messages()), 0)));
        List<JoinedCaptures> groups = new ArrayList<>();
        while (!left.isEmpty()) {
            JoinedCaptures group = new JoinedCaptures();
            group.members.add(left.remove(0));
            for (int i = 0; i < group.members.size(); i++) {
                group.takeAllLike(group.members.get(i), left);
            }
            group.finish();
            groups.add(group);
        }
        return groups;
    }

    /**
     * Whether two parts of what looks like one long capture are two captures of the same traffic, the clock of the later
     * one far ahead.
     */
    public static boolean isSameTrafficLater(List<CapturedMessage> earlier, List<CapturedMessage> later) {
        Capture first = new Capture(earlier);
        return new Capture(later)
                .messages().entrySet().stream()
                        .anyMatch(message -> first.of(message.getKey()).stream()
                                .anyMatch(
                                        same -> message.getValue().get(0).nanos() - same.nanos() > LONGEST_REPETITION));
    }

    private void takeAllLike(Member one, List<Member> left) {
        for (Member other : List.copyOf(left)) {
            if (hasTimes(one) && hasTimes(other)) {
                TwoCaptures.of(one.capture(), other.capture()).ifPresent(together -> {
                    left.remove(other);
                    members.add(new Member(
                            other.named(),
                            other.capture(),
                            one.ahead() + together.clockOffset().toNanos()));
                });
            }
        }
    }

    /** Messages without times cannot be put among others. */
    private static boolean hasTimes(Member member) {
        return member.named().messages().stream().allMatch(CapturedMessage::hasTime);
    }

    private void finish() {
        members.forEach(member -> stream.add(member.named().messages(), member.ahead()));
        for (int i = 0; i < members.size(); i++) {
            for (int j = i + 1; j < members.size(); j++) {
                Member first = members.get(i);
                Member second = members.get(j);
                TwoCaptures.of(first.capture(), second.capture())
                        .ifPresent(together -> pairs.add(new Pair(first, second, together)));
            }
        }
        pairs.sort(Comparator.comparing(pair -> pair.together().delay()));
    }

    /** Whether there is more than one. */
    public boolean areSeveral() {
        return members.size() > 1;
    }

    /** All messages, each once, in the order of their times by the clock of the first capture. */
    public List<CapturedMessage> messages() {
        return areSeveral() ? stream.messages() : members.get(0).named().messages();
    }

    /**
     * What they show of media, by the clock of the first capture. What several of them show of one stream counts once where it is
     * kept with the calls.
     */
    public List<MediaSighting> media() {
        return members.stream()
                .flatMap(member ->
                        member.named().media().stream().map(seen -> seen.earlierBy(Duration.ofNanos(member.ahead()))))
                .toList();
    }

    /** What the captures are to each other, one sentence for each two that have messages in common. */
    public List<String> sentences() {
        return pairs.stream()
                .map(pair -> new ClockSentence(
                                pair.first().named().name(),
                                pair.second().named().name(),
                                pair.together())
                        .text())
                .toList();
    }

    /** What they show together of the messages with one of these Call-IDs, the captures that are closest together first. */
    public List<Seen> observations(List<String> callIds) {
        Map<List<Object>, Seen> seen = new LinkedHashMap<>();
        for (Pair pair : pairs) {
            for (String callId : callIds) {
                for (Observation one : pair.together().of(callId)) {
                    seen.putIfAbsent(List.of(one.kind(), MessageKey.of(one.sent())), new Seen(one, sentence(pair)));
                }
            }
        }
        // What passed two places and was lost before a third found no silence.
        seen.keySet()
                .removeIf(known -> known.get(0) == Observation.Kind.UNANSWERED
                        && seen.containsKey(List.of(Observation.Kind.LOST, known.get(1))));
        return List.copyOf(seen.values());
    }

    private static String sentence(Pair pair) {
        return new ClockSentence(
                        pair.first().named().name(), pair.second().named().name(), pair.together())
                .text();
    }

    /**
     * Something that was seen, and of the two captures that show it one sentence.
     *
     * @param observation what was seen
     * @param captures the sentence
     */
    public record Seen(Observation observation, String captures) {}

    /** Where the messages with one of these Call-IDs were captured; empty where only one capture has any. */
    public List<PlaceOfCapture> places(List<String> callIds) {
        List<PlaceOfCapture> places = members.stream()
                .flatMap(member -> place(member, callIds).stream())
                .toList();
        return places.size() > 1 ? places : List.of();
    }

    private Optional<PlaceOfCapture> place(Member member, List<String> callIds) {
        List<PlaceOfCapture.Copy> copies = callIds.stream()
                .flatMap(callId -> member.capture().ofCall(callId).stream())
                .map(message -> new PlaceOfCapture.Copy(message, stream.shownAs(message)))
                .toList();
        return copies.isEmpty()
                ? Optional.empty()
                : Optional.of(new PlaceOfCapture(member.named().name(), Duration.ofNanos(member.ahead()), copies));
    }
}
