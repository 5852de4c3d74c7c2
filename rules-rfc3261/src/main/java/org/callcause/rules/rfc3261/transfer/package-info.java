/** Transfer: REFER, its notifications, and Replaces. */
@NullMarked
package org.callcause.rules.rfc3261.transfer;

import org.jspecify.annotations.NullMarked;
