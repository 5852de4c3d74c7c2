package org.callcause.testkit;

import java.util.Optional;

/** A response that a party sent back on one hop. */
final class SentResponse {

    private final SentRequest request;
    private final int status;
    private final Draft draft;
    private final Additions additions;
    private final Optional<SessionSpec> session;
    private boolean passedOn;
    private boolean acknowledged;

    SentResponse(SentRequest request, int status, Draft draft, Additions additions, Optional<SessionSpec> session) {
        this.request = request;
        this.status = status;
        this.draft = draft;
        this.additions = additions;
        this.session = session;
        request.responses().add(this);
    }

    SentRequest request() {
        return request;
    }

    int status() {
        return status;
    }

    boolean isSuccess() {
        return status / 100 == 2;
    }

    Draft draft() {
        return draft;
    }

    Additions additions() {
        return additions;
    }

    Optional<SessionSpec> session() {
        return session;
    }

    String toTag() {
        return Addresses.tag(draft.first("To").orElse(""));
    }

    boolean isReliable() {
        return draft.has("RSeq");
    }

    /** Whether the party that received it sent it on already. */
    boolean isPassedOn() {
        return passedOn;
    }

    void passOn() {
        passedOn = true;
    }

    /** It came again, and may be sent on again. */
    void repeat() {
        passedOn = false;
    }

    /** Whether an ACK or a PRACK answered it. */
    boolean isAcknowledged() {
        return acknowledged;
    }

    void acknowledge() {
        acknowledged = true;
    }
}
