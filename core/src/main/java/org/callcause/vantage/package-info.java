/** The same traffic captured at two places: what left one and never reached the other, and what was changed between them. */
@NullMarked
package org.callcause.vantage;

import org.jspecify.annotations.NullMarked;
