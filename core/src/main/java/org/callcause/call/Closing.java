package org.callcause.call;

import java.util.Optional;

/**
 * How it came that nothing more of a call is waited for.
 *
 * @param reason why it is reported now
 * @param clock the latest time of any message by then, in nanoseconds since 1970; empty where none has one
 * @param amongOthers whether other calls were under way then: who stops a capture cares for the one that has failed, but may
 *     cut others at any moment
 */
record Closing(CloseReason reason, Optional<Long> clock, boolean amongOthers) {}
