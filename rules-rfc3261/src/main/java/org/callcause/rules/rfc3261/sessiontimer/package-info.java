/** Session timers. */
@NullMarked
package org.callcause.rules.rfc3261.sessiontimer;

import org.jspecify.annotations.NullMarked;
