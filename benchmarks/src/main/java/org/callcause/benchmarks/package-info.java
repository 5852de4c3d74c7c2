/** Benchmarks of the library. */
@NullMarked
package org.callcause.benchmarks;

import org.jspecify.annotations.NullMarked;
