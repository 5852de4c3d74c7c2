/** The JSON contract as a reader of the documents would hold us to it; for tests. */
@NullMarked
package org.callcause.contract;

import org.jspecify.annotations.NullMarked;
