package org.callcause.message;

/** A SIP request. */
public final class SipRequest extends SipMessage {
    private final Method method;

    SipRequest(MessageIndex index, DialogKeys keys, boolean detached, Method method) {
        super(index, keys, detached);
        this.method = method;
    }

    /** The method of the request line. */
    public Method method() {
        return method;
    }

    /** Whether this is an INVITE outside any dialog, which has no To tag (RFC 3261 8.1.1.2): it begins a call, or tries again. */
    public boolean isInitialInvite() {
        return method.equals(Method.INVITE) && !hasToTag();
    }

    /** The Request-URI as it stands in the message; empty where it is missing. */
    public String requestUri() {
        MessageIndex index = index();
        int from = StartLine.endOfToken(index.bytes, index.start, index.startLineEnd);
        int to = StartLine.versionOfRequest(index.bytes, index.start, index.startLineEnd);
        return index.unfoldedText(from, to).trim();
    }

    /** The Request-URI, read leniently. */
    public SipUri uri() {
        return SipUri.parse(requestUri());
    }

    @Override
    public SipRequest detach() {
        return isDetached() ? this : new SipRequest(index().detach(), keys(), true, method);
    }
}
