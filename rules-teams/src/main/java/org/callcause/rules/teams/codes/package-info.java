/** Microsoft's pairs of SIP code and subcode, the security statuses in their phrases, and what a trace shows of them. */
@NullMarked
package org.callcause.rules.teams.codes;

import org.jspecify.annotations.NullMarked;
