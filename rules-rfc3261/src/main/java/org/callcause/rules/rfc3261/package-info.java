/** The standards pack: RFC 3261 and its family, and Q.850. */
@NullMarked
package org.callcause.rules.rfc3261;

import org.jspecify.annotations.NullMarked;
