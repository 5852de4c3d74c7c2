package org.callcause.fuzzing;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any bytes as packets: link layers, IP with fragments, UDP, TCP streams, SCTP, tunnels, HEP. */
class PacketFuzzTests {

    /** Loopback, Ethernet, raw IP, Linux cooked captures of both versions, exported PDUs, IPv4, IPv6. */
    private static final int[] LINK_TYPES = {0, 1, PcapFile.RAW_IP, 113, 276, 252, 228, 229};

    private static final int MOST_PACKETS = 40;

    @FuzzTest
    void anyPacketsAreDecoded(FuzzedDataProvider data) {
        PcapFile file = new PcapFile(data.pickValue(LINK_TYPES));
        for (int packet = 0; packet < MOST_PACKETS && data.remainingBytes() > 0; packet++) {
            file.add(data.consumeInt() & 0xFFFFFFFFL, data.consumeBytes(data.consumeInt(1, 200)));
        }
        CaptureReading.messages(file.bytes());
    }
}
