package org.callcause.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Call-ID, CSeq, tags and top branch of a message: where they stand, and what they are by their fingerprints. They are asked
 * of every message and compared with those of others, often when the bytes have long left the processor's cache, so they
 * are found once, without an address object or a string. Whatever is out of the ordinary (folds, quotes among the
 * parameters, open brackets) is left to the full readers, so that the answers are always theirs.
 *
 * <p>Two tags with one fingerprint of 64 bits are taken for the same. Who could choose such a pair could as well send the
 * same tag.
 */
final class DialogKeys {

    private static final byte[] TAG = {'t', 'a', 'g'};
    private static final byte[] BRANCH = {'b', 'r', 'a', 'n', 'c', 'h'};

    /** What makes a branch unique (RFC 3261 8.1.1.7). */
    private static final byte[] COOKIE = {'z', '9', 'h', 'G', '4', 'b', 'K'};

    /** Stands for the method of a CSeq that is absent or unreadable. */
    private static final Method UNKNOWN = Method.of("unknown");

    private final long sequence;
    private final Method method;
    private final int callId;
    private final int branch;
    private final int fromTag;
    private final int toTag;
    private final long callIdFingerprint;
    private final long branchFingerprint;
    private final long fromTagFingerprint;
    private final long toTagFingerprint;
    private final boolean cookie;
    private final @Nullable SpelledOutKeys spelledOut;

    private DialogKeys(
            MessageIndex index, long sequence, Method method, long callId, long branch, long fromTag, long toTag) {
        byte[] bytes = index.bytes;
        int start = index.start;
        this.sequence = sequence;
        this.method = method;
        this.callId = Piece.of(callId, start);
        this.branch = Piece.of(branch, start);
        this.fromTag = Piece.of(fromTag, start);
        this.toTag = Piece.of(toTag, start);
        this.callIdFingerprint = Fingerprint.of(bytes, Range.from(callId), Range.to(callId));
        this.branchFingerprint = Fingerprint.of(bytes, Range.from(branch), Range.to(branch));
        this.fromTagFingerprint = Fingerprint.of(bytes, Range.from(fromTag), Range.to(fromTag));
        this.toTagFingerprint = Fingerprint.of(bytes, Range.from(toTag), Range.to(toTag));
        this.cookie = hasCookie(bytes, Range.from(branch), Range.to(branch));
        this.spelledOut = null;
    }

    private DialogKeys(long sequence, Method method, SpelledOutKeys keys) {
        this.sequence = sequence;
        this.method = method;
        this.callId = Piece.ABSENT;
        this.branch = Piece.ABSENT;
        this.fromTag = Piece.ABSENT;
        this.toTag = Piece.ABSENT;
        this.callIdFingerprint = Fingerprint.of(keys.callId());
        this.branchFingerprint = Fingerprint.of(keys.branch());
        this.fromTagFingerprint = Fingerprint.of(keys.fromTag());
        this.toTagFingerprint = Fingerprint.of(keys.toTag());
        byte[] spelled = keys.branch().getBytes(StandardCharsets.UTF_8);
        this.cookie = hasCookie(spelled, 0, spelled.length);
        this.spelledOut = keys;
    }

    private static boolean hasCookie(byte[] bytes, int from, int to) {
        return to - from > COOKIE.length && Arrays.equals(bytes, from, from + COOKIE.length, COOKIE, 0, COOKIE.length);
    }

    /** Finds the keys of a message. */
    static DialogKeys of(MessageIndex index) {
        int callIdLine = -1;
        int cseqLine = -1;
        int viaLine = -1;
        int fromLine = -1;
        int toLine = -1;
        for (int line = index.lineCount() - 1; line >= 0; line--) {
            int id = index.id(line);
            if (id == HeaderName.CALL_ID.id()) {
                callIdLine = line;
            } else if (id == HeaderName.CSEQ.id()) {
                cseqLine = line;
            } else if (id == HeaderName.VIA.id()) {
                viaLine = line;
            } else if (id == HeaderName.FROM.id()) {
                fromLine = line;
            } else if (id == HeaderName.TO.id()) {
                toLine = line;
            }
        }
        Method read = cseqLine < 0 ? null : method(index, cseqLine);
        Method method = read == null ? UNKNOWN : read;
        long sequence = read == null ? -1 : sequence(index, cseqLine);
        long callId = callIdLine < 0 ? Range.ABSENT : callId(index, callIdLine);
        long branch = viaLine < 0 ? Range.ABSENT : branch(index, viaLine);
        long fromTag = fromLine < 0 ? Range.ABSENT : tag(index, fromLine);
        long toTag = toLine < 0 ? Range.ABSENT : tag(index, toLine);
        if (Piece.fits(callId) && Piece.fits(branch) && Piece.fits(fromTag) && Piece.fits(toTag)) {
            return new DialogKeys(index, sequence, method, callId, branch, fromTag, toTag);
        }
        SpelledOutKeys spelledOut = new SpelledOutKeys(
                callIdLine < 0 ? "" : index.value(callIdLine),
                index.topVia().flatMap(Via::branch).orElse(""),
                spelledOutTag(index, fromLine),
                spelledOutTag(index, toLine));
        return new DialogKeys(sequence, method, spelledOut);
    }

    private static String spelledOutTag(MessageIndex index, int line) {
        return line < 0 ? "" : NameAddress.parse(index.value(line)).tag().orElse("");
    }

    private static long callId(MessageIndex index, int line) {
        int end = index.valueEnd(line);
        return index.isFolded(line) ? Range.UNUSUAL : Range.of(index.valueStart(line, end), end);
    }

    /** The method behind the number, or null where either is missing or the number has more than 32 bits. */
    private static @Nullable Method method(MessageIndex index, int line) {
        byte[] bytes = index.bytes;
        int end = index.valueEnd(line);
        int number = index.valueStart(line, end);
        int numberEnd = AsciiSearch.endOfDigits(bytes, number, end);
        int from = numberEnd;
        while (from < end && bytes[from] >= 0 && bytes[from] <= ' ') {
            from++;
        }
        int to = StartLine.endOfToken(bytes, from, end);
        boolean readable = numberEnd > number && to > from && number(bytes, number, numberEnd) <= 0xFFFF_FFFFL;
        return readable ? Method.of(bytes, from, to) : null;
    }

    private static long sequence(MessageIndex index, int line) {
        int end = index.valueEnd(line);
        int from = index.valueStart(line, end);
        return number(index.bytes, from, AsciiSearch.endOfDigits(index.bytes, from, end));
    }

    /** The number; any that is too large is larger than 32 bits. */
    private static long number(byte[] bytes, int from, int to) {
        long number = 0;
        for (int i = from; i < to && number <= 0xFFFF_FFFFL; i++) {
            number = number * 10 + (bytes[i] - '0');
        }
        return number;
    }

    private static long tag(MessageIndex index, int line) {
        if (index.isFolded(line)) {
            return Range.UNUSUAL;
        }
        int end = index.valueEnd(line);
        int parameters = KeyParameters.endOfAddress(index.bytes, index.valueStart(line, end), end);
        return parameters < 0 ? Range.UNUSUAL : KeyParameters.value(index.bytes, parameters, end, false, TAG);
    }

    private static long branch(MessageIndex index, int line) {
        if (index.isFolded(line)) {
            return Range.UNUSUAL;
        }
        int end = index.valueEnd(line);
        int parameters = KeyParameters.endOfSentBy(index.bytes, index.valueStart(line, end), end);
        return parameters < 0 ? Range.UNUSUAL : KeyParameters.value(index.bytes, parameters, end, true, BRANCH);
    }

    /** The number of the CSeq, -1 where it is absent or unreadable. */
    long sequence() {
        return sequence;
    }

    Method method() {
        return method;
    }

    Optional<CSeq> cseq() {
        return sequence < 0 ? Optional.empty() : Optional.of(new CSeq(sequence, method));
    }

    Optional<String> callId(MessageIndex index) {
        return spelledOut == null ? text(index, callId) : spelledOut(spelledOut.callId());
    }

    Optional<String> branch(MessageIndex index) {
        return spelledOut == null ? text(index, branch) : spelledOut(spelledOut.branch());
    }

    Optional<String> fromTag(MessageIndex index) {
        return spelledOut == null ? text(index, fromTag) : spelledOut(spelledOut.fromTag());
    }

    Optional<String> toTag(MessageIndex index) {
        return spelledOut == null ? text(index, toTag) : spelledOut(spelledOut.toTag());
    }

    private static Optional<String> text(MessageIndex index, int piece) {
        return piece == Piece.ABSENT
                ? Optional.empty()
                : Optional.of(new String(
                        index.bytes, index.start + Piece.from(piece), Piece.length(piece), StandardCharsets.UTF_8));
    }

    private static Optional<String> spelledOut(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    boolean hasFromTag() {
        return fromTagFingerprint != Fingerprint.NONE;
    }

    boolean hasToTag() {
        return toTagFingerprint != Fingerprint.NONE;
    }

    /** Whether the branch begins with the cookie of RFC 3261 8.1.1.7, and is more than that. */
    boolean hasBranchCookie() {
        return cookie;
    }

    CallId callIdKey(MessageIndex index) {
        if (spelledOut != null) {
            byte[] bytes = spelledOut.callId().getBytes(StandardCharsets.UTF_8);
            return new CallId(bytes, 0, bytes.length, callIdFingerprint);
        }
        int from = index.start + Piece.from(callId);
        return new CallId(index.bytes, from, from + Piece.length(callId), callIdFingerprint);
    }

    boolean hasSameBranch(DialogKeys other) {
        return branchFingerprint == other.branchFingerprint;
    }

    boolean hasSameFromTag(DialogKeys other) {
        return fromTagFingerprint == other.fromTagFingerprint;
    }

    boolean hasSameToTag(DialogKeys other) {
        return toTagFingerprint == other.toTagFingerprint;
    }

    boolean isFromTagToTagOf(DialogKeys other) {
        return fromTagFingerprint == other.toTagFingerprint;
    }
}
