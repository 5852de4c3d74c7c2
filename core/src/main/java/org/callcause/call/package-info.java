/** What a person calls a call: its legs, its hops and how it ended. */
@NullMarked
package org.callcause.call;

import org.jspecify.annotations.NullMarked;
