package org.callcause.call;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;
import org.callcause.message.ParserLimits;
import org.callcause.message.SipMessage;
import org.callcause.message.SipParser;

/**
 * Makes one compressed array of the messages of a call, and messages of it again. The messages of a call repeat each
 * other, so that this takes about a fifth of the room.
 */
final class MessagePacker {

    /** The messages were read within limits already, which must not apply a second time. */
    private static final ParserLimits LIMITS = new ParserLimits(0xFFFFFF, Integer.MAX_VALUE, 0xFFFFFF);

    private final SipParser parser = new SipParser(LIMITS);

    byte[] pack(List<CapturedMessage> messages) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(1_024);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try (DataOutputStream output = new DataOutputStream(new DeflaterOutputStream(packed, deflater))) {
            output.writeInt(messages.size());
            for (CapturedMessage message : messages) {
                write(message, output);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    private static void write(CapturedMessage message, DataOutputStream output) throws IOException {
        output.writeLong(message.index());
        output.writeBoolean(message.hasTime());
        output.writeLong(message.nanos());
        write(message.from(), output);
        write(message.to(), output);
        output.writeBoolean(message.isFromInferred());
        output.writeBoolean(message.isToInferred());
        output.writeUTF(message.transport().name());
        byte[] bytes = message.message().toBytes();
        output.writeInt(bytes.length);
        output.write(bytes);
    }

    private static void write(Endpoint endpoint, DataOutputStream output) throws IOException {
        output.writeUTF(endpoint.host());
        output.writeShort(endpoint.port());
    }

    List<CapturedMessage> unpack(byte[] packed) {
        try (DataInputStream input =
                new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(packed), new Inflater(true)))) {
            int count = input.readInt();
            List<CapturedMessage> messages = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                messages.add(read(input));
            }
            return messages;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private CapturedMessage read(DataInputStream input) throws IOException {
        long index = input.readLong();
        boolean timed = input.readBoolean();
        long nanos = input.readLong();
        Endpoint from = readEndpoint(input);
        Endpoint to = readEndpoint(input);
        boolean fromInferred = input.readBoolean();
        boolean toInferred = input.readBoolean();
        Transport transport = Transport.valueOf(input.readUTF());
        SipMessage message = parser.parse(input.readNBytes(input.readInt())).orElseThrow();
        Endpoint seenFrom = fromInferred ? Endpoint.UNKNOWN : from;
        Endpoint seenTo = toInferred ? Endpoint.UNKNOWN : to;
        CapturedMessage seen = timed
                ? CapturedMessage.of(index, nanos, seenFrom, seenTo, transport, message)
                : CapturedMessage.untimed(index, seenFrom, seenTo, transport, message);
        return fromInferred || toInferred ? seen.withInferredEnds(from, to) : seen;
    }

    private static Endpoint readEndpoint(DataInputStream input) throws IOException {
        return new Endpoint(input.readUTF(), input.readUnsignedShort());
    }
}
