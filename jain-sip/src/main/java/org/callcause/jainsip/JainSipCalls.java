package org.callcause.jainsip;

import java.util.Objects;
import org.callcause.live.LiveCalls;
import org.jspecify.annotations.Nullable;

/**
 * The analysis that the messages of all stacks in this virtual machine go to. The stack makes its loggers by their class
 * names, so what they deliver to has to be found here.
 */
public final class JainSipCalls {

    /** The name of the slf4j logger that calls are written to, unless {@link #use} was called. */
    public static final String LOGGER = "org.callcause.calls";

    private static volatile @Nullable LiveCalls current;
    private static @Nullable LoggedCalls logged;

    private JainSipCalls() {}

    /**
     * Sends what the stacks say from now on to this analysis of the host's, which the host closes. One that was made before by
     * {@link #current} is closed: the calls that are open there are logged.
     */
    public static synchronized void use(LiveCalls calls) {
        current = Objects.requireNonNull(calls, "calls");
        LoggedCalls before = logged;
        logged = null;
        if (before != null) {
            before.close();
        }
    }

    /** The analysis in use. If the host gave none, it is made now: it has the rules that are found, and logs each call. */
    public static LiveCalls current() {
        LiveCalls calls = current;
        return calls == null ? made() : calls;
    }

    private static synchronized LiveCalls made() {
        LiveCalls calls = current;
        if (calls == null) {
            LoggedCalls made = new LoggedCalls();
            logged = made;
            calls = made.calls();
            current = calls;
        }
        return calls;
    }
}
