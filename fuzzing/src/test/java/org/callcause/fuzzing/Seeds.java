package org.callcause.fuzzing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.callcause.dialog.CapturedMessage;
import org.callcause.testkit.HealthyCall;
import org.callcause.testkit.HealthyCalls;

/** Input without a fault, for the fuzzer to begin with. */
final class Seeds {

    private static final short MEDIA_PORT = (short) 40_000;

    private Seeds() {}

    /** Messages of every kind, each once. */
    static Stream<byte[]> messages() {
        return HealthyCalls.all().stream()
                .flatMap(call -> call.script().messages().stream())
                .map(captured -> captured.message().toBytes());
    }

    /** Calls as text that can be pasted. */
    static Stream<byte[]> traces() {
        return HealthyCalls.all().stream().map(call -> call.script().trace().getBytes(StandardCharsets.UTF_8));
    }

    /** Calls as capture files of raw IPv4 packets. */
    static Stream<byte[]> captures() {
        return Stream.concat(
                HealthyCalls.all().stream().map(Seeds::capture),
                Stream.of(withMedia(HealthyCalls.all().get(0))));
    }

    /** Beside each message a packet of RTP, between the ports that the session descriptions of scripts name. */
    private static byte[] withMedia(HealthyCall call) {
        byte[] rtp = new byte[172];
        rtp[0] = (byte) 0x80;
        PcapFile file = new PcapFile(PcapFile.RAW_IP);
        for (CapturedMessage message : call.script().messages()) {
            file.add(message.nanos(), PcapFile.udp(message.message().toBytes()));
            file.add(message.nanos(), PcapFile.udp(MEDIA_PORT, rtp));
        }
        return file.bytes();
    }

    private static byte[] capture(HealthyCall call) {
        PcapFile file = new PcapFile(PcapFile.RAW_IP);
        List<CapturedMessage> messages = call.script().messages();
        for (CapturedMessage message : messages) {
            file.add(message.nanos(), PcapFile.udp(message.message().toBytes()));
        }
        return file.bytes();
    }
}
