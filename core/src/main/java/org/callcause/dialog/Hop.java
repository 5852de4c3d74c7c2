package org.callcause.dialog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of a transaction's path: the request from one endpoint to the next and the responses that came back. A
 * request that a capture shows before and behind a proxy is one transaction on two hops.
 */
public final class Hop {

    private static final int UNKNOWN = -1;

    private final int number;
    private final boolean invite;
    private final CapturedMessage first;
    private final Endpoint from;
    private final Endpoint to;
    private int depth = UNKNOWN;
    private final List<TrackedMessage> messages = new ArrayList<>(4);
    private @Nullable TrackedMessage request;
    private @Nullable TrackedMessage finalResponse;
    private @Nullable TrackedMessage acknowledgement;
    private final List<TrackedMessage> responses = new ArrayList<>(4);
    private int requestRetransmissions;
    private int finalResponseRetransmissions;

    Hop(int number, boolean invite, CapturedMessage first, Endpoint from, Endpoint to) {
        this.number = number;
        this.invite = invite;
        this.first = first;
        this.from = from;
        this.to = to;
    }

    /** The number within the transaction, from 1 in order of first appearance. */
    public int number() {
        return number;
    }

    /** Who sent the request on this hop. */
    public Endpoint from() {
        return from;
    }

    /** Who the request was sent to on this hop. */
    public Endpoint to() {
        return to;
    }

    /** What carried the request. */
    public Transport transport() {
        return first.transport();
    }

    /** How many Via header values the messages carry here: fewer means nearer the client that began. */
    public int depth() {
        if (depth == UNKNOWN) {
            // Few calls are seen on more than one hop, and only then somebody asks.
            depth = first.message().vias().size();
        }
        return depth;
    }

    /** All messages of the hop in the order of capture, repeated ones included. */
    public List<TrackedMessage> messages() {
        return Collections.unmodifiableList(messages);
    }

    /** The request as first seen here; absent when the capture began later. */
    public Optional<TrackedMessage> request() {
        return Optional.ofNullable(request);
    }

    /** The responses seen here for the first time, in order. */
    public List<TrackedMessage> responses() {
        return Collections.unmodifiableList(responses);
    }

    /** The response that ended the hop: the first 2xx, or else the first final response. */
    public Optional<TrackedMessage> finalResponse() {
        return Optional.ofNullable(finalResponse);
    }

    /** The status code of {@link #finalResponse()}, 0 without one. */
    public int finalStatus() {
        return finalResponse == null ? 0 : finalResponse.status();
    }

    /** The ACK of a final response that was not a 2xx. */
    public Optional<TrackedMessage> acknowledgement() {
        return Optional.ofNullable(acknowledgement);
    }

    /** How often the request was sent again. */
    public int requestRetransmissions() {
        return requestRetransmissions;
    }

    /** How often the final response was sent again. */
    public int finalResponseRetransmissions() {
        return finalResponseRetransmissions;
    }

    /** How far the transaction came here. */
    public TransactionState state() {
        if (finalResponse == null) {
            return responses.isEmpty() ? TransactionState.TRYING : TransactionState.PROCEEDING;
        }
        if (invite && isSuccess(finalResponse)) {
            return TransactionState.ACCEPTED;
        }
        return acknowledgement == null ? TransactionState.COMPLETED : TransactionState.CONFIRMED;
    }

    /** Whether the other hop begins at the host where this one ends. */
    boolean leadsTo(Hop other) {
        return to.isKnown() && !equals(other) && to.host().equals(other.from.host());
    }

    /** Whether the messages of both hops carry the same branch. */
    public boolean hasSameBranchAs(Hop other) {
        return first.message().hasSameBranch(other.first.message());
    }

    /** See {@link BranchKey}. */
    String branch() {
        return BranchKey.of(first.message());
    }

    boolean hasBranchOf(CapturedMessage captured) {
        return BranchKey.isSame(first.message(), captured.message());
    }

    boolean connects(Endpoint sender, Endpoint receiver) {
        return from.equals(sender) && to.equals(receiver);
    }

    TrackedMessage addRequest(CapturedMessage captured) {
        TrackedMessage tracked = keep(captured);
        if (request == null) {
            request = tracked;
        } else if (tracked.sighting() == Sighting.RETRANSMISSION) {
            requestRetransmissions++;
        }
        return tracked;
    }

    TrackedMessage addResponse(CapturedMessage captured) {
        TrackedMessage tracked = keep(captured);
        if (tracked.isFirst()) {
            responses.add(tracked);
        }
        if (tracked.status() >= 200) {
            addFinalResponse(tracked);
        }
        return tracked;
    }

    private void addFinalResponse(TrackedMessage tracked) {
        if (tracked.sighting() == Sighting.RETRANSMISSION) {
            finalResponseRetransmissions++;
        } else if (finalResponse == null || (isSuccess(tracked) && !isSuccess(finalResponse))) {
            finalResponse = tracked;
        }
    }

    TrackedMessage addAcknowledgement(CapturedMessage captured) {
        TrackedMessage tracked = keep(captured);
        if (acknowledgement == null) {
            acknowledgement = tracked;
        }
        return tracked;
    }

    private TrackedMessage keep(CapturedMessage captured) {
        TrackedMessage tracked = new TrackedMessage(captured, Repetition.sighting(messages, captured), number);
        messages.add(tracked);
        return tracked;
    }

    private static boolean isSuccess(TrackedMessage response) {
        return response.status() / 100 == 2;
    }
}
