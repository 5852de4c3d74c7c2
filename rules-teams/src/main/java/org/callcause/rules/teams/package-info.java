/** The Microsoft Teams Phone pack. */
@NullMarked
package org.callcause.rules.teams;

import org.jspecify.annotations.NullMarked;
