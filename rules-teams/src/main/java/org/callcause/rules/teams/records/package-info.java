/**
 * Microsoft's own records of a call: the place for readers of its exports and for what joins them with the SIP call. What
 * pairs of SIP code and subcode mean is in {@code codes}, where to look next in {@code facts}.
 */
@NullMarked
package org.callcause.rules.teams.records;

import org.jspecify.annotations.NullMarked;
