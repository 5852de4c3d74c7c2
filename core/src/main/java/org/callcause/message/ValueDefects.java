package org.callcause.message;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Judges the values of the headers; this costs reading them, so it is done only when somebody asks for the defects. */
final class ValueDefects {
    private static final Set<HeaderName> ONLY_ONCE = Set.of(
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

    private static final Set<HeaderName> ADDRESSES = Set.of(
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
    private static final Set<HeaderName> FREE_TEXT = Set.of(
            HeaderName.CALL_ID,
            HeaderName.IN_REPLY_TO,
            HeaderName.ORGANIZATION,
            HeaderName.RETRY_AFTER,
            HeaderName.SERVER,
            HeaderName.SUBJECT,
            HeaderName.USER_AGENT);

    private final SipMessage message;
    private final List<Defect> defects;

    private ValueDefects(SipMessage message, List<Defect> defects) {
        this.message = message;
        this.defects = defects;
    }

    static void collect(SipMessage message, List<Defect> defects) {
        new ValueDefects(message, defects).collect();
    }

    private void collect() {
        missing(HeaderName.CALL_ID, DefectKind.MISSING_CALL_ID);
        missing(HeaderName.CSEQ, DefectKind.MISSING_CSEQ);
        missing(HeaderName.FROM, DefectKind.MISSING_FROM);
        missing(HeaderName.TO, DefectKind.MISSING_TO);
        missing(HeaderName.VIA, DefectKind.MISSING_VIA);
        if (message instanceof SipRequest request) {
            requestUri(request);
        }
        boolean[] seen = new boolean[HeaderName.registeredCount() + 1];
        for (Header header : message.headers()) {
            HeaderName name = header.name();
            if (seen[name.id()] && ONLY_ONCE.contains(name)) {
                add(DefectKind.DUPLICATE_SINGLE_HEADER, header);
            }
            seen[name.id()] = true;
            if (name.id() != 0) {
                value(header, name, header.value());
            }
        }
    }

    private void missing(HeaderName name, DefectKind kind) {
        if (!message.has(name)) {
            defects.add(Defect.of(kind, "", 0, 0));
        }
    }

    private void requestUri(SipRequest request) {
        SipUri uri = request.uri();
        boolean known = defects.stream().anyMatch(defect -> defect.kind() == DefectKind.BAD_REQUEST_LINE);
        // Headers are not allowed in a Request-URI (RFC 3261 section 19.1.1, table 1).
        if (!known && (!uri.isWellFormed() || !uri.headers().isEmpty())) {
            int length = message.index().startLineEnd - message.index().start;
            defects.add(Defect.of(DefectKind.BAD_REQUEST_LINE, message.startLine(), 0, length));
        }
    }

    private void value(Header header, HeaderName name, String value) {
        if (value.indexOf('"') >= 0 && !FREE_TEXT.contains(name) && !Grammar.quotesClose(value)) {
            add(DefectKind.UNBALANCED_QUOTES, header);
        }
        if (ADDRESSES.contains(name)) {
            each(header, name, value, DefectKind.BAD_ADDRESS, Grammar::isAddress);
        } else if (name.equals(HeaderName.VIA)) {
            each(header, name, value, DefectKind.BAD_VIA, Grammar::isVia);
        } else if (name.equals(HeaderName.CALL_ID)) {
            check(header, Grammar.isCallId(value), DefectKind.BAD_CALL_ID);
        } else if (name.equals(HeaderName.CSEQ)) {
            check(header, Grammar.isCSeq(value), DefectKind.BAD_CSEQ);
            check(header, !namesOtherMethod(), DefectKind.CSEQ_METHOD_MISMATCH);
        } else if (name.equals(HeaderName.MAX_FORWARDS)) {
            check(header, Grammar.isNumberUpTo(255, value), DefectKind.BAD_MAX_FORWARDS);
        } else if (name.equals(HeaderName.EXPIRES)) {
            check(header, Grammar.isNumberUpTo(0xFFFF_FFFFL, value), DefectKind.BAD_EXPIRES);
        } else if (name.equals(HeaderName.RETRY_AFTER)) {
            check(header, RetryAfter.parse(value).isPresent(), DefectKind.BAD_RETRY_AFTER);
        } else if (name.equals(HeaderName.SESSION_EXPIRES)) {
            check(header, SessionExpires.parse(value).isPresent(), DefectKind.BAD_SESSION_EXPIRES);
        } else if (name.equals(HeaderName.WARNING)) {
            each(header, name, value, DefectKind.BAD_WARNING, Grammar::isWarning);
        } else if (name.equals(HeaderName.REASON)) {
            each(header, name, value, DefectKind.BAD_REASON, Grammar::isReason);
        } else if (name.equals(HeaderName.DATE)) {
            check(header, value.endsWith("GMT"), DefectKind.BAD_DATE);
        }
    }

    private boolean namesOtherMethod() {
        return message instanceof SipRequest request
                && message.cseq()
                        .filter(cseq -> !cseq.method().equals(request.method()))
                        .isPresent();
    }

    private void each(Header header, HeaderName name, String value, DefectKind kind, Predicate<String> rule) {
        List<String> values = name.isList() ? Lexical.list(value) : List.of(value);
        check(header, values.stream().allMatch(rule), kind);
    }

    private void check(Header header, boolean right, DefectKind kind) {
        if (!right) {
            add(kind, header);
        }
    }

    private void add(DefectKind kind, Header header) {
        defects.add(Defect.of(kind, header.line(), header.offset(), header.length()));
    }
}
