package org.callcause.capture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.FailedConnection;
import org.callcause.dialog.MediaSighting;
import org.callcause.dialog.MediaSignal;
import org.callcause.dialog.RtpStream;
import org.callcause.dialog.TransportFailure;

/** What reading one input gives. */
record Reading(
        CaptureSummary summary,
        List<CapturedMessage> messages,
        List<TransportFailure> failures,
        List<MediaSighting> media,
        List<FailedConnection> connections) {

    static Reading of(byte[] input) {
        List<CapturedMessage> messages = new ArrayList<>();
        List<TransportFailure> failures = new ArrayList<>();
        List<MediaSighting> media = new ArrayList<>();
        List<FailedConnection> connections = new ArrayList<>();
        try {
            CaptureSummary summary = CaptureReader.create()
                    .read("input", new ByteArrayInputStream(input), new CaptureListener() {
                        @Override
                        public void message(CapturedMessage message) {
                            messages.add(message);
                        }

                        @Override
                        public void undelivered(TransportFailure failure) {
                            failures.add(failure);
                        }

                        @Override
                        public void rtp(MediaSighting seen) {
                            media.add(seen);
                        }

                        @Override
                        public void failed(FailedConnection connection) {
                            connections.add(connection);
                        }
                    });
            return new Reading(summary, messages, failures, media, connections);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reading of(String text) {
        return of(Octets.text(text));
    }

    /** Reads frames of one link type from a pcap file. */
    static Reading ofFrames(int linkType, byte[]... frames) {
        return of(CaptureFiles.pcap(linkType, frames));
    }

    List<RtpStream> rtp() {
        return only(RtpStream.class);
    }

    List<MediaSignal> signals() {
        return only(MediaSignal.class);
    }

    private <T> List<T> only(Class<T> type) {
        return media.stream().filter(type::isInstance).map(type::cast).toList();
    }

    CapturedMessage only() {
        if (messages.size() != 1) {
            throw new AssertionError("expected one message, got " + messages);
        }
        return messages.get(0);
    }

    List<String> callIds() {
        return messages.stream()
                .map(message -> message.message().callId().orElse("none"))
                .toList();
    }

    /** What was told of messages that were not delivered: the message, who says so, and what. */
    List<String> undelivered() {
        return failures.stream()
                .map(failure -> failure.message().callId().orElse("none") + " "
                        + failure.message().sequenceMethod() + ", "
                        + failure.reporter().map(Endpoint::toString).orElse("its sender") + ": "
                        + failure.words() + " (" + failure.kind().word() + ")")
                .toList();
    }

    List<String> texts() {
        return messages.stream().map(message -> message.message().text()).toList();
    }

    /** The connections that failed: how often, who to whom, how, by whom, how far. */
    List<String> failedConnections() {
        return summary.failedConnections().stream()
                .map(failure -> failure.count() + " " + failure.client()
                        + (failure.clients() > 1 ? " and " + (failure.clients() - 1) + " more" : "") + " -> "
                        + failure.server() + " " + failure.kind().word()
                        + failure.alert().map(alert -> " " + alert.number()).orElse("")
                        + (failure.endedBy().isKnown() ? " by " + failure.endedBy() : "")
                        + failure.handshake()
                                .map(handshake ->
                                        " after " + handshake.reached().word())
                                .orElse("")
                        + (failure.words().isEmpty() ? "" : ": " + failure.words()))
                .toList();
    }

    /** What was lost, as its sentences. */
    List<String> losses() {
        return summary.undecoded().stream().map(Undecoded::toString).toList();
    }
}
