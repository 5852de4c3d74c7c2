/** From link-layer frames to SIP messages: links, tunnels, IP, fragments, UDP, TCP, WebSocket. */
@NullMarked
package org.callcause.capture.packet;

import org.jspecify.annotations.NullMarked;
