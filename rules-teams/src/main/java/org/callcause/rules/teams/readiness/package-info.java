/** Whether the SBC writes and offers what Direct Routing asks for: names, numbers, offers, encryption, hold, ports. */
@NullMarked
package org.callcause.rules.teams.readiness;

import org.jspecify.annotations.NullMarked;
