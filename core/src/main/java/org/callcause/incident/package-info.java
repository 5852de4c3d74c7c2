/** Incidents: one cause seen across many calls, what the rules that find them are told, and what they say. */
@NullMarked
package org.callcause.incident;

import org.jspecify.annotations.NullMarked;
