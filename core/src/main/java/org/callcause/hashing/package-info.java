/** Hash tables without objects of their own in between, and the arithmetic that they share. */
@NullMarked
package org.callcause.hashing;

import org.jspecify.annotations.NullMarked;
