package org.callcause.testkit;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Random;
import org.callcause.dialog.CapturedMessage;
import org.callcause.message.Method;

/**
 * A busy system on which all is well: 300 users at five sites behind three trunks, who call some hundred numbers over and
 * over and are answered, busy, away or declined as people are; some misdial, some codecs do not fit, some requests are
 * lost, phones register and trunks are probed. The same number of calls gives the same messages.
 */
public final class HealthyTraffic implements Iterable<CapturedMessage> {

    /** Enough for every rule to have its chance of a false alarm, and few enough for every build. */
    public static final int FEW = 3_000;

    private static final int USERS = 300;
    private static final int SITES = 5;
    private static final double BETWEEN_CALLS = 0.8;

    private final int calls;

    private HealthyTraffic(int calls) {
        this.calls = calls;
    }

    /** So many calls, and what goes on beside them. */
    public static HealthyTraffic of(int calls) {
        return new HealthyTraffic(calls);
    }

    @Override
    public Iterator<CapturedMessage> iterator() {
        return new Messages(calls);
    }

    private static final class Messages implements Iterator<CapturedMessage> {

        private final Random random = new Random(5_060);
        private final Places places = new Places();
        private final int calls;
        private final PriorityQueue<CapturedMessage> pending = new PriorityQueue<>(
                Comparator.comparingLong(CapturedMessage::nanos).thenComparingLong(CapturedMessage::index));
        private final ArrayDeque<CapturedMessage> ready = new ArrayDeque<>();
        private int begun;
        private int exchanges;
        private double clock;
        private long number;

        Messages(int calls) {
            this.calls = calls;
        }

        @Override
        public boolean hasNext() {
            prepare();
            return !ready.isEmpty();
        }

        @Override
        public CapturedMessage next() {
            prepare();
            if (ready.isEmpty()) {
                throw new NoSuchElementException();
            }
            return ready.remove();
        }

        private void prepare() {
            while (ready.isEmpty() && (begun < calls || !pending.isEmpty())) {
                if (begun < calls && (pending.isEmpty() || secondOf(pending.element()) >= clock)) {
                    begin();
                } else {
                    ready.add(pending.remove().numbered(++number));
                }
            }
        }

        private static double secondOf(CapturedMessage message) {
            return (message.nanos() - CallScript.BEGIN.getEpochSecond() * 1_000_000_000.0) / 1e9;
        }

        private void begin() {
            int user = random.nextInt(USERS);
            String site = "10.1." + user % SITES + "." + (10 + user / SITES);
            call(user, site);
            begun++;
            if (begun % 10 == 0) {
                int other = begun / 10 % USERS;
                String phone = "10.1." + other % SITES + "." + (10 + other / SITES);
                add(Method.REGISTER, "user" + other, phone, "", "registrar", refusal(0, 200, true));
            }
            if (begun % 40 == 0) {
                add(Method.OPTIONS, "pbx", "pbx", "", "trunk" + (begun / 40 % 3 + 1), refusal(0, 200, false));
            }
            clock += -Math.log(1 - random.nextDouble()) * BETWEEN_CALLS;
        }

        private void call(int user, String site) {
            int wanted = random.nextInt(400);
            String callee = wanted < 150 ? "user" + wanted % USERS : "+4930" + (5_550_000 + wanted * 37);
            String peer = wanted < 150
                    ? "10.1." + wanted % SITES + "." + (10 + wanted / SITES)
                    : "trunk" + (random.nextInt(3) + 1);
            add(Method.INVITE, "user" + user, site, callee, peer, outcome(random.nextInt(1_000)));
        }

        /** Of a thousand calls: 700 answered, the others as it happens where nothing is wrong. */
        private TrafficLine.Outcome outcome(int of) {
            if (of < 700) {
                double talk = 5 - Math.log(1 - random.nextDouble()) * 110;
                return new TrafficLine.Outcome(TrafficLine.Way.ANSWERED, talk, random.nextBoolean(), false, 200, "");
            }
            if (of < 790) {
                return new TrafficLine.Outcome(
                        TrafficLine.Way.CANCELLED, 3 + random.nextInt(30), false, false, 487, "");
            }
            if (of < 870) {
                return refusal(0, 486, false);
            }
            if (of < 930) {
                return refusal(25, 480, false);
            }
            if (of < 955) {
                return refusal(3 + random.nextInt(8), 603, false);
            }
            if (of < 970) {
                return refusal(0, 404, false);
            }
            if (of < 980) {
                return refusal(0, 480, false);
            }
            if (of < 986) {
                return refusal(0, 484, false);
            }
            if (of < 990) {
                return refusal(0, 488, false);
            }
            if (of < 994) {
                return refusal(0, 503, false);
            }
            return of < 997
                    ? refusal(0, 403, false)
                    : new TrafficLine.Outcome(TrafficLine.Way.NOTHING, 0, false, false, 0, "");
        }

        private static TrafficLine.Outcome refusal(double rings, int status, boolean challenged) {
            return new TrafficLine.Outcome(TrafficLine.Way.REFUSED, rings, false, challenged, status, "");
        }

        private void add(Method method, String from, String at, String to, String over, TrafficLine.Outcome outcome) {
            TrafficLine line =
                    new TrafficLine(clock, 1, method, 1, from, at, to, List.of(over), List.of(outcome), List.of());
            TrafficWriter.messages(line, 0, exchanges++, places)
                    .forEach(message -> pending.add(message.numbered(exchanges * 100L + message.index())));
        }
    }
}
