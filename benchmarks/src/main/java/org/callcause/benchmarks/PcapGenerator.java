package org.callcause.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.callcause.dialog.Endpoint;

/** Writes a capture file of many interleaved calls: Ethernet, IPv4, UDP. The same number of calls gives the same bytes. */
public final class PcapGenerator {

    private static final int MAGIC_OF_MICROSECONDS = 0xA1B2C3D4;
    private static final int ETHERNET = 1;
    private static final int FRAME_HEADERS = 14 + 20 + 8;
    private static final byte UDP = 17;

    private PcapGenerator() {}

    /** Takes the number of calls and the file to write. */
    public static void main(String[] arguments) throws IOException {
        Traffic traffic = Traffic.ofCalls(Integer.parseInt(arguments[0]));
        long messages = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[1])), 1 << 16)) {
            out.write(fileHeader());
            while (traffic.hasNext()) {
                out.write(frame(traffic.next()));
                messages++;
            }
        }
        System.out.println(messages + " messages");
    }

    private static byte[] fileHeader() {
        return ByteBuffer.allocate(24)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(MAGIC_OF_MICROSECONDS)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(65_535)
                .putInt(ETHERNET)
                .array();
    }

    private static byte[] frame(Sent sent) {
        int length = FRAME_HEADERS + sent.bytes().length;
        ByteBuffer frame = ByteBuffer.allocate(16 + length).order(ByteOrder.LITTLE_ENDIAN);
        long microseconds = ChronoUnit.MICROS.between(Instant.EPOCH, sent.time());
        frame.putInt((int) (microseconds / 1_000_000)).putInt((int) (microseconds % 1_000_000));
        frame.putInt(length).putInt(length);
        frame.order(ByteOrder.BIG_ENDIAN);
        frame.putLong(0x0200_0000_0001_0200L).putInt(0x0000_0002).putShort((short) 0x0800);
        int internet = frame.position();
        frame.putShort((short) 0x4500).putShort((short) (length - 14)).putInt(0);
        frame.put((byte) 64)
                .put(UDP)
                .putShort((short) 0)
                .put(address(sent.from()))
                .put(address(sent.to()));
        frame.putShort(internet + 10, checksum(frame, internet));
        frame.putShort((short) sent.from().port()).putShort((short) sent.to().port());
        frame.putShort((short) (length - 34)).putShort((short) 0);
        return frame.put(sent.bytes()).array();
    }

    private static byte[] address(Endpoint endpoint) {
        byte[] address = new byte[4];
        String[] parts = endpoint.host().split("\\.", -1);
        for (int i = 0; i < address.length; i++) {
            address[i] = (byte) Integer.parseInt(parts[i]);
        }
        return address;
    }

    private static short checksum(ByteBuffer frame, int from) {
        int sum = 0;
        for (int i = from; i < from + 20; i += 2) {
            sum += frame.getShort(i) & 0xFFFF;
        }
        sum = (sum & 0xFFFF) + (sum >>> 16);
        return (short) ~(sum + (sum >>> 16));
    }
}
