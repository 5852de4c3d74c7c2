package org.callcause.call;

import java.util.List;

/**
 * Has the processor fetch what several calls are made of before they are reported one by one. A call lasts long enough
 * for all that was kept of it to leave the caches, and each part is found by way of another: asked one call after the
 * other, every step would wait for the memory, while those of eight calls are waited for together.
 */
final class ReadAhead {

    /** So many calls have parts enough to keep the memory busy, and leave room in the caches for them all. */
    static final int CALLS = 8;

    private final OpenCalls open;
    private final ReportedCalls reported;
    private final RecentRefusals refusals;

    /** Kept, so that the compiler may not leave the reading out. */
    @SuppressWarnings("UnusedVariable")
    private int seen;

    /** Reads what these will look at when a call is reported, too. */
    ReadAhead(OpenCalls open, ReportedCalls reported, RecentRefusals refusals) {
        this.open = open;
        this.reported = reported;
        this.refusals = refusals;
    }

    /** Reads a little of the calls between these positions. */
    void of(List<OpenCall> calls, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            OpenCall call = calls.get(i);
            sum += call.readSelf() + open.readAhead(call) + reported.readAhead(call.fingerprint());
            sum += refusals.mayHave(call.partiesHash()) ? 1 : 0;
        }
        for (int i = from; i < to; i++) {
            sum += calls.get(i).readMessages();
        }
        seen += sum;
    }
}
