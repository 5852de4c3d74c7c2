package org.callcause.rules.teams.health;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.message.Method;
import org.callcause.rules.teams.facts.Defaults;
import org.callcause.rules.teams.recognition.TeamsCall;

/**
 * The network effectiveness ratio of each SBC as Microsoft defines it: the share of calls that the network delivered,
 * answered or not. A busy callee, one who does not answer and one who declines count as delivered.
 */
public final class NetworkEffectiveness {

    private record Count(long delivered, long total) {

        Count with(boolean one) {
            return new Count(delivered + (one ? 1 : 0), total + 1);
        }
    }

    private static final Count NONE = new Count(0, 0);

    private final Map<String, Count> counts = new TreeMap<>();

    /** Takes a call; one that is not with Teams, was cancelled or not wholly captured says nothing. */
    public void add(Call call) {
        if (!call.method().equals(Method.INVITE)) {
            return;
        }
        TeamsCall.of(call).filter(TeamsCall::isDirectRouting).ifPresent(teams -> {
            Disposition.Kind kind = call.disposition().kind();
            if (kind != Disposition.Kind.INCOMPLETE && kind != Disposition.Kind.CANCELLED) {
                counts.merge(
                        teams.sbcEndpoint().host(),
                        NONE.with(isDelivered(kind)),
                        (sum, one) -> sum.with(isDelivered(kind)));
            }
        });
    }

    private static boolean isDelivered(Disposition.Kind kind) {
        return switch (kind) {
            case ANSWERED, ANSWERED_ELSEWHERE, BUSY, NO_ANSWER, DECLINED, DO_NOT_DISTURB, REDIRECTED -> true;
            default -> false;
        };
    }

    /** The ratio in percent; absent without calls. */
    public OptionalDouble percent(String sbc) {
        Count count = counts.getOrDefault(sbc, NONE);
        return count.total() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(100.0 * count.delivered() / count.total());
    }

    /** How many calls the ratio rests on. */
    public long calls(String sbc) {
        return counts.getOrDefault(sbc, NONE).total();
    }

    /** Whether there are calls enough for the ratio to say something. */
    public boolean isReliable(String sbc) {
        return calls(sbc) >= Defaults.effectivenessReliableFrom();
    }
}
