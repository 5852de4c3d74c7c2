/** What every kind of input has in common: reading bytes, handing over messages, counting what was lost. */
@NullMarked
package org.callcause.capture.source;

import org.jspecify.annotations.NullMarked;
