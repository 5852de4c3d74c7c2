/** The way of requests through proxies: routes, hops, loops, redirections. */
@NullMarked
package org.callcause.rules.rfc3261.routing;

import org.jspecify.annotations.NullMarked;
