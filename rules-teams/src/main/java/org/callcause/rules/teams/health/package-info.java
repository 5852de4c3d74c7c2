/** The health of an SBC as Microsoft sees it: its OPTIONS, and how many calls reach the network behind it. */
@NullMarked
package org.callcause.rules.teams.health;

import org.jspecify.annotations.NullMarked;
