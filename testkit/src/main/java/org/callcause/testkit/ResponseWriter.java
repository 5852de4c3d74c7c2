package org.callcause.testkit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.callcause.message.StatusCode;
import org.callcause.testkit.Statement.Sending;
import org.callcause.testkit.Statement.Start;

/** Puts responses together: made by the party (RFC 3261 8.2.6), or received and passed on (16.7). */
final class ResponseWriter {

    private static final Set<String> DIALOG_MAKING = Set.of("INVITE", "SUBSCRIBE", "REFER");

    private final ScriptCall call;
    private final Wire wire;

    ResponseWriter(ScriptCall call, Wire wire) {
        this.call = call;
        this.wire = wire;
    }

    Draft write(Sending sending, Start.OfResponse start) {
        SentRequest request = answered(sending, start);
        Optional<SentResponse> received = receivedBefore(request, start.status());
        if (received.isPresent()) {
            return passOn(sending, start, request, received.get());
        }
        Optional<SentResponse> repeated = ScriptCall.newestFirst(request.responses())
                .filter(response -> response.status() == start.status())
                .filter(response -> isRepeated(response, sending))
                .findFirst();
        if (repeated.isPresent()) {
            repeated.get().repeat();
            return repeated.get().draft();
        }
        return make(sending, start, request);
    }

    private static boolean isRepeated(SentResponse response, Sending sending) {
        return sending.additions().repeat(response.additions());
    }

    /**
     * The request that the line answers: an open one; one whose final response is told again; or, where the line names
     * the method, the latest there is, even one that came from elsewhere.
     */
    private SentRequest answered(Sending sending, Start.OfResponse start) {
        List<SentRequest> received = ScriptCall.newestFirst(call.requests())
                .filter(request -> request.to().equals(sending.from()))
                .filter(request -> start.method().map(request::isOf).orElse(true))
                .toList();
        List<SentRequest> asked = received.stream()
                .filter(request -> request.from().equals(sending.to()))
                .toList();
        return asked.stream()
                .filter(SentRequest::isOpen)
                .min(Comparator.comparing(request -> prefersInvite(start.status()) && !request.isOf("INVITE")))
                .or(() -> asked.stream()
                        .filter(request -> isToldAgain(request, start.status()))
                        .findFirst())
                .or(() -> start.method().isEmpty()
                        ? Optional.empty()
                        : asked.stream().findFirst())
                .or(() -> start.method().isEmpty()
                        ? Optional.empty()
                        : received.stream().findFirst())
                .orElseThrow(() -> new IllegalArgumentException("the response answers nothing that "
                        + sending.to() + " sent to " + sending.from()
                        + (asked.isEmpty() ? "" : " and that is still open")));
    }

    private static boolean prefersInvite(int status) {
        return status < 200 || status == 487;
    }

    private static boolean isToldAgain(SentRequest request, int status) {
        return receivedBefore(request, status).isPresent()
                || request.responses().stream().anyMatch(response -> response.status() == status);
    }

    private static Optional<SentResponse> receivedBefore(SentRequest request, int status) {
        return request.forwarded().stream()
                .flatMap(next -> next.responses().stream())
                .filter(response -> response.status() == status && status > 100 && !response.isPassedOn())
                .findFirst();
    }

    private Draft passOn(Sending sending, Start.OfResponse start, SentRequest request, SentResponse received) {
        received.passOn();
        Draft theirs = received.draft();
        String phrase = start.phrase().orElseGet(() -> theirs.startLine().split(" ", 3)[2]);
        String to = Addresses.withTag(request.draft().first("To").orElse(""), received.toTag());
        Draft draft = common(start.status(), phrase, request, to);
        draft.takeOver(theirs);
        Optional<SessionSpec> session = describe(draft, sending, received.session());
        sending.additions().applyTo(draft);
        return sent(sending, start.status(), request, draft, session);
    }

    private Draft make(Sending sending, Start.OfResponse start, SentRequest request) {
        int status = start.status();
        String party = sending.from();
        String phrase = start.phrase().orElseGet(() -> standardPhrase(status));
        String tag = status == 100 ? "" : call.answeringTag(party, RequestWriter.sequence(request.draft()));
        String to = request.draft().first("To").orElse("");
        Draft draft = common(status, phrase, request, Addresses.withTag(to, tag));
        boolean inDialogMaking = request.isInitial() && DIALOG_MAKING.contains(request.method());
        if (inDialogMaking && status > 100 && status < 300) {
            draft.addAll("Record-Route", request.draft().all("Record-Route"));
        }
        String contact = wire.contact(Parties.user(Addresses.uri(to)), party);
        ResponseContent.fill(draft, status, request, "<" + contact + ">");
        if (Challenges.isChallenge(status)) {
            draft.add(
                    Challenges.header(status),
                    call.challenges().fresh(sending.additions().has(Additions.STALE)));
        }
        if (sending.additions().has(Additions.RELIABLE)) {
            draft.add("Require", "100rel").add("RSeq", String.valueOf(call.nextReliable()));
        }
        Optional<SessionSpec> session = describe(draft, sending, usualSession(sending, status, request));
        sending.additions().applyTo(draft);
        if (inDialogMaking) {
            keepDialog(party, status, request, draft);
        }
        return sent(sending, status, request, draft, session);
    }

    private static String standardPhrase(int status) {
        return new StatusCode(status).standardPhrase().orElse("Unassigned");
    }

    private static Draft common(int status, String phrase, SentRequest request, String to) {
        Draft asked = request.draft();
        return new Draft("SIP/2.0 " + status + " " + phrase)
                .addAll("Via", asked.all("Via"))
                .addAll("From", asked.all("From"))
                .add("To", to)
                .addAll("Call-ID", asked.all("Call-ID"))
                .addAll("CSeq", asked.all("CSeq"));
    }

    /**
     * An offer is answered in the 2xx, and before it in a 183; without one the 2xx makes the offer (RFC 3261 13.2.1).
     * After a reliable answer there is nothing left to describe.
     */
    private Optional<SessionSpec> usualSession(Sending sending, int status, SentRequest request) {
        Optional<SessionSpec> offer = request.session();
        if (!request.isOf("INVITE")) {
            return status / 100 == 2 ? offer.map(SessionSpec::answer) : Optional.empty();
        }
        boolean described = request.responses().stream()
                .anyMatch(
                        response -> response.isReliable() && response.session().isPresent());
        if (described || (status / 100 != 2 && status != 183)) {
            return Optional.empty();
        }
        boolean mayOffer = status / 100 == 2 || sending.additions().has(Additions.RELIABLE);
        Optional<SessionSpec> earlier = request.responses().stream()
                .flatMap(response -> response.session().stream())
                .findFirst();
        return earlier.or(() -> offer.map(SessionSpec::answer))
                .or(() -> mayOffer ? Optional.of(SessionSpec.DEFAULT) : Optional.empty());
    }

    private Optional<SessionSpec> describe(Draft draft, Sending sending, Optional<SessionSpec> usual) {
        String host = wire.parties().endpoint(sending.from()).host();
        return call.sessions().describe(draft, sending, host, usual, false);
    }

    private void keepDialog(String party, int status, SentRequest request, Draft response) {
        boolean makes = request.isOf("INVITE") ? status > 100 && status < 300 : status / 100 == 2;
        if (!makes) {
            return;
        }
        Draft root = request.root().draft();
        String from = root.first("From").orElse("");
        String to = response.first("To").orElse("");
        ScriptDialog dialog = call.dialogBetween(Addresses.tag(to), Addresses.tag(to))
                .orElseGet(() -> {
                    ScriptDialog fresh = new ScriptDialog(
                            new ScriptDialog.End(request.root().from(), from, contact(root)),
                            new ScriptDialog.End(party, to, contact(response)),
                            request.root(),
                            request.draft().all("Record-Route"));
                    call.add(fresh);
                    return fresh;
                });
        if (status >= 200) {
            dialog.confirm();
        }
    }

    private static String contact(Draft draft) {
        return draft.first("Contact").map(Addresses::uri).orElse("sip:unknown.invalid");
    }

    private Draft sent(Sending sending, int status, SentRequest request, Draft draft, Optional<SessionSpec> session) {
        SentResponse response = new SentResponse(request, status, draft, sending.additions(), session);
        boolean reachedOrigin = request.received().isEmpty();
        if (reachedOrigin && Challenges.isChallenge(status)) {
            call.challenges().meet(request.from(), request.method(), status, draft);
        }
        if (reachedOrigin && request.isOf("INVITE") && status >= 300) {
            call.terminateEarlyDialogs(request);
        }
        return response.draft();
    }
}
