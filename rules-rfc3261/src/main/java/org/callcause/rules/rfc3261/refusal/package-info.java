/** Final responses that refused a call. */
@NullMarked
package org.callcause.rules.rfc3261.refusal;

import org.jspecify.annotations.NullMarked;
