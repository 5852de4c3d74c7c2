/** A call report as JSON and as text for a terminal. */
@NullMarked
package org.callcause.report;

import org.jspecify.annotations.NullMarked;
