package org.callcause.capture.tls;

import java.util.Arrays;
import java.util.Optional;
import org.callcause.capture.source.Network;
import org.callcause.dialog.TlsAlert;

/**
 * Reads the records of one direction of a TLS connection as they come (RFC 8446 section 5.1): keeps the handshake that is in
 * clear, and notes alerts and how much was encrypted.
 */
public final class RecordReader {

    private static final int CHANGE_CIPHER_SPEC = 20;
    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int HEADER_LENGTH = 5;
    private static final int ALERT_LENGTH = 2;
    private static final int FATAL = 2;

    /** Room for a chain of certificates; of a longer handshake the rest is passed over. */
    private static final int MOST_KEPT = 1 << 13;

    /**
     * The longest record that holds no more than an encrypted alert of version 1.3: 2 bytes, a type, 16 of integrity, and the
     * padding of 16 that Java adds. A Finished takes 45 at least.
     */
    private static final int LONGEST_ALERT = 40;

    private static final int SHORTEST_FINISHED = 45;
    private static final byte[] NOTHING = {};

    private final byte[] header = new byte[HEADER_LENGTH];
    private int headerLength;
    private int rest;
    private final byte[] start = new byte[4];
    private int startLength;
    private boolean clear;
    private byte[] kept = NOTHING;
    private int keptLength;
    private boolean changedKeys;
    private boolean broken;
    private int records;
    private long encryptedBytes;
    private int encryptedRecords;
    private int lastEncrypted;
    private Optional<TlsAlert> alert = Optional.empty();
    private boolean fatal;

    /** Whether bytes begin with a record of a handshake whose first message is of this type. */
    public static boolean beginsWithHandshake(byte[] bytes, int offset, int end, int message) {
        return end - offset > HEADER_LENGTH
                && bytes[offset] == HANDSHAKE
                && bytes[offset + 1] == 3
                && bytes[offset + HEADER_LENGTH] == message;
    }

    /** Whether bytes begin with an alert in clear. */
    public static boolean beginsWithAlert(byte[] bytes, int offset, int end) {
        return end - offset >= HEADER_LENGTH + ALERT_LENGTH
                && isRecord(bytes, offset)
                && bytes[offset] == ALERT
                && Network.unsigned16(bytes, offset + 3) == ALERT_LENGTH;
    }

    /** Whether bytes begin with a record. */
    public static boolean beginsWithRecord(byte[] bytes, int offset, int end) {
        return end - offset >= 2 && isRecord(bytes, offset);
    }

    private static boolean isRecord(byte[] bytes, int offset) {
        return bytes[offset] >= CHANGE_CIPHER_SPEC && bytes[offset] <= 24 && bytes[offset + 1] == 3;
    }

    /** Takes the next bytes. */
    public void accept(byte[] bytes, int offset, int end) {
        int at = offset;
        while (at < end && !broken) {
            if (headerLength < HEADER_LENGTH) {
                header[headerLength++] = bytes[at++];
                if (headerLength == HEADER_LENGTH) {
                    begin();
                }
            } else {
                int part = Math.min(rest, end - at);
                content(bytes, at, part);
                at += part;
                rest -= part;
            }
            if (headerLength == HEADER_LENGTH && rest == 0) {
                complete();
                headerLength = 0;
            }
        }
    }

    private void begin() {
        broken = !isRecord(header, 0);
        rest = Network.unsigned16(header, 3);
        startLength = 0;
        clear = false;
        records += broken ? 0 : 1;
    }

    private void content(byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (startLength < start.length && at < end) {
            start[startLength++] = bytes[at++];
            if (startLength == start.length && header[0] == HANDSHAKE) {
                clear = !changedKeys || isHello();
                if (clear) {
                    keep(start, 0, start.length);
                }
            }
        }
        if (clear) {
            keep(bytes, at, end - at);
        }
    }

    /** In version 1.3 a change of keys is only told for the sake of old boxes, and a second hello may follow (RFC 8446 D.4). */
    private boolean isHello() {
        int length = Network.unsigned16(header, 3);
        return (start[0] == HandshakeMessages.CLIENT_HELLO || start[0] == HandshakeMessages.SERVER_HELLO)
                && (Network.unsigned8(start, 1) << 16 | Network.unsigned16(start, 2)) + start.length == length;
    }

    private void keep(byte[] bytes, int offset, int length) {
        int taken = Math.min(length, MOST_KEPT - keptLength);
        if (keptLength + taken > kept.length) {
            kept = Arrays.copyOf(kept, Math.max(keptLength + taken, 2 * kept.length));
        }
        System.arraycopy(bytes, offset, kept, keptLength, taken);
        keptLength += taken;
    }

    private void complete() {
        int length = Network.unsigned16(header, 3);
        int type = header[0];
        if (type == CHANGE_CIPHER_SPEC) {
            changedKeys = true;
        } else if (type == ALERT && length == ALERT_LENGTH) {
            // An encrypted one is longer.
            alert = Optional.of(new TlsAlert(Network.unsigned8(start, 1)));
            fatal |= start[0] == FATAL;
        } else if (!clear) {
            encryptedBytes += length;
            encryptedRecords++;
            lastEncrypted = length;
        }
    }

    /** Whether what came is no TLS. */
    public boolean isBroken() {
        return broken;
    }

    /** Whether the rest of a record is still to come. */
    public boolean isWithinRecord() {
        return headerLength > 0;
    }

    /** Whether what is in clear was more than is kept. */
    public boolean keepsNoMore() {
        return keptLength == MOST_KEPT;
    }

    /** How many records began. */
    public int records() {
        return records;
    }

    /** Whether anything came. */
    public boolean hasBegun() {
        return records > 0;
    }

    /** The last alert in clear. */
    public Optional<TlsAlert> alert() {
        return alert;
    }

    /** Whether an alert in clear says that the session is over. */
    public boolean isFatal() {
        return fatal;
    }

    /** How many encrypted records came whole. */
    public int encryptedRecords() {
        return encryptedRecords;
    }

    /** Whether what came encrypted may hold a Finished, the end of a handshake. */
    public boolean mayHaveFinished() {
        return encryptedBytes >= SHORTEST_FINISHED;
    }

    /** Whether the last encrypted record is no longer than an alert. */
    public boolean endsLikeAlert() {
        return encryptedRecords > 0 && lastEncrypted <= LONGEST_ALERT;
    }

    /** The messages of the handshake that are in clear. */
    public HandshakeMessages messages() {
        return new HandshakeMessages(kept, keptLength);
    }
}
