package org.callcause.incident;

import java.time.Instant;

/**
 * What an incident rule knows of one stream of calls: it is told of the events that its rule hears of, keeps what it needs
 * within fixed bounds, and says when asked what stands. Each stream has a watch of its own; one thread at a time uses it.
 *
 * <p>Calls come in the order of their answers, refusals and ends, as far as that can be known: one that nobody answered,
 * or that the input did not show to its end, comes later than its own time. A watch is told of several at once, but always of
 * all that came before it is asked anything.
 */
public interface IncidentWatch {

    /** Takes a call that was answered just now. It comes again, with more facts, when it ends. */
    default void answered(AnsweredCall call) {}

    /** Takes a call, a registration or another exchange that is over. */
    void ended(EndedCall call);

    /**
     * Says which incidents stand now, those that go on and those that are over since the last time. One that is over is
     * said once more and forgotten. Asked about once a minute of the stream's time, and at its end; but where no call comes
     * for longer and nobody moves the clock on, only after the next one, which then shows how long it was quiet.
     */
    void review(Instant now, IncidentFindings findings);
}
