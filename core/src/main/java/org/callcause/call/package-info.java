/**
 * Calls: what a person calls a call, how it ended, and how long it rang and lasted.
 */
@NullMarked
package org.callcause.call;

import org.jspecify.annotations.NullMarked;
