/** What goes on across many calls, one file a kind. */
@NullMarked
package org.callcause.rules.rfc3261.incident;

import org.jspecify.annotations.NullMarked;
