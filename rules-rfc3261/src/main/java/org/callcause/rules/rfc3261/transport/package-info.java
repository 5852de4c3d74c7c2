/** Transports, addresses and what lies between. */
@NullMarked
package org.callcause.rules.rfc3261.transport;

import org.jspecify.annotations.NullMarked;
