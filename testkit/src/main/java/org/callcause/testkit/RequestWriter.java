package org.callcause.testkit;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.callcause.testkit.Statement.Sending;
import org.callcause.testkit.Statement.Start;

/** Puts requests together as RFC 3261 8.1.1, 12.2.1.1 and 16.6 say. */
final class RequestWriter {

    private final ScriptCall call;
    private final Wire wire;

    RequestWriter(ScriptCall call, Wire wire) {
        this.call = call;
        this.wire = wire;
    }

    Draft write(Sending sending, Start.OfRequest start) {
        String method = start.method();
        if (sending.additions().has(Additions.AGAIN)) {
            return newest(sending, method)
                    .orElseThrow(() -> new IllegalArgumentException("there is nothing that could be sent again"))
                    .draft();
        }
        if (method.equals("ACK")) {
            return new AcknowledgementWriter(call, wire).write(sending, start);
        }
        if (method.equals("CANCEL")) {
            return cancel(sending);
        }
        Optional<SentRequest> received = Forwards.receivedBefore(call, sending.from(), sending.to(), method);
        Optional<SentRequest> repeated = newest(sending, method)
                .filter(request -> request.received().equals(received))
                .filter(SentRequest::isOpen)
                .filter(isRepeatedBy(sending));
        if (repeated.isPresent()) {
            return repeated.get().draft();
        }
        return received.map(before -> forward(sending, start, before)).orElseGet(() -> begin(sending, start));
    }

    private Optional<SentRequest> newest(Sending sending, String method) {
        List<SentRequest> all = method.equals("ACK") ? call.acknowledgements() : call.requests();
        return ScriptCall.newestFirst(all)
                .filter(request -> request.isOf(method) && request.connects(sending.from(), sending.to()))
                .findFirst();
    }

    /** A line that adds nothing, or the same as before, tells the same message again. */
    static Predicate<SentRequest> isRepeatedBy(Sending sending) {
        return request -> sending.additions().repeat(request.additions());
    }

    private Draft forward(Sending sending, Start.OfRequest start, SentRequest received) {
        String party = sending.from();
        String method = start.method();
        Draft draft = received.draft().copy();
        start.uri().ifPresent(uri -> draft.startLine(method + " " + uri + " SIP/2.0"));
        draft.push("Via", wire.via(party, call.branch(party)));
        draft.set("Max-Forwards", String.valueOf(maxForwards(received) - 1));
        draft.first("Route")
                .filter(route -> wire.isRouteOf(party, route))
                .ifPresent(route -> draft.removeFirst("Route"));
        if (received.isInitial() && (method.equals("INVITE") || method.equals("SUBSCRIBE"))) {
            draft.push("Record-Route", wire.route(party));
        }
        Optional<SessionSpec> session = describe(draft, sending, received.session());
        sending.additions().applyTo(draft);
        return sent(sending, method, draft, Optional.of(received), session);
    }

    static int maxForwards(SentRequest received) {
        try {
            return Integer.parseInt(received.draft().first("Max-Forwards").orElse("70"));
        } catch (NumberFormatException unreadable) {
            return 70;
        }
    }

    private Draft begin(Sending sending, Start.OfRequest start) {
        String method = start.method();
        Optional<InDialog> place = InDialog.of(call, wire, sending.from(), sending.to(), method);
        Draft draft = place.map(known -> inside(sending, start, known)).orElseGet(() -> outside(sending, start));
        if (method.equals("PRACK")) {
            InDialog.unacknowledged(call, sending.from()).ifPresent(response -> answerReliably(draft, response));
        }
        String party = place.map(known -> known.near().party()).orElse(sending.from());
        String user = Parties.user(Addresses.uri(draft.first("From").orElse("")));
        String contact = "<" + wire.contact(user, sending.from()) + ">";
        RequestContent.fill(draft, method, call, contact, sending.additions());
        Optional<SessionSpec> session = describe(draft, sending, offer(sending, method));
        if (!sending.additions().has(Additions.NO_CREDENTIALS)) {
            call.challenges()
                    .answer(
                            draft,
                            sending.from(),
                            method,
                            user,
                            draft.startLine().split(" ", 3)[1]);
        }
        sending.additions().applyTo(draft);
        keepTag(draft, sending, call.tag(sending.from()));
        call.countFrom(party, sequence(draft));
        if (method.equals("BYE")) {
            place.ifPresent(known -> known.dialog().terminate());
        }
        return sent(sending, method, draft, Optional.empty(), session);
    }

    private static void keepTag(Draft draft, Sending sending, String tag) {
        sending.additions()
                .header("From")
                .filter(from -> Addresses.tag(from).isEmpty())
                .ifPresent(from -> draft.set("From", Addresses.withTag(from, tag)));
    }

    /** RFC 3262 7.2: the number of the response, then the CSeq of the request that it answers. */
    private static void answerReliably(Draft draft, SentResponse response) {
        draft.add(
                "RAck",
                response.draft().first("RSeq").orElse("1") + " "
                        + response.draft().first("CSeq").orElse(""));
        response.acknowledge();
    }

    private Draft inside(Sending sending, Start.OfRequest start, InDialog place) {
        String uri = start.uri().orElse(place.far().target());
        long sequence = call.nextSequence(place.near().party());
        return common(sending, start.method(), uri)
                .addAll("Route", place.routes(wire, sending.to()))
                .add("From", place.near().address())
                .add("To", place.far().address())
                .add("Call-ID", call.callId())
                .add("CSeq", sequence + " " + start.method());
    }

    /** Another attempt keeps the From, the To and the target of the one before (RFC 3261 8.1.3.5, 22.2). */
    private Draft outside(Sending sending, Start.OfRequest start) {
        String party = sending.from();
        String method = start.method();
        Optional<SentRequest> earlier = call.latest(method)
                .filter(request ->
                        request.from().equals(party) && request.received().isEmpty() && request.isInitial())
                .findFirst();
        String own = wire.parties().own(party);
        boolean ofOneself = method.equals("REGISTER") || method.equals("PUBLISH");
        String called =
                ofOneself ? own : start.uri().orElseGet(() -> wire.parties().called(party, sending.to()));
        String target = method.equals("REGISTER") ? "sip:" + Parties.domain(own) : called;
        String uri = start.uri()
                .or(() -> earlier.map(request -> request.draft().startLine().split(" ", 3)[1]))
                .orElse(target);
        long sequence = call.nextSequence(party);
        return common(sending, method, uri)
                .add(
                        "From",
                        earlier.flatMap(request -> request.draft().first("From"))
                                .orElse("<" + own + ">;tag=" + call.tag(party)))
                .add(
                        "To",
                        earlier.flatMap(request -> request.draft().first("To")).orElse("<" + called + ">"))
                .add("Call-ID", call.callId())
                .add("CSeq", sequence + " " + method);
    }

    private Draft common(Sending sending, String method, String uri) {
        return new Draft(method + " " + uri + " SIP/2.0")
                .add("Via", wire.via(sending.from(), call.branch(sending.from())))
                .add("Max-Forwards", "70");
    }

    /** A CANCEL goes hop by hop with the branch and the number of its INVITE (RFC 3261 9.1). */
    private Draft cancel(Sending sending) {
        SentRequest invite = newest(sending, "INVITE")
                .orElseThrow(() -> new IllegalArgumentException("there is no INVITE to cancel between these two"));
        Optional<SentRequest> repeated = newest(sending, "CANCEL")
                .filter(SentRequest::isOpen)
                .filter(cancel -> sequence(cancel.draft()) == sequence(invite.draft()))
                .filter(isRepeatedBy(sending));
        if (repeated.isPresent()) {
            return repeated.get().draft();
        }
        Draft draft =
                likeInvite("CANCEL", invite.draft(), invite.draft().first("To").orElse(""));
        sending.additions().applyTo(draft);
        return sent(sending, "CANCEL", draft, Optional.empty(), Optional.empty());
    }

    /** A request that stays within the transaction of an INVITE on one hop. */
    static Draft likeInvite(String method, Draft invite, String to) {
        String uri = invite.startLine().split(" ", 3)[1];
        return new Draft(method + " " + uri + " SIP/2.0")
                .add("Via", invite.first("Via").orElse(""))
                .add("Max-Forwards", "70")
                .addAll("Route", invite.all("Route"))
                .add("From", invite.first("From").orElse(""))
                .add("To", to)
                .add("Call-ID", invite.first("Call-ID").orElse(""))
                .add("CSeq", sequence(invite) + " " + method);
    }

    static long sequence(Draft draft) {
        String number = draft.first("CSeq").orElse("0").split("\\s", 2)[0];
        return number.matches("\\d{1,18}") ? Long.parseLong(number) : 0;
    }

    private Optional<SessionSpec> offer(Sending sending, String method) {
        return method.equals("INVITE")
                ? call.sessions().lastOf(sending.from()).or(() -> Optional.of(SessionSpec.DEFAULT))
                : Optional.empty();
    }

    private Optional<SessionSpec> describe(Draft draft, Sending sending, Optional<SessionSpec> usual) {
        String host = wire.parties().endpoint(sending.from()).host();
        return call.sessions().describe(draft, sending, host, usual, true);
    }

    private Draft sent(
            Sending sending,
            String method,
            Draft draft,
            Optional<SentRequest> received,
            Optional<SessionSpec> session) {
        call.requests()
                .add(new SentRequest(
                        method, sending.from(), sending.to(), draft, sending.additions(), received, session));
        return draft;
    }
}
