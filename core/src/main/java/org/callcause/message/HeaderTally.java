package org.callcause.message;

/** Gathers which headers some of many messages have, and which all of them. */
public final class HeaderTally {

    private long anyLow;
    private long anyHigh;
    private long allLow = -1;
    private long allHigh = -1;

    /** Of no message yet: then all have every header. */
    public HeaderTally() {}

    /** Takes the headers of a message. */
    public void add(SipMessage message) {
        MessageIndex index = message.index();
        anyLow |= index.headersLow;
        anyHigh |= index.headersHigh;
        allLow &= index.headersLow;
        allHigh &= index.headersHigh;
    }

    /** The headers that some message has. */
    public HeaderSet inSome() {
        return new HeaderSet(anyLow, anyHigh);
    }

    /** The headers that all messages have. */
    public HeaderSet inEvery() {
        return new HeaderSet(allLow, allHigh);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HeaderTally tally
                && anyLow == tally.anyLow
                && anyHigh == tally.anyHigh
                && allLow == tally.allLow
                && allHigh == tally.allHigh;
    }

    @Override
    public int hashCode() {
        return Long.hashCode((anyLow * 31 + anyHigh) * 31 + allLow);
    }
}
