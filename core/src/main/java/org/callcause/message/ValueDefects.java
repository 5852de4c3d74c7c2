package org.callcause.message;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Judges the values of the headers; this costs reading them, so it is done only when somebody asks for the defects. */
final class ValueDefects {
    /** What only the values of headers tell. */
    static final Set<DefectKind> KINDS = EnumSet.of(
            DefectKind.BAD_ADDRESS,
            DefectKind.BAD_CALL_ID,
            DefectKind.BAD_CSEQ,
            DefectKind.BAD_DATE,
            DefectKind.BAD_EXPIRES,
            DefectKind.BAD_MAX_FORWARDS,
            DefectKind.BAD_REASON,
            DefectKind.BAD_REQUEST_LINE,
            DefectKind.BAD_RETRY_AFTER,
            DefectKind.BAD_SESSION_EXPIRES,
            DefectKind.BAD_VIA,
            DefectKind.BAD_WARNING,
            DefectKind.CSEQ_METHOD_MISMATCH,
            DefectKind.DUPLICATE_SINGLE_HEADER,
            DefectKind.MISSING_CALL_ID,
            DefectKind.MISSING_CSEQ,
            DefectKind.MISSING_FROM,
            DefectKind.MISSING_TO,
            DefectKind.MISSING_VIA,
            DefectKind.UNBALANCED_QUOTES);

    private static final List<HeaderName> ONLY_ONCE = List.of(
            HeaderName.CALL_ID,
            HeaderName.CONTENT_LENGTH,
            HeaderName.CONTENT_TYPE,
            HeaderName.CSEQ,
            HeaderName.DATE,
            HeaderName.EVENT,
            HeaderName.EXPIRES,
            HeaderName.FROM,
            HeaderName.MAX_FORWARDS,
            HeaderName.MIN_EXPIRES,
            HeaderName.MIN_SE,
            HeaderName.RACK,
            HeaderName.REFER_TO,
            HeaderName.REFERRED_BY,
            HeaderName.REPLACES,
            HeaderName.RETRY_AFTER,
            HeaderName.RSEQ,
            HeaderName.SERVER,
            HeaderName.SESSION_EXPIRES,
            HeaderName.SUBJECT,
            HeaderName.SUBSCRIPTION_STATE,
            HeaderName.TO,
            HeaderName.USER_AGENT);

    private static final List<HeaderName> ADDRESSES = List.of(
            HeaderName.CONTACT,
            HeaderName.FROM,
            HeaderName.P_ASSERTED_IDENTITY,
            HeaderName.RECORD_ROUTE,
            HeaderName.REFER_TO,
            HeaderName.REFERRED_BY,
            HeaderName.REPLY_TO,
            HeaderName.ROUTE,
            HeaderName.TO);

    // Where a quote is an ordinary character, or may stand alone in a comment.
    private static final List<HeaderName> FREE_TEXT = List.of(
            HeaderName.CALL_ID,
            HeaderName.IN_REPLY_TO,
            HeaderName.ORGANIZATION,
            HeaderName.RETRY_AFTER,
            HeaderName.SERVER,
            HeaderName.SUBJECT,
            HeaderName.USER_AGENT);

    private record Rule(DefectKind kind, boolean list, PlainValues.Look look, Predicate<String> holds) {}

    private static final PlainValues.Look NEVER_PLAIN = (bytes, from, to) -> false;

    // By the id of the header.
    private static final @Nullable Rule[] RULES = new Rule[HeaderName.registeredCount() + 1];
    private static final boolean[] REPEATABLE = new boolean[RULES.length];
    private static final boolean[] QUOTING = new boolean[RULES.length];

    static {
        for (int id = 1; id < RULES.length; id++) {
            REPEATABLE[id] = !ONLY_ONCE.contains(HeaderName.registered(id));
            QUOTING[id] = !FREE_TEXT.contains(HeaderName.registered(id));
        }
        ADDRESSES.forEach(name -> rule(name, DefectKind.BAD_ADDRESS, PlainValues::isAddress, Grammar::isAddress));
        rule(HeaderName.VIA, DefectKind.BAD_VIA, PlainValues::isVia, Grammar::isVia);
        rule(HeaderName.CALL_ID, DefectKind.BAD_CALL_ID, PlainValues::isCallId, Grammar::isCallId);
        rule(HeaderName.CSEQ, DefectKind.BAD_CSEQ, PlainValues::isCSeq, Grammar::isCSeq);
        rule(
                HeaderName.MAX_FORWARDS,
                DefectKind.BAD_MAX_FORWARDS,
                PlainValues::isShortNumber,
                value -> Grammar.isNumberUpTo(255, value));
        rule(
                HeaderName.EXPIRES,
                DefectKind.BAD_EXPIRES,
                PlainValues::isNumber,
                value -> Grammar.isNumberUpTo(0xFFFF_FFFFL, value));
        rule(
                HeaderName.RETRY_AFTER,
                DefectKind.BAD_RETRY_AFTER,
                PlainValues::isNumber,
                value -> RetryAfter.parse(value).isPresent());
        rule(
                HeaderName.SESSION_EXPIRES,
                DefectKind.BAD_SESSION_EXPIRES,
                PlainValues::isNumberWithParameters,
                value -> SessionExpires.parse(value).isPresent());
        rule(HeaderName.WARNING, DefectKind.BAD_WARNING, NEVER_PLAIN, Grammar::isWarning);
        rule(HeaderName.REASON, DefectKind.BAD_REASON, NEVER_PLAIN, Grammar::isReason);
        rule(HeaderName.DATE, DefectKind.BAD_DATE, NEVER_PLAIN, value -> value.endsWith("GMT"));
    }

    private final SipMessage message;
    private final MessageIndex index;
    private final List<Defect> defects;

    private ValueDefects(SipMessage message, List<Defect> defects) {
        this.message = message;
        this.index = message.index();
        this.defects = defects;
    }

    static void collect(SipMessage message, List<Defect> defects) {
        ValueDefects values = new ValueDefects(message, defects);
        values.missing();
        if (message instanceof SipRequest request) {
            values.request(request);
        }
        values.headers();
    }

    private static void rule(HeaderName name, DefectKind kind, PlainValues.Look look, Predicate<String> holds) {
        RULES[name.id()] = new Rule(kind, name.isList(), look, holds);
    }

    private void missing() {
        missing(HeaderName.CALL_ID, DefectKind.MISSING_CALL_ID);
        missing(HeaderName.CSEQ, DefectKind.MISSING_CSEQ);
        missing(HeaderName.FROM, DefectKind.MISSING_FROM);
        missing(HeaderName.TO, DefectKind.MISSING_TO);
        missing(HeaderName.VIA, DefectKind.MISSING_VIA);
    }

    private void missing(HeaderName name, DefectKind kind) {
        if (message.lacks(name)) {
            defects.add(Defect.of(kind, "", 0, 0));
        }
    }

    private void request(SipRequest request) {
        boolean known =
                !defects.isEmpty() && defects.stream().anyMatch(defect -> defect.kind() == DefectKind.BAD_REQUEST_LINE);
        if (!known && !hasGoodTarget(request)) {
            int length = index.startLineEnd - index.start;
            defects.add(Defect.of(DefectKind.BAD_REQUEST_LINE, message.startLine(), 0, length));
        }
        if (request.sequence() >= 0 && !request.sequenceMethod().equals(request.method())) {
            add(DefectKind.CSEQ_METHOD_MISMATCH, index.find(HeaderName.CSEQ, 0));
        }
    }

    /** Headers are not allowed in a Request-URI (RFC 3261 section 19.1.1, table 1). */
    private boolean hasGoodTarget(SipRequest request) {
        long target = Glance.target(index);
        int version = StartLine.versionOfRequest(index.bytes, index.start, index.startLineEnd);
        if (Range.to(target) + 1 == version && PlainValues.isUri(index.bytes, Range.from(target), Range.to(target))) {
            return true;
        }
        SipUri uri = request.uri();
        return uri.isWellFormed() && uri.headers().isEmpty();
    }

    private void headers() {
        boolean[] seen = new boolean[RULES.length];
        for (int line = 0; line < index.lineCount(); line++) {
            int id = index.isHeader(line) ? index.id(line) : 0;
            if (id == 0) {
                continue;
            }
            if (seen[id] && !REPEATABLE[id]) {
                add(DefectKind.DUPLICATE_SINGLE_HEADER, line);
            }
            seen[id] = true;
            if (QUOTING[id] && index.hasQuote(line) && !Grammar.quotesClose(index.value(line))) {
                add(DefectKind.UNBALANCED_QUOTES, line);
            }
            Rule rule = RULES[id];
            if (rule != null && !isPlain(rule, line) && !holds(rule, index.value(line))) {
                add(rule.kind(), line);
            }
        }
    }

    private boolean isPlain(Rule rule, int line) {
        int end = index.valueEnd(line);
        return !index.isFolded(line) && rule.look().isPlain(index.bytes, index.valueStart(line, end), end);
    }

    private static boolean holds(Rule rule, String value) {
        if (!rule.list()) {
            return rule.holds().test(value);
        }
        for (String each : Lexical.list(value)) {
            if (!rule.holds().test(each)) {
                return false;
            }
        }
        return true;
    }

    private void add(DefectKind kind, int line) {
        int from = index.lineStart(line);
        int to = index.lineEnd(line);
        defects.add(Defect.of(kind, index.text(from, to), from - index.start, to - from));
    }
}
