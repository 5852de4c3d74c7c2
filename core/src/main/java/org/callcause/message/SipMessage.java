package org.callcause.message;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One SIP message, read lazily from its bytes. Constructed by {@link SipParser}.
 *
 * <p>Every reader is lenient and total: none throws, whatever the message holds. What is absent or cannot be read at all
 * is empty, and {@link #defects()} tells why. Text is decoded as UTF-8, and a piece of it which is not UTF-8 as Latin-1.
 * Header values come trimmed, each fold as one space. Only what tells the keys (Call-ID, CSeq, tags, top branch) from others
 * is kept once found: ask once for anything else, their text included, where speed matters.
 */
public abstract sealed class SipMessage permits SipRequest, SipResponse {
    private final MessageIndex index;
    private final DialogKeys keys;
    /** Whether nobody else has its bytes. */
    private final boolean detached;

    private @Nullable SessionSketch session;

    SipMessage(MessageIndex index, DialogKeys keys, boolean detached) {
        this.index = index;
        this.keys = keys;
        this.detached = detached;
    }

    MessageIndex index() {
        return index;
    }

    DialogKeys keys() {
        return keys;
    }

    boolean isDetached() {
        return detached;
    }

    /** The request line or status line. */
    public String startLine() {
        return index.unfoldedText(index.start, index.startLineEnd);
    }

    /** Every header line in its order. */
    public List<Header> headers() {
        List<Header> headers = new ArrayList<>(index.lineCount());
        for (int line = 0; line < index.lineCount(); line++) {
            if (index.isHeader(line)) {
                headers.add(new Header(index, line));
            }
        }
        return Collections.unmodifiableList(headers);
    }

    /** The lines of the header of this name, in their order. */
    public List<Header> headers(HeaderName name) {
        if (!has(name)) {
            return List.of();
        }
        List<Header> headers = new ArrayList<>(1);
        for (int line = index.find(name, 0); line >= 0; line = index.find(name, line + 1)) {
            headers.add(new Header(index, line));
        }
        return Collections.unmodifiableList(headers);
    }

    /** Which headers there are. */
    public HeaderSet headerSet() {
        return index.headerSet();
    }

    /** Whether the header is there, in its long or compact form. */
    public boolean has(HeaderName name) {
        return index.has(name);
    }

    /** Whether the header of this name is there, in any case, in its long or compact form. */
    public boolean has(String name) {
        return has(HeaderName.of(name));
    }

    /**
     * Whether the header is known not to be there. Of a message that {@linkplain #isCut() was cut} nothing of that kind is
     * known: what it does not have may have been in the rest.
     */
    public boolean lacks(HeaderName name) {
        return !has(name) && !isCut();
    }

    /** The same for the header of this name, in any case or form. */
    public boolean lacks(String name) {
        return lacks(HeaderName.of(name));
    }

    /** The whole value of the first header of this name, commas and all. */
    public Optional<String> header(HeaderName name) {
        int line = index.find(name, 0);
        return line < 0 ? Optional.empty() : Optional.of(index.value(line));
    }

    /** The whole value of the first header of this name in any case or form. */
    public Optional<String> header(String name) {
        return header(HeaderName.of(name));
    }

    /**
     * Every value of this header, from every instance. Only where {@link HeaderName#isList()} says so is a header split
     * at its commas; those in quotes, angle brackets and comments do not count, and empty values are left out.
     */
    public List<String> headerValues(HeaderName name) {
        if (!has(name)) {
            return List.of();
        }
        List<String> values = new ArrayList<>();
        for (int line = index.find(name, 0); line >= 0; line = index.find(name, line + 1)) {
            if (name.isList()) {
                values.addAll(Lexical.list(index.value(line)));
            } else {
                values.add(index.value(line));
            }
        }
        return Collections.unmodifiableList(values);
    }

    /** Every value of the header of this name in any case or form; see {@link #headerValues(HeaderName)}. */
    public List<String> headerValues(String name) {
        return headerValues(HeaderName.of(name));
    }

    /** The Call-ID. */
    public Optional<String> callId() {
        return keys.callId(index);
    }

    /** The CSeq; empty where it has no 32-bit number or no method. */
    public Optional<CSeq> cseq() {
        return keys.cseq();
    }

    /** The tag of From: the side that sent the request. */
    public Optional<String> fromTag() {
        return keys.fromTag(index);
    }

    /** The tag of To: the side that answers; absent from the first request. */
    public Optional<String> toTag() {
        return keys.toTag(index);
    }

    /** The branch of the top Via: the transaction. The same as that of {@link #topVia()}, at less cost. */
    public Optional<String> topBranch() {
        return keys.branch(index);
    }

    /** The Call-ID as a key for tables; see {@link #callId()}. */
    public CallId callIdKey() {
        return keys.callIdKey(index);
    }

    /** A hash of the users in From and To: the same for the same two, and found without reading the addresses. */
    public long partiesHash() {
        return PartyHash.of(index);
    }

    /** The number of {@link #cseq()}, or -1. */
    public long sequence() {
        return keys.sequence();
    }

    /** The method of {@link #cseq()}, or one called {@code unknown}. */
    public Method sequenceMethod() {
        return keys.method();
    }

    /** Whether there is a {@link #toTag()}: for a request, whether it belongs to a dialog. */
    public boolean hasToTag() {
        return keys.hasToTag();
    }

    /** Whether there is a {@link #fromTag()}. */
    public boolean hasFromTag() {
        return keys.hasFromTag();
    }

    /** Whether it is known to have no {@link #toTag()}; see {@link #lacks(HeaderName)}. */
    public boolean lacksToTag() {
        return !hasToTag() && (has(HeaderName.TO) || !isCut());
    }

    /** Whether it is known to have no {@link #fromTag()}; see {@link #lacks(HeaderName)}. */
    public boolean lacksFromTag() {
        return !hasFromTag() && (has(HeaderName.FROM) || !isCut());
    }

    /** Whether the {@link #fromTag()} is the same, or absent from both. */
    public boolean hasSameFromTag(SipMessage other) {
        return keys.hasSameFromTag(other.keys);
    }

    /** Whether the {@link #toTag()} is the same, or absent from both. */
    public boolean hasSameToTag(SipMessage other) {
        return keys.hasSameToTag(other.keys);
    }

    /** Whether this side's {@link #fromTag()} is the other message's {@link #toTag()}, or absent from both. */
    public boolean isFromTagToTagOf(SipMessage other) {
        return keys.isFromTagToTagOf(other.keys);
    }

    /** Whether the {@link #topBranch()} is the same, or absent from both. */
    public boolean hasSameBranch(SipMessage other) {
        return keys.hasSameBranch(other.keys);
    }

    /** Whether both carry the same two tags, be they sent by the same side or by the two. */
    public boolean hasSameTags(SipMessage other) {
        return (hasSameFromTag(other) && hasSameToTag(other))
                || (isFromTagToTagOf(other) && other.isFromTagToTagOf(this));
    }

    /** Whether the {@link #topBranch()} begins with the cookie that makes it unique, and is more than that (RFC 3261 8.1.1.7). */
    public boolean hasBranchCookie() {
        return keys.hasBranchCookie();
    }

    /** From. */
    public Optional<NameAddress> from() {
        return header(HeaderName.FROM).map(NameAddress::parse);
    }

    /** To. */
    public Optional<NameAddress> to() {
        return header(HeaderName.TO).map(NameAddress::parse);
    }

    /** Who From and To name, in the short form of {@link PartyName}. Costs less than {@link #from()}. */
    public PartyNames partyNames() {
        return PartyNames.of(index);
    }

    /** Every Contact; {@code *} is one whose URI has the text {@code *}. */
    public List<NameAddress> contacts() {
        return nameAddresses(HeaderName.CONTACT);
    }

    /** Every Route, the next one to visit first. */
    public List<NameAddress> routes() {
        return nameAddresses(HeaderName.ROUTE);
    }

    /** Every Record-Route, the latest proxy first. */
    public List<NameAddress> recordRoutes() {
        return nameAddresses(HeaderName.RECORD_ROUTE);
    }

    /** The addresses in a header that holds them, as Refer-To, Diversion or P-Asserted-Identity. */
    public List<NameAddress> nameAddresses(HeaderName name) {
        return values(name, NameAddress::parse);
    }

    /** Every Via, the latest first. */
    public List<Via> vias() {
        return values(HeaderName.VIA, Via::parse);
    }

    /** What a glance at the session description shows; kept, so that its bytes are read once. */
    public SessionSketch sessionSketch() {
        SessionSketch known = session;
        if (known == null) {
            known = SessionSketch.of(this);
            session = known;
        }
        return known;
    }

    /** How many Vias there are, without reading them: one for each hop so far. */
    public int viaCount() {
        return index.viaCount();
    }

    /** The latest Via: who sent this request, or who gets this response. */
    public Optional<Via> topVia() {
        return index.topVia();
    }

    /** Every Reason (RFC 3326). */
    public List<Reason> reasons() {
        return values(HeaderName.REASON, Reason::parse);
    }

    /** Retry-After, where it starts with a number. */
    public Optional<RetryAfter> retryAfter() {
        return header(HeaderName.RETRY_AFTER).flatMap(RetryAfter::parse);
    }

    /** Every Warning. */
    public List<Warning> warnings() {
        return values(HeaderName.WARNING, Warning::parse);
    }

    /** Every WWW-Authenticate, then every Proxy-Authenticate. */
    public List<Challenge> challenges() {
        return pair(HeaderName.WWW_AUTHENTICATE, HeaderName.PROXY_AUTHENTICATE, Challenge::parse);
    }

    /** Every Authorization, then every Proxy-Authorization. */
    public List<Credentials> credentials() {
        return pair(HeaderName.AUTHORIZATION, HeaderName.PROXY_AUTHORIZATION, Credentials::parse);
    }

    /** Session-Expires, where it starts with a number. */
    public Optional<SessionExpires> sessionExpires() {
        return header(HeaderName.SESSION_EXPIRES).flatMap(SessionExpires::parse);
    }

    /** The seconds of {@link #sessionExpires()}, or -1: the same at less cost. */
    public long sessionInterval() {
        if (!index.has(HeaderName.SESSION_EXPIRES)) {
            return -1;
        }
        long plain = SessionExpires.plainSeconds(index);
        return plain >= 0
                ? plain
                : sessionExpires().map(SessionExpires::seconds).orElse(-1L);
    }

    /** Max-Forwards, where it is a number of 31 bits. */
    public OptionalInt maxForwards() {
        long number = header(HeaderName.MAX_FORWARDS).map(Lexical::number).orElse(-1L);
        return number < 0 || number > Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of((int) number);
    }

    /** Expires in seconds, where it is a number; one that does not fit is {@link Long#MAX_VALUE}. */
    public OptionalLong expires() {
        return number(HeaderName.EXPIRES);
    }

    /** Content-Length as the message states it, where it is a number; see {@link #bodyLength()}. */
    public OptionalLong contentLength() {
        return number(HeaderName.CONTENT_LENGTH);
    }

    /** Content-Type with its parameters. */
    public Optional<String> contentType() {
        return header(HeaderName.CONTENT_TYPE);
    }

    /** The software that sent this: User-Agent, else Server. */
    public Optional<String> userAgent() {
        return header(has(HeaderName.USER_AGENT) ? HeaderName.USER_AGENT : HeaderName.SERVER);
    }

    /**
     * How many bytes of body there are: what Content-Length says; less where the message ends early; all the rest where
     * Content-Length is missing or makes no sense.
     */
    public int bodyLength() {
        return index.bodyEnd - index.bodyStart;
    }

    /** A copy of the body. */
    public byte[] body() {
        return Arrays.copyOfRange(index.bytes, index.bodyStart, index.bodyEnd);
    }

    /** The body as text. */
    public String bodyText() {
        return index.text(index.bodyStart, index.bodyEnd);
    }

    /**
     * The session description, also one inside a multipart body. Where the end of the body is missing, a last line without a
     * line end may be half of one and is left out.
     */
    public Optional<Sdp> sdp() {
        return bodyLength() == 0 ? Optional.empty() : Body.sdp(contentType().orElse(""), wholeLinesOfBody());
    }

    private String wholeLinesOfBody() {
        String text = bodyText();
        boolean half = index.hasFault(DefectKind.TRUNCATED_BODY) && !text.endsWith("\n") && !text.endsWith("\r");
        return half ? text.substring(0, text.lastIndexOf('\n') + 1) : text;
    }

    /** Everything that is wrong with this message as far as the message alone can tell, in its order. */
    public List<Defect> defects() {
        List<Defect> defects = index.structuralDefects();
        ValueDefects.collect(this, defects);
        return Collections.unmodifiableList(defects);
    }

    /** Whether this is wrong with the message. Costs little for what its lines and lengths alone tell. */
    public boolean hasDefect(DefectKind kind) {
        return index.hasFault(kind)
                || (ValueDefects.KINDS.contains(kind) && defects().stream().anyMatch(defect -> defect.kind() == kind));
    }

    /** Whether nothing is wrong with the lines and lengths of the message: what is read of it is all there was. */
    public boolean hasIntactStructure() {
        return index.hasNoFaults();
    }

    /**
     * Whether it ends before its headers do, without the empty line behind them (RFC 3261 section 7). Nearly always the
     * capture or the log has lost the rest, so what is missing says nothing of its sender.
     *
     * @see DefectKind#NO_END_OF_HEADERS
     */
    public boolean isCut() {
        return index.hasFault(DefectKind.NO_END_OF_HEADERS);
    }

    /** The length in bytes from the start line to the end of the body. */
    public int length() {
        return index.bodyEnd - index.start;
    }

    /** A copy of the message. */
    public byte[] toBytes() {
        return Arrays.copyOfRange(index.bytes, index.start, index.bodyEnd);
    }

    /** Whether these bytes and those of the message are the same as far as both go: one is the beginning of the other. */
    public boolean beginsLike(byte[] bytes) {
        int common = Math.min(length(), bytes.length);
        return Arrays.equals(index.bytes, index.start, index.start + common, bytes, 0, common);
    }

    /** The message as text. */
    public String text() {
        return index.text(index.start, index.bodyStart) + index.text(index.bodyStart, index.bodyEnd);
    }

    /** The same message with its own copy of the bytes, for keeping when the array it was read from will change or is large. */
    public abstract SipMessage detach();

    /** The start line. */
    @Override
    public String toString() {
        return startLine();
    }

    private <T> List<T> values(HeaderName name, Function<String, T> reader) {
        if (!has(name)) {
            return List.of();
        }
        List<T> values = new ArrayList<>();
        for (String value : headerValues(name)) {
            values.add(reader.apply(value));
        }
        return Collections.unmodifiableList(values);
    }

    private <T> List<T> pair(HeaderName first, HeaderName second, BiFunction<HeaderName, String, T> reader) {
        if (!has(first) && !has(second)) {
            return List.of();
        }
        List<T> values = new ArrayList<>();
        for (HeaderName name : List.of(first, second)) {
            for (String value : headerValues(name)) {
                values.add(reader.apply(name, value));
            }
        }
        return Collections.unmodifiableList(values);
    }

    private OptionalLong number(HeaderName name) {
        long number = header(name).map(Lexical::number).orElse(-1L);
        return number < 0 ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
