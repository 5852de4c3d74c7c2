/** What Microsoft documents: its dated tables, its documents and the places of its admin center, one home for each. */
@NullMarked
package org.callcause.rules.teams.facts;

import org.jspecify.annotations.NullMarked;
