/** The capture file formats pcap and pcapng: from a file to link-layer frames. */
@NullMarked
package org.callcause.capture.pcap;

import org.jspecify.annotations.NullMarked;
