/** What the calls of a whole analysis say of each Direct Routing trunk, in figures: for an administrator to look over. */
@NullMarked
package org.callcause.rules.teams.trunk;

import org.jspecify.annotations.NullMarked;
