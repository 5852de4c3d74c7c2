/** Messages whose lines or values do not follow the grammar: they hurt where a receiver reads more strictly than another. */
@NullMarked
package org.callcause.rules.rfc3261.grammar;

import org.jspecify.annotations.NullMarked;
