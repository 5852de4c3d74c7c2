package org.callcause.fuzzing;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import org.callcause.dialog.CapturedMessage;
import org.callcause.testkit.CallScript;

/** A call between browsers, on whose media sockets anything is said, mostly in the forms of STUN, DTLS, RTCP and RTP. */
class MediaFuzzTests {

    private static final CallScript CALL = CallScript.of("""
            party caller = 192.0.2.1:5060
            party callee = 192.0.2.2:5060
            0.000 caller -> callee INVITE | sdp: PCMU; UDP/TLS/RTP/SAVPF; a=ice-ufrag:aaaa; a=candidate:1 1 UDP 1 192.0.2.1 40000 typ host; a=fingerprint:sha-256 AA; a=setup:actpass
            1.000 callee -> caller 200 | sdp: PCMU; UDP/TLS/RTP/SAVPF; a=ice-ufrag:bbbb; a=candidate:1 1 UDP 1 192.0.2.2 40000 typ host; a=fingerprint:sha-256 BB; a=setup:active
            1.010 caller -> callee ACK
            60.000 caller -> callee BYE
            60.010 callee -> caller 200
            """);

    private static final short[] PORTS = {(short) 40_000, (short) 40_000, (short) 40_001};
    private static final int MOST_PACKETS = 60;
    private static final int MOST_BYTES = 120;
    private static final int MAGIC_COOKIE = 0x2112_A442;

    /** Binding request, success and error; indication; a TURN request. */
    private static final short[] STUN_TYPES = {0x0001, 0x0101, 0x0111, 0x0011, 0x0003};

    /** Error code, user name, controlled. */
    private static final short[] STUN_ATTRIBUTES = {0x0009, 0x0006, (short) 0x8029};

    /** Sender and receiver report, description, BYE, feedback, and RTP. */
    private static final int[] RTP_TYPES = {200, 201, 202, 203, 205, 206, 0, 8, 96};

    /** Change of ciphers, alert, handshake, data. */
    private static final byte[] RECORD_TYPES = {20, 21, 22, 23};

    @FuzzTest
    void whateverIsSaidBesideTheMediaGivesAWholeReport(FuzzedDataProvider data) {
        PcapFile file = new PcapFile(PcapFile.RAW_IP);
        long nanos = 0;
        for (CapturedMessage message : CALL.messages()) {
            for (int packet = 0;
                    packet < MOST_PACKETS && nanos < message.nanos() && data.remainingBytes() > 0;
                    packet++) {
                file.add(nanos, PcapFile.udp(data.consumeBoolean(), data.pickValue(PORTS), said(data)));
                nanos += data.consumeInt(0, 2_000_000_000);
            }
            nanos = Math.max(nanos, message.nanos());
            file.add(message.nanos(), PcapFile.udp(message.message().toBytes()));
        }
        WholeReport.assertWhole(file.bytes());
    }

    private static byte[] said(FuzzedDataProvider data) {
        byte[] content = data.consumeBytes(data.consumeInt(0, MOST_BYTES));
        return switch (data.consumeInt(0, 3)) {
            case 0 -> stun(data.pickValue(STUN_TYPES), data.pickValue(STUN_ATTRIBUTES), content);
            case 1 -> dtls(data.pickValue(RECORD_TYPES), data.consumeBoolean(), content);
            case 2 -> rtp(data.consumeInt(0, 31), data.pickValue(RTP_TYPES), content);
            default -> content;
        };
    }

    private static byte[] stun(short type, short attribute, byte[] content) {
        return ByteBuffer.allocate(24 + content.length)
                .putShort(type)
                .putShort((short) (4 + content.length & ~3))
                .putInt(MAGIC_COOKIE)
                .position(20)
                .putShort(attribute)
                .putShort((short) content.length)
                .put(content)
                .array();
    }

    private static byte[] dtls(byte type, boolean underKeys, byte[] content) {
        return ByteBuffer.allocate(13 + content.length)
                .put(type)
                .putShort((short) 0xFEFD)
                .putShort((short) (underKeys ? 1 : 0))
                .position(11)
                .putShort((short) content.length)
                .put(content)
                .array();
    }

    private static byte[] rtp(int count, int type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .put((byte) (0x80 | count))
                .put((byte) type)
                .putShort((short) (1 + content.length / 4))
                .putInt(1)
                .put(content)
                .array();
    }
}
