/** Transactions and their timers: what was not answered, repeated or acknowledged. */
@NullMarked
package org.callcause.rules.rfc3261.transaction;

import org.jspecify.annotations.NullMarked;
