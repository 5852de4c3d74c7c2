/** Why a call ended as it did: cause, origin, evidence and remedies. */
@NullMarked
package org.callcause.diagnosis;

import org.jspecify.annotations.NullMarked;
