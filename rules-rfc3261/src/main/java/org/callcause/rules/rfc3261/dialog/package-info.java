/** The identity of dialogs and the order within them. */
@NullMarked
package org.callcause.rules.rfc3261.dialog;

import org.jspecify.annotations.NullMarked;
