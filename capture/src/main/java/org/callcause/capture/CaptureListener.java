package org.callcause.capture;

import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.FailedConnection;
import org.callcause.dialog.MediaSighting;
import org.callcause.dialog.TransportFailure;

/** Takes what an input holds, in the order in which it is found. */
@FunctionalInterface
public interface CaptureListener {

    /** Takes a message. It has its own bytes and may be kept. */
    void message(CapturedMessage message);

    /** Takes what the input says of a message that could not be delivered, after that message. */
    default void undelivered(TransportFailure failure) {}

    /**
     * Takes what packets show of RTP and of the signals beside it, in parts of two seconds, each told at the latest with the
     * first packet after them.
     */
    default void rtp(MediaSighting seen) {}

    /**
     * Takes what packets show, or a log says, of a connection that failed before a message could be sent on it, as soon as
     * that is known. The summary has those that are equal together, and leaves out what a second attempt made good.
     */
    default void failed(FailedConnection connection) {}
}
