/** Transports: connections, sizes, lengths, and the servers that are tried. */
@NullMarked
package org.callcause.rules.rfc3261.transport;

import org.jspecify.annotations.NullMarked;
