/** The figures of a running analysis, for a host that has Micrometer. */
@NullMarked
package org.callcause.micrometer;

import org.jspecify.annotations.NullMarked;
