package org.callcause.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A request that a party sent to another, with what came back on this hop. */
final class SentRequest {

    private final String method;
    private final String from;
    private final String to;
    private final Draft draft;
    private final Additions additions;
    private final Optional<SentRequest> received;
    private final Optional<SessionSpec> session;
    private final List<SentRequest> forwarded = new ArrayList<>(1);
    private final List<SentResponse> responses = new ArrayList<>(3);

    SentRequest(
            String method,
            String from,
            String to,
            Draft draft,
            Additions additions,
            Optional<SentRequest> received,
            Optional<SessionSpec> session) {
        this.method = method;
        this.from = from;
        this.to = to;
        this.draft = draft;
        this.additions = additions;
        this.received = received;
        this.session = session;
        received.ifPresent(before -> before.forwarded.add(this));
    }

    String method() {
        return method;
    }

    boolean isOf(String wanted) {
        return method.equals(wanted);
    }

    String from() {
        return from;
    }

    String to() {
        return to;
    }

    boolean connects(String sender, String receiver) {
        return from.equals(sender) && to.equals(receiver);
    }

    Draft draft() {
        return draft;
    }

    Additions additions() {
        return additions;
    }

    /** The request as it came to the party that sent this one on; absent where it began. */
    Optional<SentRequest> received() {
        return received;
    }

    /** The request where it began. */
    SentRequest root() {
        return received.map(SentRequest::root).orElse(this);
    }

    /** What the request offers, or the request that it forwards. */
    Optional<SessionSpec> session() {
        return session;
    }

    List<SentRequest> forwarded() {
        return forwarded;
    }

    boolean wentOnTo(String party) {
        return forwarded.stream().anyMatch(next -> next.to.equals(party));
    }

    List<SentResponse> responses() {
        return responses;
    }

    boolean isOpen() {
        return finalResponse().isEmpty();
    }

    Optional<SentResponse> finalResponse() {
        return responses.stream().filter(response -> response.status() >= 200).reduce((earlier, later) -> later);
    }

    /** Whether the request stands outside any dialog. */
    boolean isInitial() {
        return Addresses.tag(draft.first("To").orElse("")).isEmpty();
    }
}
