package org.callcause.capture.packet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.callcause.capture.source.Loss;
import org.callcause.capture.source.Losses;
import org.callcause.capture.source.Network;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;

/** SIP over WebSocket (RFC 7118): each message is one WebSocket message, text or binary. */
final class WebSocketStream implements StreamContent {

    private static final int FINAL = 0x80;
    private static final int RESERVED = 0x70;
    private static final int COMPRESSED = 0x40;
    private static final int OPCODE = 0x0F;
    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int LAST_CONTROL = 10;
    private static final int MASKED = 0x80;

    private static final int MAX_HANDSHAKE = 1 << 15;
    private static final int SAMPLE = 64;

    private final SipPayloads payloads;
    private final Losses losses;
    private final Endpoint from;
    private final Endpoint to;
    private final int serverPort;
    private boolean open;
    private boolean over;
    private byte[] message = new byte[2048];
    private int messageLength;

    WebSocketStream(
            SipPayloads payloads, Losses losses, Endpoint from, Endpoint to, int serverPort, boolean handshakeFollows) {
        this.payloads = payloads;
        this.losses = losses;
        this.from = from;
        this.to = to;
        this.serverPort = serverPort;
        this.open = !handshakeFollows;
    }

    /** Whether a segment is an HTTP message that opens a WebSocket for SIP (RFC 7118 section 4.1). */
    static boolean isHandshake(byte[] bytes, int offset, int end) {
        boolean http = startsWith(bytes, offset, end, "GET ") || startsWith(bytes, offset, end, "HTTP/1.1 101");
        if (!http) {
            return false;
        }
        String header = new String(bytes, offset, Math.min(end - offset, MAX_HANDSHAKE), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        int protocol = header.indexOf("\nsec-websocket-protocol:");
        if (protocol < 0) {
            return false;
        }
        int lineEnd = header.indexOf('\n', protocol + 1);
        return header.substring(protocol, lineEnd < 0 ? header.length() : lineEnd)
                .contains("sip");
    }

    private static boolean startsWith(byte[] bytes, int offset, int end, String start) {
        if (end - offset < start.length()) {
            return false;
        }
        for (int i = 0; i < start.length(); i++) {
            if (bytes[offset + i] != start.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a segment begins with a frame that holds SIP, for a capture that begins after the handshake. */
    static boolean isSipFrame(byte[] bytes, int offset, int end) {
        if (end - offset < 20) {
            return false;
        }
        int first = Network.unsigned8(bytes, offset);
        if (first != (FINAL | TEXT) && first != (FINAL | BINARY)) {
            return false;
        }
        int header = headerLength(bytes, offset);
        int start = offset + header;
        if (end - start < 12 || payloadLength(bytes, offset) < 12) {
            return false;
        }
        byte[] sample = new byte[Math.min(end - start, SAMPLE)];
        unmask(bytes, offset, start, sample.length, sample, 0);
        int begin = SipStart.skipLineEnds(sample, 0, sample.length);
        return switch (SipStart.judge(sample, begin, sample.length)) {
            case SIP -> true;
            case UNDECIDED -> hasSipScheme(sample, begin);
            case NOT_SIP -> false;
        };
    }

    private static boolean hasSipScheme(byte[] sample, int offset) {
        for (int i = offset; i + 4 < sample.length; i++) {
            if (sample[i] == ' '
                    && (sample[i + 1] | 0x20) == 's'
                    && (sample[i + 2] | 0x20) == 'i'
                    && (sample[i + 3] | 0x20) == 'p') {
                return true;
            }
        }
        return false;
    }

    @Override
    public int consume(long nanos, byte[] bytes, int offset, int end) {
        int at = offset;
        if (!open) {
            int body = endOfHandshake(bytes, offset, end);
            if (body < 0) {
                over = end - offset > MAX_HANDSHAKE;
                return offset;
            }
            open = true;
            at = body;
        }
        while (end - at >= 2 && !over) {
            int header = headerLength(bytes, at);
            if (end - at < header) {
                break;
            }
            long length = payloadLength(bytes, at);
            if (length < 0 || length > MAX_UNCONSUMED - 14) {
                over = true;
                break;
            }
            if (end - at - header < length) {
                break;
            }
            frame(nanos, bytes, at, at + header, (int) length);
            at += header + (int) length;
        }
        return over ? end : at;
    }

    private static int endOfHandshake(byte[] bytes, int offset, int end) {
        for (int at = offset; at + 3 < end; at++) {
            if (bytes[at] == '\r' && bytes[at + 1] == '\n' && bytes[at + 2] == '\r' && bytes[at + 3] == '\n') {
                return at + 4;
            }
        }
        return -1;
    }

    private void frame(long nanos, byte[] bytes, int frame, int payload, int length) {
        int first = Network.unsigned8(bytes, frame);
        int opcode = first & OPCODE;
        if (opcode >= CLOSE) {
            over = opcode == CLOSE || opcode > LAST_CONTROL;
            return;
        }
        if (opcode > BINARY || (first & RESERVED & ~COMPRESSED) != 0) {
            over = true;
            return;
        }
        if ((first & COMPRESSED) != 0) {
            losses.count(Loss.COMPRESSED_WEBSOCKET, serverPort, 1);
            return;
        }
        if (opcode != CONTINUATION) {
            messageLength = 0;
        }
        if (messageLength + length > MAX_UNCONSUMED) {
            over = true;
            return;
        }
        if (messageLength + length > message.length) {
            message = Arrays.copyOf(message, Math.max(messageLength + length, 2 * message.length));
        }
        unmask(bytes, frame, payload, length, message, messageLength);
        messageLength += length;
        if ((first & FINAL) != 0) {
            int start = SipStart.skipLineEnds(message, 0, messageLength);
            if (SipStart.judge(message, start, messageLength) == SipStart.Verdict.SIP) {
                payloads.message(nanos, from, to, Transport.WS, message, start, messageLength);
            }
            messageLength = 0;
        }
    }

    private static int headerLength(byte[] bytes, int frame) {
        int length = bytes[frame + 1] & 0x7F;
        int extended = length == 126 ? 2 : length == 127 ? 8 : 0;
        return 2 + extended + ((bytes[frame + 1] & MASKED) != 0 ? 4 : 0);
    }

    private static long payloadLength(byte[] bytes, int frame) {
        int length = bytes[frame + 1] & 0x7F;
        return switch (length) {
            case 126 -> Network.unsigned16(bytes, frame + 2);
            case 127 -> Network.signed64(bytes, frame + 2);
            default -> length;
        };
    }

    private static void unmask(byte[] bytes, int frame, int payload, int length, byte[] target, int targetOffset) {
        System.arraycopy(bytes, payload, target, targetOffset, length);
        if ((bytes[frame + 1] & MASKED) != 0) {
            for (int i = 0; i < length; i++) {
                target[targetOffset + i] ^= bytes[payload - 4 + (i & 3)];
            }
        }
    }

    @Override
    public void interrupted(long nanos, byte[] bytes, int offset, int end) {
        // Frames cannot be found again in the middle; the next segment that begins with one starts a new stream.
        over = true;
    }

    @Override
    public boolean isOver() {
        return over;
    }
}
