/** HEP, in which SIP servers and capture agents send what they see to a collector: reading it, and receiving it live. */
@NullMarked
package org.callcause.capture.hep;

import org.jspecify.annotations.NullMarked;
