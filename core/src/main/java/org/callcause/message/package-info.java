/** One SIP message, read lazily from its bytes. */
@NullMarked
package org.callcause.message;

import org.jspecify.annotations.NullMarked;
