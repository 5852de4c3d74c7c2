package org.callcause.fuzzing;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;

/** Connections to the TLS port of a SIP server on which anything is said, mostly in records of TLS, and closed anyhow. */
class ConnectionFuzzTests {

    private static final int MOST_PACKETS = 60;
    private static final int MOST_BYTES = 2_000;
    private static final int SYN = 0x02;
    private static final int ACK = 0x10;
    private static final int[] FLAGS = {ACK, ACK, ACK, ACK, 0x11, 0x04, 0x14, SYN, SYN | ACK};
    private static final byte[] RECORD_TYPES = {20, 21, 22, 23};

    /** Alert, ClientHello, ServerHello, Certificate, CertificateRequest, ClientKeyExchange. */
    private static final byte[] MESSAGES = {2, 1, 2, 11, 13, 16};

    @FuzzTest
    void whateverIsSaidOnAConnectionIsRead(FuzzedDataProvider data) {
        PcapFile file = new PcapFile(PcapFile.RAW_IP);
        file.add(0, PcapFile.tls(true, SYN, 0, new byte[0]));
        file.add(0, PcapFile.tls(false, SYN | ACK, 0, new byte[0]));
        int[] next = {1, 1};
        long nanos = 0;
        for (int packet = 0; packet < MOST_PACKETS && data.remainingBytes() > 0; packet++) {
            boolean fromClient = data.consumeBoolean();
            int side = fromClient ? 0 : 1;
            byte[] said = said(data);
            int skipped = data.consumeByte() == 0 ? data.consumeInt(-10, 10) : 0;
            nanos += data.consumeInt(0, 2_000_000_000);
            file.add(nanos, PcapFile.tls(fromClient, data.pickValue(FLAGS), next[side] + skipped, said));
            next[side] += said.length;
        }
        CaptureReading.messages(file.bytes());
    }

    private static byte[] said(FuzzedDataProvider data) {
        byte[] content = data.consumeBytes(data.consumeInt(0, MOST_BYTES));
        if (data.consumeBoolean()) {
            return content;
        }
        byte[] message = data.consumeBoolean() ? message(data.pickValue(MESSAGES), content) : content;
        return ByteBuffer.allocate(5 + message.length)
                .put(data.pickValue(RECORD_TYPES))
                .putShort((short) 0x0303)
                .putShort((short) message.length)
                .put(message)
                .array();
    }

    private static byte[] message(byte type, byte[] content) {
        return ByteBuffer.allocate(4 + content.length)
                .putInt(type << 24 | content.length)
                .put(content)
                .array();
    }
}
