package org.callcause.testkit.mangled;

import static org.callcause.testkit.mangled.Change.any;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.callcause.dialog.CapturedMessage;

/** Calls, each mangled in as many ways as there are numbers. Immutable. */
public final class MangledCalls {

    private static final int MOST_CHANGES = 6;
    private static final int ONE_IN_SO_MANY_IS_TWO_CALLS = 12;

    private static final List<List<Change>> FAMILIES = List.of(
            OrderChanges.all(), StartLineChanges.all(), HeaderChanges.all(), HeaderChanges.all(), SessionChanges.all());

    private final List<List<Sheet>> calls;

    private MangledCalls(List<List<Sheet>> calls) {
        this.calls = calls;
    }

    /** Of these calls, of which at least one has a message. */
    public static MangledCalls of(List<List<CapturedMessage>> calls) {
        return new MangledCalls(calls.stream()
                .filter(call -> !call.isEmpty())
                .map(call -> call.stream().map(Sheet::of).toList())
                .toList());
    }

    /** How many calls there are. */
    public int size() {
        return calls.size();
    }

    /**
     * The messages of a call after some changes, numbered from 1.
     *
     * @param number says which call, one after the other, and which changes
     */
    public List<CapturedMessage> get(long number) {
        RandomGenerator random = new SplittableRandom(number);
        List<Sheet> call = new ArrayList<>(calls.get((int) (number % calls.size())));
        if (random.nextInt(ONE_IN_SO_MANY_IS_TWO_CALLS) == 0) {
            join(call, any(calls, random), random);
        }
        int changes = 1 + random.nextInt(MOST_CHANGES);
        for (int i = 0; i < changes; i++) {
            any(any(FAMILIES, random), random).make(call, random);
        }
        return messages(call);
    }

    /** Puts another call under the Call-ID of this one, or beside it, at about the same time. */
    private static void join(List<Sheet> call, List<Sheet> other, RandomGenerator random) {
        String callId = random.nextInt(3) == 0
                ? "call-beside@example.com"
                : call.get(0).value("Call-ID").orElse("");
        other.forEach(sheet -> call.add(sheet.with("Call-ID", callId)));
        if (random.nextBoolean()) {
            call.sort(Comparator.comparingLong(sheet -> sheet.nanos().orElse(0)));
        }
    }

    static List<CapturedMessage> messages(List<Sheet> call) {
        List<CapturedMessage> messages = new ArrayList<>(call.size());
        for (Sheet sheet : call) {
            sheet.captured(messages.size() + 1).ifPresent(messages::add);
        }
        return List.copyOf(messages);
    }
}
