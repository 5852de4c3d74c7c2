/**
 * Captured messages and what RFC 3261 makes of them: transactions, the hops they were seen on, and dialogs.
 */
@NullMarked
package org.callcause.dialog;

import org.jspecify.annotations.NullMarked;
