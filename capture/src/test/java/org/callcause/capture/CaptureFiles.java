package org.callcause.capture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/** Writes capture files. The n-th packet, counted from 0, is captured n milliseconds after second 1,700,000,000. */
final class CaptureFiles {

    static final long SECONDS = 1_700_000_000L;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final ByteOrder order;
    private int packets;

    private CaptureFiles(ByteOrder order) {
        this.order = order;
    }

    /** A pcap file in microseconds and little-endian order. */
    static byte[] pcap(int linkType, byte[]... frames) {
        return pcap(ByteOrder.LITTLE_ENDIAN, 0xA1B2C3D4, 1000, linkType, frames);
    }

    /** A pcap file with so many units of time in a millisecond. */
    static byte[] pcap(ByteOrder order, int magic, int unitsPerMillisecond, int linkType, byte[]... frames) {
        CaptureFiles pcap = new CaptureFiles(order);
        pcap.append(buffer -> buffer.putInt(magic)
                .putShort((short) 2)
                .putShort((short) 4)
                .putInt(0)
                .putInt(0)
                .putInt(65_535)
                .putInt(linkType));
        for (byte[] frame : frames) {
            pcap.append(buffer -> buffer.putInt((int) SECONDS)
                    .putInt(pcap.packets * unitsPerMillisecond)
                    .putInt(frame.length)
                    .putInt(frame.length)
                    .put(frame));
            pcap.packets++;
        }
        return pcap.bytes();
    }

    static CaptureFiles pcapng(ByteOrder order) {
        return new CaptureFiles(order).section();
    }

    CaptureFiles section() {
        return block(
                0x0A0D0D0A,
                body -> body.putInt(0x1A2B3C4D)
                        .putShort((short) 1)
                        .putShort((short) 0)
                        .putLong(-1));
    }

    CaptureFiles microsecondInterface(int linkType) {
        return block(
                1, body -> body.putShort((short) linkType).putShort((short) 0).putInt(0));
    }

    /** An interface with the options if_tsresol and if_tsoffset. */
    CaptureFiles describedInterface(int linkType, int resolution, long offsetSeconds) {
        return block(
                1,
                body -> body.putShort((short) linkType)
                        .putShort((short) 0)
                        .putInt(262_144)
                        .putShort((short) 9)
                        .putShort((short) 1)
                        .put((byte) resolution)
                        .put(new byte[3])
                        .putShort((short) 14)
                        .putShort((short) 8)
                        .putLong(offsetSeconds)
                        .putInt(0));
    }

    CaptureFiles packet(int interfaceNumber, long ticks, byte[] frame) {
        return block(
                6,
                body -> body.putInt(interfaceNumber)
                        .putInt((int) (ticks >>> 32))
                        .putInt((int) ticks)
                        .putInt(frame.length)
                        .putInt(frame.length)
                        .put(frame));
    }

    CaptureFiles obsoletePacket(int interfaceNumber, long ticks, byte[] frame) {
        return block(
                2,
                body -> body.putShort((short) interfaceNumber)
                        .putShort((short) 0)
                        .putInt((int) (ticks >>> 32))
                        .putInt((int) ticks)
                        .putInt(frame.length)
                        .putInt(frame.length)
                        .put(frame));
    }

    CaptureFiles simplePacket(byte[] frame) {
        return block(3, body -> body.putInt(frame.length).put(frame));
    }

    /** A block with its length before and behind it, padded to four bytes. */
    CaptureFiles block(int type, Consumer<ByteBuffer> content) {
        ByteBuffer body = ByteBuffer.allocate(1 << 17).order(order);
        content.accept(body);
        int padded = body.position() + 3 & ~3;
        append(buffer -> buffer.putInt(type)
                .putInt(12 + padded)
                .put(body.array(), 0, padded)
                .putInt(12 + padded));
        return this;
    }

    byte[] bytes() {
        return file.toByteArray();
    }

    private void append(Consumer<ByteBuffer> content) {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 18).order(order);
        content.accept(buffer);
        file.write(buffer.array(), 0, buffer.position());
    }
}
