/** What the packets of media say, where the input shows them. */
@NullMarked
package org.callcause.rules.rfc3261.rtp;

import org.jspecify.annotations.NullMarked;
