/** What a TLS handshake shows in clear. */
@NullMarked
package org.callcause.capture.tls;

import org.jspecify.annotations.NullMarked;
