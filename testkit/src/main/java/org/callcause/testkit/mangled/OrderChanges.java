package org.callcause.testkit.mangled;

import static org.callcause.testkit.mangled.Change.any;
import static org.callcause.testkit.mangled.Change.ofOne;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;

/** What a capture may do to messages without touching what they say: which there are, when, between whom. */
final class OrderChanges {

    private static final long MILLISECOND = 1_000_000;
    private static final long SECOND = 1_000 * MILLISECOND;

    /** On either side of what parts a copy of a mirrored port, a retransmission and a message of another day. */
    private static final List<Long> DELAYS = List.of(
            1L,
            20 * MILLISECOND,
            99 * MILLISECOND,
            101 * MILLISECOND,
            SECOND / 2,
            4 * SECOND,
            31 * SECOND,
            33 * SECOND,
            200 * SECOND,
            4_000 * SECOND);

    private static final List<Double> STRETCHES = List.of(0.001, 0.1, 3.0, 100.0);

    private OrderChanges() {}

    static List<Change> all() {
        return List.of(
                OrderChanges::drop,
                OrderChanges::drop,
                OrderChanges::cutOff,
                OrderChanges::repeat,
                OrderChanges::repeat,
                OrderChanges::swap,
                OrderChanges::swapKeepingTimes,
                OrderChanges::move,
                OrderChanges::delay,
                OrderChanges::stretch,
                OrderChanges::reverseTimes,
                (call, random) -> call.replaceAll(sheet -> sheet.at(call.get(0).nanos())),
                (call, random) -> call.replaceAll(sheet -> sheet.at(OptionalLong.empty())),
                ofOne((sheet, random) -> sheet.at(OptionalLong.empty())),
                OrderChanges::forgetAnEnd,
                OrderChanges::takeEndsOfAnother,
                (call, random) -> call.replaceAll(sheet -> sheet.between(sheet.to(), sheet.from())),
                ofOne((sheet, random) -> sheet.between(sheet.to(), sheet.from())),
                ofOne((sheet, random) -> sheet.between(sheet.from(), sheet.from())),
                ofOne((sheet, random) -> sheet.between(Endpoint.UNKNOWN, Endpoint.UNKNOWN)),
                OrderChanges::changeTransport,
                ofOne((sheet, random) -> sheet.over(any(List.of(Transport.values()), random))));
    }

    private static void drop(List<Sheet> call, RandomGenerator random) {
        if (call.size() > 1) {
            call.remove(random.nextInt(call.size()));
        }
    }

    /** The capture began late or ended early. */
    private static void cutOff(List<Sheet> call, RandomGenerator random) {
        int kept = 1 + random.nextInt(call.size());
        if (random.nextBoolean()) {
            call.subList(kept, call.size()).clear();
        } else {
            call.subList(0, call.size() - kept).clear();
        }
    }

    private static void repeat(List<Sheet> call, RandomGenerator random) {
        int at = random.nextInt(call.size());
        call.add(random.nextBoolean() ? at + 1 : call.size(), call.get(at).delayed(any(DELAYS, random)));
    }

    private static void swap(List<Sheet> call, RandomGenerator random) {
        Collections.swap(call, random.nextInt(call.size()), random.nextInt(call.size()));
    }

    private static void swapKeepingTimes(List<Sheet> call, RandomGenerator random) {
        int one = random.nextInt(call.size());
        int other = random.nextInt(call.size());
        Sheet first = call.get(one);
        Sheet second = call.get(other);
        call.set(one, second.at(first.nanos()));
        call.set(other, first.at(second.nanos()));
    }

    private static void move(List<Sheet> call, RandomGenerator random) {
        Sheet moved = call.remove(random.nextInt(call.size()));
        call.add(random.nextInt(call.size() + 1), moved);
    }

    private static void delay(List<Sheet> call, RandomGenerator random) {
        long delay = any(DELAYS, random);
        int from = random.nextInt(call.size());
        call.subList(from, call.size()).replaceAll(sheet -> sheet.delayed(delay));
    }

    /** The call takes longer, or nearly no time. */
    private static void stretch(List<Sheet> call, RandomGenerator random) {
        double factor = any(STRETCHES, random);
        long begin = call.get(0).nanos().orElse(0);
        call.replaceAll(
                sheet -> sheet.delayed((long) ((factor - 1) * (sheet.nanos().orElse(begin) - begin))));
    }

    private static void reverseTimes(List<Sheet> call, RandomGenerator random) {
        List<OptionalLong> times =
                new ArrayList<>(call.stream().map(Sheet::nanos).toList());
        Collections.reverse(times);
        for (int i = 0; i < call.size(); i++) {
            call.set(i, call.get(i).at(times.get(i)));
        }
    }

    /** As a log of one element does, which does not say where it is itself. */
    private static void forgetAnEnd(List<Sheet> call, RandomGenerator random) {
        Endpoint forgotten = any(call, random).from();
        call.replaceAll(sheet -> sheet.between(
                sheet.from().equals(forgotten) ? Endpoint.UNKNOWN : sheet.from(),
                sheet.to().equals(forgotten) ? Endpoint.UNKNOWN : sheet.to()));
    }

    private static void takeEndsOfAnother(List<Sheet> call, RandomGenerator random) {
        Sheet other = any(call, random);
        ofOne((sheet, chance) -> sheet.between(other.from(), other.to())).make(call, random);
    }

    private static void changeTransport(List<Sheet> call, RandomGenerator random) {
        Transport other = any(List.of(Transport.values()), random);
        call.replaceAll(sheet -> sheet.over(other));
    }
}
