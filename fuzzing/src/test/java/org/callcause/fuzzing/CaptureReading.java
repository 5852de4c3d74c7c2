package org.callcause.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callcause.CallStream;
import org.callcause.capture.CaptureListener;
import org.callcause.capture.CaptureReader;
import org.callcause.capture.CaptureSummary;
import org.callcause.capture.UnreadableCaptureException;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.MediaSighting;
import org.callcause.dialog.TransportFailure;

/** Reads input and checks what holds for any. */
final class CaptureReading {

    private CaptureReading() {}

    /** The messages of the input; none where it is refused. */
    static List<CapturedMessage> messages(byte[] input) {
        List<CapturedMessage> messages = new ArrayList<>();
        Optional<CaptureSummary> summary = read(new ByteArrayInputStream(input), messages);
        summary.ifPresent(read -> assertThat(read.messages()).isEqualTo(messages.size()));
        for (int i = 0; i < messages.size(); i++) {
            assertThat(messages.get(i).index()).isEqualTo(i + 1);
        }
        return messages;
    }

    /** Feeds a stream all that the input holds: messages, what is told of their delivery, and media. */
    static void feed(byte[] input, CallStream stream) {
        read(new ByteArrayInputStream(input), new CaptureListener() {
            @Override
            public void message(CapturedMessage message) {
                stream.add(message);
            }

            @Override
            public void undelivered(TransportFailure failure) {
                stream.undelivered(failure);
            }

            @Override
            public void rtp(MediaSighting seen) {
                stream.rtp(seen);
            }
        });
    }

    /** Checks that it does not matter in which pieces the input arrives. */
    static void assertPiecesDoNotMatter(byte[] input) {
        List<CapturedMessage> inPieces = new ArrayList<>();
        Optional<CaptureSummary> summary = read(new InPieces(input), inPieces);

        assertThat(inPieces)
                .map(Everything::of)
                .isEqualTo(messages(input).stream().map(Everything::of).toList());
        assertThat(summary.map(CaptureSummary::undecoded))
                .isEqualTo(
                        read(new ByteArrayInputStream(input), new ArrayList<>()).map(CaptureSummary::undecoded));
    }

    private static Optional<CaptureSummary> read(InputStream input, List<CapturedMessage> messages) {
        return read(input, (CaptureListener) messages::add);
    }

    private static Optional<CaptureSummary> read(InputStream input, CaptureListener listener) {
        try {
            return Optional.of(CaptureReader.create().read("input", input, listener));
        } catch (UnreadableCaptureException refused) {
            return Optional.empty();
        } catch (IOException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private static final class InPieces extends ByteArrayInputStream {

        private static final int LARGEST = 61;

        InPieces(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(length, LARGEST));
        }
    }
}
