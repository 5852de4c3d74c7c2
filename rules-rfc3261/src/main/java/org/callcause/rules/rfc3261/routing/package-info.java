/** The way of requests through proxies, and forking. */
@NullMarked
package org.callcause.rules.rfc3261.routing;

import org.jspecify.annotations.NullMarked;
