package org.callcause.rules.rfc3261.media;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.rule.Trigger.sent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.call.Trait;
import org.callcause.message.Method;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Described;
import org.callcause.rules.rfc3261.reading.Sessions;
import org.callcause.rules.rfc3261.reading.Sides;

/** The version in the {@code o=} line, by which the other side sees that something changed. */
final class SessionVersionRules {

    private record Version(String session, String number) {}

    private record Change(Described before, Described after) {}

    private SessionVersionRules() {}

    static List<Rule> rules() {
        return List.of(Rule.named("rfc3261/session-version")
                .title("A session description was changed under the same version")
                .cites("RFC 3264 8")
                .cites("RFC 8866 5.2")
                .on(AnsweredSessions.answered(
                                "a side's later description differs from its earlier one, and the version in o= does"
                                        + " not",
                                call -> silentChange(call).isPresent())
                        .and(sent(Method.INVITE, Method.UPDATE)))
                .needs(Trait.UNUSUAL_SESSION)
                .check(SessionVersionRules::changed));
    }

    private static Optional<Change> silentChange(Call call) {
        Sessions sessions = Sessions.of(call);
        if (sessions.exchanges().size() < 2) {
            return Optional.empty();
        }
        List<Described> all = sessions.exchanges().stream()
                .flatMap(exchange -> Stream.of(exchange.offer(), exchange.answer()))
                .toList();
        List<Described> earlier = new ArrayList<>();
        for (Described later : all) {
            for (int i = earlier.size() - 1; i >= 0; i--) {
                Described before = earlier.get(i);
                if (Sides.same(call, before.message(), later.message())) {
                    if (sameVersion(before, later) && !content(before).equals(content(later))) {
                        return Optional.of(new Change(before, later));
                    }
                    break;
                }
            }
            earlier.add(later);
        }
        return Optional.empty();
    }

    private static boolean sameVersion(Described one, Described other) {
        Optional<Version> version = version(one);
        return version.isPresent() && version.equals(version(other));
    }

    private static Optional<Version> version(Described described) {
        return described
                .sdp()
                .origin()
                .map(origin -> origin.split("\\s+"))
                .filter(words -> words.length > 2)
                .map(words -> new Version(words[0] + " " + words[1], words[2]));
    }

    private static List<String> content(Described described) {
        return described.sdp().lines().stream()
                .map(String::strip)
                .filter(line -> !line.startsWith("o="))
                .toList();
    }

    private static void changed(Call call, Findings findings) {
        Change change = silentChange(call).orElseThrow();
        findings.violation()
                .origin(Sides.senderOrWay(call, change.after().message()))
                .because(Sides.name(call, change.after().message())
                        + " described the session anew with other content, and left the version in its o= line as it"
                        + " was; the other side may rightly take it for unchanged and ignore it")
                .evidenceInBody(change.before().message(), "o=")
                .evidenceInBody(change.after().message(), "o=")
                .remedy(ADMIN, "Update the device, or see which element on the way rewrites descriptions")
                .confirm("See whether the change (hold, resume, new address) took effect on the other side");
    }
}
