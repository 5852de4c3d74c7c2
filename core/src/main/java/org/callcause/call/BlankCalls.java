package org.callcause.call;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes open calls some at a time, so that they lie side by side in memory. Every message looks for a call that was quiet
 * for long. Made one by one, each would lie on a page of its own, among the messages that came meanwhile, and the processor
 * remembers where pages are for a few thousand of them only.
 */
final class BlankCalls {

    private static final int AT_A_TIME = 64;

    private final List<OpenCall> blank = new ArrayList<>(AT_A_TIME);

    /** A call that nobody has. */
    OpenCall take() {
        if (blank.isEmpty()) {
            for (int i = 0; i < AT_A_TIME; i++) {
                blank.add(new OpenCall());
            }
        }
        return blank.remove(blank.size() - 1);
    }
}
