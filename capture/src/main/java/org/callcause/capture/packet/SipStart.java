package org.callcause.capture.packet;

import java.util.Arrays;

/** Tells by their first bytes whether bytes are SIP. Most packets of a capture are not, and this is all they cost. */
final class SipStart {

    /** The answer for bytes of a stream, which may end before it is clear. */
    enum Verdict {
        SIP,
        NOT_SIP,
        UNDECIDED
    }

    // "SUBSCRIBE" is 9 characters; extension methods are tokens of any length, this is generous.
    private static final int MAX_METHOD_LENGTH = 32;
    private static final int MAX_START_LINE_LENGTH = 4096;
    private static final byte[] VERSION = {'S', 'I', 'P', '/', '2', '.', '0'};

    private SipStart() {}

    /** The first byte after the line ends that may stand before a message (RFC 3261 7.5). */
    static int skipLineEnds(byte[] bytes, int offset, int end) {
        int at = offset;
        while (at < end && (bytes[at] == '\r' || bytes[at] == '\n')) {
            at++;
        }
        return at;
    }

    /** Whether a message that begins here is a response: a status line begins with the version (RFC 3261 7.2). */
    static boolean isResponse(byte[] bytes, int offset, int end) {
        int length = Math.min(VERSION.length, Math.max(0, end - offset));
        return length > 0 && Arrays.equals(bytes, offset, offset + length, VERSION, 0, length);
    }

    /** Whether a message begins here: a status line of SIP/2.0, or a request line that ends in SIP/2.0. */
    static Verdict judge(byte[] bytes, int offset, int end) {
        if (offset >= end) {
            return Verdict.UNDECIDED;
        }
        int first = bytes[offset] | 0x20;
        if (first < 'a' || first > 'z') {
            return Verdict.NOT_SIP;
        }
        int at = offset;
        int methodLimit = Math.min(end, offset + MAX_METHOD_LENGTH + 1);
        while (at < methodLimit && isToken(bytes[at])) {
            at++;
        }
        if (at == end) {
            return Verdict.UNDECIDED;
        }
        if (bytes[at] == '/' && at - offset == 3) {
            return judgeStatusLine(bytes, offset, end);
        }
        if (bytes[at] != ' ' || at - offset < 2) {
            return Verdict.NOT_SIP;
        }
        return judgeRequestLine(bytes, at + 1, end);
    }

    private static Verdict judgeStatusLine(byte[] bytes, int offset, int end) {
        for (int i = 0; i < VERSION.length; i++) {
            if (offset + i == end) {
                return Verdict.UNDECIDED;
            }
            // "sip/2.0" is wrong but meant (RFC 3261 7.1 makes the version case-insensitive).
            int letter = i < 3 ? bytes[offset + i] & ~0x20 : bytes[offset + i];
            if (letter != VERSION[i]) {
                return Verdict.NOT_SIP;
            }
        }
        int next = offset + VERSION.length;
        if (next == end) {
            return Verdict.UNDECIDED;
        }
        return bytes[next] == ' ' ? Verdict.SIP : Verdict.NOT_SIP;
    }

    private static Verdict judgeRequestLine(byte[] bytes, int from, int end) {
        int limit = Math.min(end, from + MAX_START_LINE_LENGTH);
        for (int at = from; at < limit; at++) {
            byte octet = bytes[at];
            if (octet == '\n' || octet == '\r') {
                return hasVersion(bytes, from, at) ? Verdict.SIP : Verdict.NOT_SIP;
            }
            if (octet >= 0 && octet < ' ' && octet != '\t') {
                return Verdict.NOT_SIP;
            }
        }
        return limit == end ? Verdict.UNDECIDED : Verdict.NOT_SIP;
    }

    /** Whether the line has " SIP/" in it: the version and what follows it may be malformed. */
    private static boolean hasVersion(byte[] bytes, int from, int lineEnd) {
        for (int at = lineEnd - 5; at >= from; at--) {
            if (bytes[at] == ' '
                    && (bytes[at + 1] | 0x20) == 's'
                    && (bytes[at + 2] | 0x20) == 'i'
                    && (bytes[at + 3] | 0x20) == 'p'
                    && bytes[at + 4] == '/') {
                return true;
            }
        }
        return false;
    }

    private static boolean isToken(byte octet) {
        return (octet >= 'A' && octet <= 'Z')
                || (octet >= 'a' && octet <= 'z')
                || (octet >= '0' && octet <= '9')
                || octet == '-'
                || octet == '_'
                || octet == '.'
                || octet == '!'
                || octet == '%'
                || octet == '*'
                || octet == '+'
                || octet == '`'
                || octet == '\''
                || octet == '~';
    }
}
