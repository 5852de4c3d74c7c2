/** Lines of text, and what mails, logs and web pages put around them. */
@NullMarked
package org.callcause.capture.text.line;

import org.jspecify.annotations.NullMarked;
