/** Captured messages, and the transactions and dialogs they form. */
@NullMarked
package org.callcause.dialog;

import org.jspecify.annotations.NullMarked;
