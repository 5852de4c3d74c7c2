/** Calls that ring in several places: the branches, who answered, and what became of the others. */
@NullMarked
package org.callcause.rules.rfc3261.forking;

import org.jspecify.annotations.NullMarked;
