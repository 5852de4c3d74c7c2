/** The arithmetic that hash tables without objects of their own share. */
@NullMarked
package org.callcause.hashing;

import org.jspecify.annotations.NullMarked;
