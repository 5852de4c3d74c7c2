/** Lines of a log that say that a message could not be sent. */
@NullMarked
package org.callcause.capture.text.complaint;

import org.jspecify.annotations.NullMarked;
