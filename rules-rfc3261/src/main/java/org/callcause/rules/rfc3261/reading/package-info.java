/** What rules ask of a call, and the clauses they tell it with. */
@NullMarked
package org.callcause.rules.rfc3261.reading;

import org.jspecify.annotations.NullMarked;
