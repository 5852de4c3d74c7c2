package org.callcause.rules.rfc3261.incident;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.callcause.diagnosis.Audience;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Likelihood;
import org.callcause.dialog.EpochNanos;
import org.callcause.incident.AnsweredCall;
import org.callcause.incident.CallEvent;
import org.callcause.incident.CallParties;
import org.callcause.incident.EndedCall;
import org.callcause.incident.Exemplars;
import org.callcause.incident.IncidentFinding;
import org.callcause.incident.IncidentFindings;
import org.callcause.incident.IncidentKind;
import org.callcause.incident.IncidentRule;
import org.callcause.incident.IncidentScope;
import org.callcause.incident.IncidentWatch;
import org.callcause.incident.RecentMap;
import org.callcause.incident.Share;
import org.jspecify.annotations.Nullable;

/** Calls that look as if somebody else pays for them. */
final class TollFraudRule {

    private TollFraudRule() {}

    static IncidentRule rule() {
        return IncidentRule.named("rfc3261/calls-to-costly-numbers", IncidentKind.TOLL_FRAUD)
                .title("A burst of calls to costly or foreign numbers")
                .when("one caller calls 8 times or more within ten minutes, to 5 different foreign numbers or more"
                        + " in at most three blocks of a thousand, which no other caller calls; and the numbers"
                        + " follow each other, or three such calls are up at once, or they belong to a premium or"
                        + " satellite service (+979, +870, +878, +881 to +883). What three callers or more call is home,"
                        + " and before there is such a country none is foreign")
                .cites("ITU-T E.156 (misuse of E.164 numbers)")
                .cites("ITU-T E.164 (assigned country codes)")
                .supersedes("rfc3261/failing-party")
                .supersedes("rfc3261/failure-signature")
                .hears(CallEvent.ANSWERED, CallEvent.ANSWERED_CALL_OVER, CallEvent.UNANSWERED_CALL_OVER)
                .watch(Watch::new);
    }

    /** One attempt to call a foreign number. */
    private record Attempt(long time, String callee, boolean answered) {}

    private static final class Burst {
        private final ArrayDeque<Attempt> recent = new ArrayDeque<>();
        private final Exemplars exemplars = new Exemplars();
        private int up;
        private int mostUp;
        private boolean told;

        private void add(Attempt attempt) {
            recent.add(attempt);
            if (recent.size() > Watch.MOST_ATTEMPTS) {
                recent.remove();
            }
            if (told) {
                return;
            }
            while (attempt.time() - recent.element().time() > Watch.WINDOW) {
                recent.remove();
            }
        }
    }

    private static final class Watch implements IncidentWatch {

        private static final int MOST_CALLERS = 2_000;
        private static final int MOST_BLOCKS = 5_000;
        private static final int COUNTRIES = 100;
        private static final int MOST_ATTEMPTS = 200;
        private static final long WINDOW = 10 * Saying.MINUTE;
        private static final int FEWEST_CALLS = 8;
        private static final int FEWEST_NUMBERS = 5;
        private static final int MOST_BLOCKS_OF_A_BURST = 3;
        private static final int AT_ONCE = 3;
        private static final long QUIET = 30 * Saying.MINUTE;
        private static final int USUAL = 3;
        private static final int LAST_DIGITS = 3;

        private final RecentMap<String, Burst> callers = new RecentMap<>(MOST_CALLERS);

        /** Who called a block of a thousand numbers; two stand for many. */
        private final RecentMap<String, Set<String>> blocks = new RecentMap<>(MOST_BLOCKS);

        /** Who calls numbers that begin with these two digits; three stand for many. */
        private final List<Distinct> countries =
                Stream.generate(Distinct::new).limit(COUNTRIES).toList();

        /** Whether some country has as many callers: before, the first of them would call abroad wherever they call. */
        private boolean homeKnown;

        @Override
        public void answered(AnsweredCall call) {
            take(call.parties(), call.answered(), true);
        }

        @Override
        public void ended(EndedCall call) {
            if (!call.isCall()) {
                return;
            }
            if (!call.wasAnswered()) {
                Burst burst = take(call.parties(), call.moments().settled(), false);
                if (burst != null) {
                    burst.exemplars.add(call);
                }
                return;
            }
            if (!callers.mayHold(call.parties().callerHash())) {
                return;
            }
            Burst burst = callers.get(call.parties().caller());
            if (burst != null && isForeign(call.parties())) {
                burst.up = Math.max(0, burst.up - 1);
                burst.exemplars.add(call);
            }
        }

        /** Takes an attempt. Returns the burst that it belongs to, if it is to a foreign number. */
        private @Nullable Burst take(CallParties parties, long time, boolean answered) {
            if (parties.country() == CallParties.NO_COUNTRY) {
                return null;
            }
            Distinct country = countries.get(parties.country());
            if (country.count() < USUAL) {
                country.add(parties.callerHash());
                homeKnown |= country.count() == USUAL;
            }
            if (!isForeign(parties)) {
                return null;
            }
            String number = parties.callee().substring(CallParties.firstDigit(parties.callee()));
            Set<String> who = blocks.get(block(number), any -> new HashSet<>(4));
            if (who.size() < 2) {
                who.add(parties.caller());
            }
            Burst burst = callers.get(parties.caller(), any -> new Burst());
            burst.add(new Attempt(time, number, answered));
            if (answered) {
                burst.up++;
                burst.mostUp = Math.max(burst.mostUp, burst.up);
            }
            return burst;
        }

        private static String block(String number) {
            return number.substring(0, number.length() - LAST_DIGITS);
        }

        /** Whether hardly anybody calls there, as far as it is known where most call; a premium number is foreign everywhere. */
        private boolean isForeign(CallParties parties) {
            int country = parties.country();
            return country != CallParties.NO_COUNTRY
                    && ((homeKnown && countries.get(country).count() < USUAL)
                            || (mayBePremium(country)
                                    && isPremium(parties.callee(), CallParties.firstDigit(parties.callee()))));
        }

        private static boolean mayBePremium(int country) {
            return country == 97 || country == 87 || country == 88;
        }

        private static boolean isPremium(String number, int first) {
            char second = number.charAt(first + 1);
            char third = number.charAt(first + 2);
            return switch (number.charAt(first)) {
                case '9' -> second == '7' && third == '9';
                case '8' ->
                    second == '7' ? third == '0' || third == '8' : second == '8' && third >= '1' && third <= '3';
                default -> false;
            };
        }

        @Override
        public void review(Instant now, IncidentFindings findings) {
            long clock = EpochNanos.of(now);
            for (Map.Entry<String, Burst> entry : callers.entries()) {
                review(findings, entry.getKey(), entry.getValue(), clock);
            }
            callers.removeIf((caller, burst) -> clock - burst.recent.getLast().time() > QUIET);
        }

        private void review(IncidentFindings findings, String caller, Burst burst, long now) {
            if (burst.recent.size() < FEWEST_CALLS) {
                return;
            }
            Set<String> called = new TreeSet<>();
            Set<String> blocksCalled = new TreeSet<>();
            long answered = 0;
            for (Attempt attempt : burst.recent) {
                called.add(attempt.callee());
                blocksCalled.add(block(attempt.callee()));
                answered += attempt.answered() ? 1 : 0;
            }
            boolean shape = called.size() >= FEWEST_NUMBERS
                    && blocksCalled.size() <= MOST_BLOCKS_OF_A_BURST
                    && blocksCalled.stream().noneMatch(this::isCalledByOthers);
            if (!shape) {
                return;
            }
            int inARow = inARow(called);
            boolean premium = called.stream().allMatch(number -> isPremium(number, 0));
            if (inARow >= FEWEST_NUMBERS || burst.mostUp >= AT_ONCE || premium) {
                burst.told = true;
                say(
                        findings,
                        new Shape(caller, called, blocksCalled, answered, inARow, premium),
                        burst,
                        now - burst.recent.getLast().time() <= QUIET);
            }
        }

        private boolean isCalledByOthers(String block) {
            Set<String> who = blocks.get(block);
            return who != null && who.size() > 1;
        }

        /** How many of the numbers follow each other without a gap. */
        private static int inARow(Set<String> numbers) {
            int longest = 1;
            int run = 1;
            Iterator<String> sorted = numbers.iterator();
            String before = sorted.next();
            while (sorted.hasNext()) {
                String next = sorted.next();
                run = follows(before, next) ? run + 1 : 1;
                longest = Math.max(longest, run);
                before = next;
            }
            return longest;
        }

        private static boolean follows(String one, String next) {
            return one.length() == next.length()
                    && block(one).equals(block(next))
                    && Integer.parseInt(next.substring(next.length() - LAST_DIGITS))
                                    - Integer.parseInt(one.substring(one.length() - LAST_DIGITS))
                            == 1;
        }

        private record Shape(
                String caller, Set<String> numbers, Set<String> blocks, long answered, int inARow, boolean premium) {}

        private static void say(IncidentFindings findings, Shape shape, Burst burst, boolean ongoing) {
            long first = burst.recent.element().time();
            long last = burst.recent.getLast().time();
            int attempts = burst.recent.size();
            IncidentFinding finding = findings.incident(
                            Cause.BLOCKED_BY_POLICY, shape.premium() ? Likelihood.LIKELY : Likelihood.POSSIBLE)
                    .scope(IncidentScope.of(IncidentScope.Extent.CALLER, shape.caller())
                            .comparedTo("other callers to the same blocks of numbers", Share.NONE))
                    .title("Calls of " + shape.caller() + " have the shape of toll fraud")
                    .between(first, last)
                    .count(attempts)
                    .during(new Share(shape.answered(), attempts))
                    .exemplars(burst.exemplars)
                    .ongoing(ongoing)
                    .because(shape.caller() + " called " + shape.numbers().size() + " different numbers "
                            + Saying.count(attempts, "time") + " between " + Saying.at(first) + " and "
                            + Saying.at(last)
                            + ", all in +" + String.join("xxx, +", shape.blocks())
                            + "xxx, where no other caller called; "
                            + shape.answered() + " were answered, up to " + burst.mostUp + " at once");
            if (shape.inARow() >= FEWEST_NUMBERS) {
                finding.because(shape.inARow() + " of the numbers follow each other, as a machine dials them");
            }
            if (shape.premium()) {
                finding.because(
                        "these are codes of premium, satellite or other global services, which cost by the minute");
            }
            finding.because("a campaign that dials customers abroad can look the same: ask before cutting it off")
                    .remedy(
                            Audience.ADMIN,
                            "block foreign and premium destinations for " + shape.caller()
                                    + " until its owner confirms them, change its password, and cap the cost a day and"
                                    + " account")
                    .remedy(Audience.CARRIER, "bar these blocks for this trunk and say what the calls cost so far")
                    .confirm("ask the owner of " + shape.caller() + ", and look from which address and device the calls"
                            + " came and when that address was first seen");
        }
    }
}
