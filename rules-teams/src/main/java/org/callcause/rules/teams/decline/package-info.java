/** 603 and its neighbours, read by what the call was for, by time, by direction and by what happened before. */
@NullMarked
package org.callcause.rules.teams.decline;

import org.jspecify.annotations.NullMarked;
