/** From text with SIP messages in it, pasted or logged, to SIP messages. */
@NullMarked
package org.callcause.capture.text;

import org.jspecify.annotations.NullMarked;
