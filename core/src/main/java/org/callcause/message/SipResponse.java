package org.callcause.message;

/** A SIP response. */
public final class SipResponse extends SipMessage {
    private final int status;

    SipResponse(MessageIndex index, DialogKeys keys, boolean detached, int status) {
        super(index, keys, detached);
        this.status = status;
    }

    /** The status code; {@link StatusCode#UNREADABLE} where it is not a number from 100 to 699. */
    public StatusCode statusCode() {
        return new StatusCode(status);
    }

    /** The status code as a number, 100 to 699; 0 where it is unreadable. */
    public int status() {
        return status;
    }

    /** The reason phrase as the sender wrote it, which may be anything; empty where there is none. */
    public String reasonPhrase() {
        MessageIndex index = index();
        int i = StartLine.endOfVersion(index.bytes, index.start, index.startLineEnd);
        while (i < index.startLineEnd && StartLine.isBlank(index.bytes[i])) {
            i++;
        }
        while (i < index.startLineEnd && !StartLine.isBlank(index.bytes[i])) {
            i++;
        }
        return index.unfoldedText(i, index.startLineEnd).trim();
    }

    @Override
    public SipResponse detach() {
        return isDetached() ? this : new SipResponse(index().detach(), keys(), true, status);
    }
}
