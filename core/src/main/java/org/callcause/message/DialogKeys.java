package org.callcause.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where Call-ID, CSeq, tags and top branch stand in a message. They are asked of every message and compared with those of
 * others, so they are found once, without an address object or a string. Whatever is out of the ordinary (folds, quotes
 * among the parameters, open brackets) is left to the full readers, so that the answers are always theirs.
 */
final class DialogKeys {

    private static final byte[] TAG = {'t', 'a', 'g'};
    private static final byte[] BRANCH = {'b', 'r', 'a', 'n', 'c', 'h'};

    /** Stands for the method of a CSeq that is absent or unreadable. */
    private static final Method UNKNOWN = Method.of("unknown");

    private final long sequence;
    private final Method method;
    private final long callId;
    private final long branch;
    private final long fromTag;
    private final long toTag;
    private final int callIdHash;
    private final byte @Nullable [] spelledOut;

    private DialogKeys(
            long sequence,
            Method method,
            long callId,
            long branch,
            long fromTag,
            long toTag,
            int callIdHash,
            byte @Nullable [] own) {
        this.sequence = sequence;
        this.method = method;
        this.callId = callId;
        this.branch = branch;
        this.fromTag = fromTag;
        this.toTag = toTag;
        this.callIdHash = callIdHash;
        this.spelledOut = own;
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
        if (callId == Range.UNUSUAL || branch == Range.UNUSUAL || fromTag == Range.UNUSUAL || toTag == Range.UNUSUAL) {
            return spelledOut(index, sequence, method, callIdLine, fromLine, toLine);
        }
        int start = index.start;
        return new DialogKeys(
                sequence,
                method,
                Range.relativeTo(callId, start),
                Range.relativeTo(branch, start),
                Range.relativeTo(fromTag, start),
                Range.relativeTo(toTag, start),
                Range.hash(index.bytes, callId),
                null);
    }

    /** The keys as the full readers give them, in bytes of their own. */
    private static DialogKeys spelledOut(
            MessageIndex index, long sequence, Method method, int callIdLine, int fromLine, int toLine) {
        byte[] callId = bytes(callIdLine < 0 ? "" : index.value(callIdLine));
        byte[] branch = bytes(index.topVia().flatMap(Via::branch).orElse(""));
        byte[] fromTag = bytes(spelledOutTag(index, fromLine));
        byte[] toTag = bytes(spelledOutTag(index, toLine));
        byte[] own = Arrays.copyOf(callId, callId.length + branch.length + fromTag.length + toTag.length);
        int branchEnd = append(own, callId.length, branch);
        int fromTagEnd = append(own, branchEnd, fromTag);
        int toTagEnd = append(own, fromTagEnd, toTag);
        long callIdRange = Range.of(0, callId.length);
        return new DialogKeys(
                sequence,
                method,
                callIdRange,
                Range.of(callId.length, branchEnd),
                Range.of(branchEnd, fromTagEnd),
                Range.of(fromTagEnd, toTagEnd),
                Range.hash(own, callIdRange),
                own);
    }

    private static String spelledOutTag(MessageIndex index, int line) {
        return line < 0 ? "" : NameAddress.parse(index.value(line)).tag().orElse("");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int append(byte[] all, int at, byte[] piece) {
        System.arraycopy(piece, 0, all, at, piece.length);
        return at + piece.length;
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
        return text(index, callId);
    }

    Optional<String> branch(MessageIndex index) {
        return text(index, branch);
    }

    Optional<String> fromTag(MessageIndex index) {
        return text(index, fromTag);
    }

    Optional<String> toTag(MessageIndex index) {
        return text(index, toTag);
    }

    boolean hasFromTag() {
        return !Range.isEmpty(fromTag);
    }

    boolean hasToTag() {
        return !Range.isEmpty(toTag);
    }

    CallId callIdKey(MessageIndex index) {
        int base = base(index);
        return new CallId(bytes(index), base + Range.from(callId), base + Range.to(callId), callIdHash);
    }

    static boolean sameBranch(MessageIndex one, MessageIndex other) {
        return same(one, one.keys().branch, other, other.keys().branch);
    }

    static boolean sameFromTag(MessageIndex one, MessageIndex other) {
        return same(one, one.keys().fromTag, other, other.keys().fromTag);
    }

    static boolean sameToTag(MessageIndex one, MessageIndex other) {
        return same(one, one.keys().toTag, other, other.keys().toTag);
    }

    static boolean fromTagIsToTag(MessageIndex one, MessageIndex other) {
        return same(one, one.keys().fromTag, other, other.keys().toTag);
    }

    boolean branchStartsWith(MessageIndex index, byte[] cookie) {
        int from = base(index) + Range.from(branch);
        return Range.to(branch) - Range.from(branch) > cookie.length
                && Arrays.equals(bytes(index), from, from + cookie.length, cookie, 0, cookie.length);
    }

    private static boolean same(MessageIndex one, long range, MessageIndex other, long otherRange) {
        int base = one.keys().base(one);
        int otherBase = other.keys().base(other);
        return Arrays.equals(
                one.keys().bytes(one),
                base + Range.from(range),
                base + Range.to(range),
                other.keys().bytes(other),
                otherBase + Range.from(otherRange),
                otherBase + Range.to(otherRange));
    }

    private Optional<String> text(MessageIndex index, long range) {
        if (Range.isEmpty(range)) {
            return Optional.empty();
        }
        int from = base(index) + Range.from(range);
        return Optional.of(new String(bytes(index), from, Range.to(range) - Range.from(range), StandardCharsets.UTF_8));
    }

    private byte[] bytes(MessageIndex index) {
        return spelledOut == null ? index.bytes : spelledOut;
    }

    private int base(MessageIndex index) {
        return spelledOut == null ? index.start : 0;
    }
}
