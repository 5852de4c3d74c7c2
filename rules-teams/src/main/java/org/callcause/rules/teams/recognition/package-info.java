/**
 * Whether Teams takes part in a call, and which endpoint is what: Microsoft's proxy, the SBC, the carrier, a phone.
 */
@NullMarked
package org.callcause.rules.teams.recognition;

import org.jspecify.annotations.NullMarked;
