package org.callcause.call;

import java.util.Optional;
import org.callcause.dialog.CapturedMessage;

/** Hears of calls while they last. */
public interface CallProgress {

    /** Nobody hears of them. */
    CallProgress UNHEARD = new CallProgress() {
        @Override
        public Optional<?> begins(CapturedMessage first) {
            return Optional.empty();
        }

        @Override
        public void answered(Optional<?> kept, CapturedMessage first, CapturedMessage answer) {}
    };

    /**
     * A call begins, or another exchange.
     *
     * @param first the first message that came
     * @return what is to be kept with the call for later, as {@link Call#kept}
     */
    Optional<?> begins(CapturedMessage first);

    /**
     * A call is answered, which is long before it is over. Once a call.
     *
     * @param kept what was kept at the beginning
     * @param first the first message that came; long ago, so what it says had better be kept
     * @param answer the first 2xx response, which has a time
     */
    void answered(Optional<?> kept, CapturedMessage first, CapturedMessage answer);
}
