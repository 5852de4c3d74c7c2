/**
 * Microsoft's own records of calls: readers of its exports and of Graph's answers, what a record alone says, and what joins
 * one with the SIP call that the SBC saw.
 */
@NullMarked
package org.callcause.rules.teams.records;

import org.jspecify.annotations.NullMarked;
