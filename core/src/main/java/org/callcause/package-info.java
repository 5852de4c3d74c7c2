/** What a host calls: the facade and the report of a call. */
@NullMarked
package org.callcause;

import org.jspecify.annotations.NullMarked;
