/** Offers, answers and early media. */
@NullMarked
package org.callcause.rules.rfc3261.media;

import org.jspecify.annotations.NullMarked;
