/** Logs that others keep entry by entry, as containers and servers of logs do: what they wrap around each is undone. */
@NullMarked
package org.callcause.capture.text.wrapped;

import org.jspecify.annotations.NullMarked;
