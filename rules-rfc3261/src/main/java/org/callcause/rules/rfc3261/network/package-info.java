/** What telephone networks and their filters say: release causes, identity, blocking. */
@NullMarked
package org.callcause.rules.rfc3261.network;

import org.jspecify.annotations.NullMarked;
