package org.callcause.rules.rfc3261.nat;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.USER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.defect;
import static org.callcause.rule.Trigger.where;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.DefectKind;
import org.callcause.message.Media;
import org.callcause.message.NameAddress;
import org.callcause.message.Sdp;
import org.callcause.message.Via;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.HostKind;
import org.callcause.rules.rfc3261.reading.Sides;

/** Routers that rewrite addresses inside SIP messages and do not do it right (SIP ALG). */
final class AddressRewritingRules {

    /** The places where an address stands in a session description: o=, c=, and a c= of each of two streams. */
    private static final int MOST_PLACES = 4;

    private AddressRewritingRules() {}

    static List<Rule> rules() {
        return List.of(Rule.named("rfc3261/sip-alg")
                .title("A router on the way rewrote addresses in the message, and damaged it")
                .cites("RFC 3261 18.3")
                .cites("RFC 3424 3")
                .on(defect(DefectKind.TRUNCATED_BODY)
                        .and(where(
                                "Content-Length is off by the difference of a private and a public address in it",
                                call -> rewritten(call).isPresent())))
                .check(AddressRewritingRules::rewritten));
    }

    private record Rewritten(TrackedMessage message, String local, String global, long missing) {}

    private static Optional<Rewritten> rewritten(Call call) {
        return call.messages().stream()
                .filter(message -> !message.message().hasIntactStructure())
                .map(AddressRewritingRules::rewritten)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Rewritten> rewritten(TrackedMessage message) {
        long missing =
                message.message().contentLength().orElse(0) - message.message().bodyLength();
        List<String> hosts = hosts(message);
        for (String local : hosts) {
            for (String global : hosts) {
                int difference = local.length() - global.length();
                if (difference > 0
                        && HostKind.of(local) == HostKind.PRIVATE
                        && HostKind.of(global) == HostKind.PUBLIC
                        && missing % difference == 0
                        && missing / difference >= 1
                        && missing / difference <= MOST_PLACES) {
                    return Optional.of(new Rewritten(message, local, global, missing));
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> hosts(TrackedMessage message) {
        List<String> hosts = new ArrayList<>();
        message.message().topVia().map(Via::host).ifPresent(hosts::add);
        message.message().contacts().stream().map(NameAddress::uri).forEach(uri -> hosts.add(uri.host()));
        Optional<Sdp> sdp = message.message().sdp();
        sdp.flatMap(Sdp::origin).ifPresent(origin -> hosts.add(origin.substring(origin.lastIndexOf(' ') + 1)));
        sdp.stream()
                .flatMap(session -> Stream.concat(
                        session.connectionAddress().stream(),
                        session.media().stream().map(Media::connectionAddress).flatMap(Optional::stream)))
                .forEach(hosts::add);
        return hosts;
    }

    private static void rewritten(Call call, Findings findings) {
        Rewritten found = rewritten(call).orElseThrow();
        boolean hurt = call.finalStatus() == 400 || call.finalResponse().isEmpty();
        Finding finding = hurt ? findings.diagnose(Cause.NAT_SIGNALLING, LIKELY) : findings.violation();
        finding.origin(Sides.senderOrWay(call, found.message()))
                .because("Content-Length names " + found.missing()
                        + " bytes more than there are, which is just what it takes to put " + found.global()
                        + " in the place of " + found.local()
                        + ", and both stand in this message: a router with a SIP helper (ALG) rewrote the addresses and"
                        + " left the length as it was");
        if (hurt) {
            finding.because("a receiver has to refuse such a request, or waits for the rest of it");
        }
        finding.evidence(found.message(), "Via")
                .evidence(found.message(), "Contact")
                .evidence(found.message(), "Content-Length")
                .evidenceInBody(found.message(), "c=")
                .evidence(call.finalResponse())
                .remedy(USER, "Switch off \"SIP ALG\" (SIP helper, VoIP passthrough) in the router")
                .remedy(ADMIN, "Use TLS or another port than 5060, which such helpers leave alone")
                .confirm("Capture before and behind the router and compare the message");
    }
}
