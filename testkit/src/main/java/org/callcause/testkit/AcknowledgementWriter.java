package org.callcause.testkit;

import java.util.List;
import java.util.Optional;
import org.callcause.testkit.Statement.Sending;
import org.callcause.testkit.Statement.Start;

/** Puts ACKs together: of a refusal hop by hop (RFC 3261 17.1.1.3), of a 2xx end to end (13.2.2.4). */
final class AcknowledgementWriter {

    private final ScriptCall call;
    private final Wire wire;

    AcknowledgementWriter(ScriptCall call, Wire wire) {
        this.call = call;
        this.wire = wire;
    }

    Draft write(Sending sending, Start.OfRequest start) {
        return ofRefusal(sending)
                .or(() -> sentOn(sending, start, false))
                .or(() -> ofSuccess(sending, start))
                .or(() -> sentOn(sending, start, true))
                .orElseThrow(() -> new IllegalArgumentException("there is no final response to acknowledge"));
    }

    private Optional<Draft> ofRefusal(Sending sending) {
        Optional<SentRequest> invite = call.latest("INVITE")
                .filter(request -> request.connects(sending.from(), sending.to()) && !request.isOpen())
                .findFirst();
        Optional<SentResponse> refusal =
                invite.flatMap(SentRequest::finalResponse).filter(response -> !response.isSuccess());
        return refusal.map(response -> {
            Draft draft = RequestWriter.likeInvite(
                    "ACK",
                    response.request().draft(),
                    response.draft().first("To").orElse(""));
            Optional<Draft> repeated = repeated(sending, draft);
            return repeated.orElseGet(() -> sent(sending, draft, Optional.empty()));
        });
    }

    /** The ACK of a 2xx that came before, sent on by a proxy that stays in the path. */
    private Optional<Draft> sentOn(Sending sending, Start.OfRequest start, boolean again) {
        Optional<SentRequest> received = ScriptCall.newestFirst(call.acknowledgements())
                .filter(ack -> ack.to().equals(sending.from()) && !ack.from().equals(sending.to()))
                .filter(this::isOfSuccess)
                .filter(ack -> ack.wentOnTo(sending.to()) == again)
                .findFirst();
        if (again) {
            return received.stream()
                    .flatMap(ack -> ack.forwarded().stream())
                    .filter(ack -> ack.to().equals(sending.to()))
                    .map(SentRequest::draft)
                    .findFirst();
        }
        return received.map(ack -> {
            Draft draft = ack.draft().copy();
            start.uri().ifPresent(uri -> draft.startLine("ACK " + uri + " SIP/2.0"));
            draft.push("Via", wire.via(sending.from(), call.branch(sending.from())));
            draft.set("Max-Forwards", String.valueOf(RequestWriter.maxForwards(ack) - 1));
            draft.first("Route")
                    .filter(route -> wire.isRouteOf(sending.from(), route))
                    .ifPresent(route -> draft.removeFirst("Route"));
            return sent(sending, draft, received);
        });
    }

    /** The ACK of a refusal has the Via of its INVITE. */
    private boolean isOfSuccess(SentRequest ack) {
        Optional<String> via = ack.draft().first("Via");
        return call.latest("INVITE")
                .noneMatch(invite -> invite.draft().first("Via").equals(via));
    }

    private Optional<Draft> ofSuccess(Sending sending, Start.OfRequest start) {
        Optional<SentRequest> invite = call.latest("INVITE")
                .filter(request -> request.from().equals(sending.from())
                        && request.received().isEmpty())
                .filter(request -> request.responses().stream().anyMatch(SentResponse::isSuccess))
                .findFirst();
        List<SentResponse> successes = invite.stream()
                .flatMap(request -> request.responses().stream())
                .filter(SentResponse::isSuccess)
                .toList();
        Optional<SentResponse> waiting =
                successes.stream().filter(response -> !isAcknowledged(response)).findFirst();
        Optional<SentResponse> last = ScriptCall.newestFirst(successes).findFirst();
        return waiting.or(() -> last).map(response -> ofSuccess(sending, start, response));
    }

    private boolean isAcknowledged(SentResponse response) {
        return call.acknowledgements().stream().anyMatch(ack -> acknowledges(ack, response));
    }

    private boolean acknowledges(SentRequest ack, SentResponse response) {
        return isOfSuccess(ack)
                && Addresses.tag(ack.draft().first("To").orElse("")).equals(response.toTag())
                && RequestWriter.sequence(ack.draft()) == RequestWriter.sequence(response.draft());
    }

    private Draft ofSuccess(Sending sending, Start.OfRequest start, SentResponse response) {
        Optional<SentRequest> before = ScriptCall.newestFirst(call.acknowledgements())
                .filter(ack -> ack.received().isEmpty() && acknowledges(ack, response))
                .filter(RequestWriter.isRepeatedBy(sending))
                .findFirst();
        if (before.isPresent()) {
            return before.get().draft();
        }
        Draft invite = response.request().draft();
        String from = invite.first("From").orElse("");
        Optional<InDialog> place = call.dialogBetween(Addresses.tag(from), response.toTag())
                .map(dialog -> new InDialog(dialog, !dialog.calleeTag().equals(Addresses.tag(from))));
        String uri = start.uri()
                .orElseGet(() -> place.map(known -> known.far().target())
                        .orElseGet(() ->
                                Addresses.uri(response.draft().first("Contact").orElse("<sip:unknown>"))));
        Draft draft = new Draft("ACK " + uri + " SIP/2.0")
                .add("Via", wire.via(sending.from(), call.branch(sending.from())))
                .add("Max-Forwards", "70")
                .addAll(
                        "Route",
                        place.map(known -> known.routes(wire, sending.to())).orElse(List.of()))
                .add("From", from)
                .add("To", response.draft().first("To").orElse(""))
                .add("Call-ID", invite.first("Call-ID").orElse(""))
                .add("CSeq", RequestWriter.sequence(invite) + " ACK")
                .addAll("Authorization", invite.all("Authorization"))
                .addAll("Proxy-Authorization", invite.all("Proxy-Authorization"));
        answerOffer(sending, response, draft);
        return sent(sending, draft, Optional.empty());
    }

    /** An offer in the 2xx is answered in the ACK (RFC 3261 13.2.1). */
    private void answerOffer(Sending sending, SentResponse response, Draft draft) {
        Additions additions = sending.additions();
        Optional<SessionSpec> offered = response.request().session().isPresent()
                ? Optional.empty()
                : response.session().map(SessionSpec::answer);
        Optional<SessionSpec> answer =
                additions.part(Additions.SESSION).map(SessionSpec::read).or(() -> offered);
        if (!additions.has(Additions.NO_SESSION)) {
            String host = wire.parties().endpoint(sending.from()).host();
            answer.ifPresent(spec -> call.sessions().describe(draft, sending.from(), host, spec, false));
        }
    }

    private Optional<Draft> repeated(Sending sending, Draft draft) {
        return ScriptCall.newestFirst(call.acknowledgements())
                .filter(ack -> ack.connects(sending.from(), sending.to()))
                .filter(ack -> ack.draft().first("Via").equals(draft.first("Via")))
                .filter(RequestWriter.isRepeatedBy(sending))
                .map(SentRequest::draft)
                .findFirst();
    }

    private Draft sent(Sending sending, Draft draft, Optional<SentRequest> received) {
        sending.additions().applyTo(draft);
        call.acknowledgements()
                .add(new SentRequest(
                        "ACK", sending.from(), sending.to(), draft, sending.additions(), received, Optional.empty()));
        return draft;
    }
}
