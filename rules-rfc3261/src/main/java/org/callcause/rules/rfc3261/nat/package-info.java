/** Addresses that are valid on one side of a NAT only, and what it takes to get through one. */
@NullMarked
package org.callcause.rules.rfc3261.nat;

import org.jspecify.annotations.NullMarked;
