/** How the logs of each kind of software announce a SIP message: one file a family, listed in {@code LogFormats}. */
@NullMarked
package org.callcause.capture.text.dialect;

import org.jspecify.annotations.NullMarked;
