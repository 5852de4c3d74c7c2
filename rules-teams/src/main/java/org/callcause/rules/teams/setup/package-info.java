/** How calls over Direct Routing are set up, transferred, kept and failed over, and what goes wrong on the way. */
@NullMarked
package org.callcause.rules.teams.setup;

import org.jspecify.annotations.NullMarked;
