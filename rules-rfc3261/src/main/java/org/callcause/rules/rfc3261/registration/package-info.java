/** Registration, authentication and their challenges. */
@NullMarked
package org.callcause.rules.rfc3261.registration;

import org.jspecify.annotations.NullMarked;
