package org.callcause.message;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Call-ID, CSeq, tags and top branch of a message, by their fingerprints. They are asked of every message and compared with
 * those of others, often when the bytes have long left the processor's cache, so they are read once, without an address
 * object or a string. Whatever is out of the ordinary (folds, quotes among the parameters, open brackets) is left to the
 * full readers, so that the answers are always theirs.
 *
 * <p>Two tags with one fingerprint of 64 bits are taken for the same. Who could choose such a pair could as well send the
 * same tag.
 */
final class DialogKeys {

    /** What makes a branch unique (RFC 3261 8.1.1.7). */
    private static final String COOKIE = "z9hG4bK";

    private static final long COOKIE_BYTES = Words.head(COOKIE);

    /** Stands for the method of a CSeq that is absent or unreadable. */
    private static final Method UNKNOWN = Method.of("unknown");

    private static final long LARGEST_NUMBER = 0xFFFF_FFFFL;

    private final long sequence;
    private final Method method;
    private final long callIdFingerprint;
    private final long branchFingerprint;
    private final long fromTagFingerprint;
    private final long toTagFingerprint;
    private final boolean cookie;
    private final @Nullable SpelledOutKeys spelledOut;

    private DialogKeys(byte[] bytes, long sequence, Method method, long callId, long branch, long fromTag, long toTag) {
        this.sequence = sequence;
        this.method = method;
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
        this.callIdFingerprint = Fingerprint.of(keys.callId());
        this.branchFingerprint = Fingerprint.of(keys.branch());
        this.fromTagFingerprint = Fingerprint.of(keys.fromTag());
        this.toTagFingerprint = Fingerprint.of(keys.toTag());
        byte[] spelled = keys.branch().getBytes(StandardCharsets.UTF_8);
        this.cookie = hasCookie(spelled, 0, spelled.length);
        this.spelledOut = keys;
    }

    private static boolean hasCookie(byte[] bytes, int from, int to) {
        return to - from > COOKIE.length() && Words.head(bytes, from, from + COOKIE.length()) == COOKIE_BYTES;
    }

    /**
     * Finds the keys of a message.
     *
     * @param firstLines the first line of each header that there is, by the id of its name
     */
    static DialogKeys of(MessageIndex index, int[] firstLines) {
        int callIdLine = line(index, firstLines, HeaderName.CALL_ID);
        int cseqLine = line(index, firstLines, HeaderName.CSEQ);
        int viaLine = line(index, firstLines, HeaderName.VIA);
        int fromLine = line(index, firstLines, HeaderName.FROM);
        int toLine = line(index, firstLines, HeaderName.TO);
        long digits = cseqLine < 0 ? Range.ABSENT : digits(index, cseqLine);
        long number = number(index.bytes, digits);
        Method read = number < 0 ? null : method(index, cseqLine, Range.to(digits));
        Method method = read == null ? UNKNOWN : read;
        long sequence = read == null ? -1 : number;
        long callId = wholeValue(index, callIdLine);
        long branch = parameter(KeyParameter.BRANCH, index, viaLine);
        long fromTag = parameter(KeyParameter.TAG, index, fromLine);
        long toTag = parameter(KeyParameter.TAG, index, toLine);
        if (callId != Range.UNUSUAL && branch != Range.UNUSUAL && fromTag != Range.UNUSUAL && toTag != Range.UNUSUAL) {
            return new DialogKeys(index.bytes, sequence, method, callId, branch, fromTag, toTag);
        }
        SpelledOutKeys spelledOut = new SpelledOutKeys(
                callIdLine < 0 ? "" : index.value(callIdLine),
                index.topVia().flatMap(Via::branch).orElse(""),
                spelledOutTag(index, fromLine),
                spelledOutTag(index, toLine));
        return new DialogKeys(sequence, method, spelledOut);
    }

    private static int line(MessageIndex index, int[] firstLines, HeaderName name) {
        return index.has(name) ? firstLines[name.id()] : -1;
    }

    private static String spelledOutTag(MessageIndex index, int line) {
        return line < 0 ? "" : NameAddress.parse(index.value(line)).tag().orElse("");
    }

    private static long wholeValue(MessageIndex index, int line) {
        if (line < 0) {
            return Range.ABSENT;
        }
        int end = index.valueEnd(line);
        return index.isFolded(line) ? Range.UNUSUAL : Range.of(index.valueStart(line, end), end);
    }

    private static long parameter(KeyParameter parameter, MessageIndex index, int line) {
        return line < 0 ? Range.ABSENT : parameter.in(index, line);
    }

    private static long digits(MessageIndex index, int line) {
        int end = index.valueEnd(line);
        int from = index.valueStart(line, end);
        return Range.of(from, AsciiSearch.endOfDigits(index.bytes, from, end));
    }

    /** The number of these digits; -1 where there are none, or it has more than 32 bits. */
    private static long number(byte[] bytes, long digits) {
        long number = Range.isEmpty(digits) ? -1 : 0;
        for (int i = Range.from(digits); i < Range.to(digits) && number <= LARGEST_NUMBER; i++) {
            number = number * 10 + (bytes[i] - '0');
        }
        return number > LARGEST_NUMBER ? -1 : number;
    }

    /** The method that stands behind the digits of a CSeq, or null. */
    private static @Nullable Method method(MessageIndex index, int line, int digitsEnd) {
        byte[] bytes = index.bytes;
        int end = index.valueEnd(line);
        int from = digitsEnd;
        while (from < end && bytes[from] >= 0 && bytes[from] <= ' ') {
            from++;
        }
        int to = StartLine.endOfToken(bytes, from, end);
        return from < to ? Method.of(bytes, from, to) : null;
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

    /** Found again: few ask for a key as text. */
    Optional<String> callId(MessageIndex index) {
        return spelledOut == null
                ? text(index, wholeValue(index, index.find(HeaderName.CALL_ID, 0)))
                : spelledOut(spelledOut.callId());
    }

    Optional<String> branch(MessageIndex index) {
        return spelledOut == null
                ? text(index, parameter(KeyParameter.BRANCH, index, index.find(HeaderName.VIA, 0)))
                : spelledOut(spelledOut.branch());
    }

    Optional<String> fromTag(MessageIndex index) {
        return spelledOut == null ? tag(index, HeaderName.FROM) : spelledOut(spelledOut.fromTag());
    }

    Optional<String> toTag(MessageIndex index) {
        return spelledOut == null ? tag(index, HeaderName.TO) : spelledOut(spelledOut.toTag());
    }

    private static Optional<String> tag(MessageIndex index, HeaderName name) {
        return text(index, parameter(KeyParameter.TAG, index, index.find(name, 0)));
    }

    private static Optional<String> text(MessageIndex index, long range) {
        return Range.isEmpty(range)
                ? Optional.empty()
                : Optional.of(Lexical.text(index.bytes, Range.from(range), Range.to(range)));
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

    long callIdFingerprint() {
        return callIdFingerprint;
    }

    CallId callIdKey(MessageIndex index) {
        if (spelledOut == null) {
            long range = wholeValue(index, index.find(HeaderName.CALL_ID, 0));
            return new CallId(index.bytes, Range.from(range), Range.to(range), callIdFingerprint);
        }
        byte[] bytes = spelledOut.callId().getBytes(StandardCharsets.UTF_8);
        return new CallId(bytes, 0, bytes.length, callIdFingerprint);
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
