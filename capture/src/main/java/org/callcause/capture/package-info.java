/** Turns capture files and pasted text into timed SIP messages. */
@NullMarked
package org.callcause.capture;

import org.jspecify.annotations.NullMarked;
