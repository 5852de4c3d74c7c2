package org.callcause.capture.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.ZipException;

/**
 * A window on an input stream: the bytes from {@link #position()} on are in {@link #bytes()}, as many as
 * {@link #require} was asked for. A compressed input that breaks off counts as an input that ends there.
 */
public final class InputBuffer {

    /** The most that {@link #require} can be asked for. */
    public static final int MAX_REQUIRED = 1 << 21;

    private static final int INITIAL_CAPACITY = 1 << 18;

    private final InputStream input;
    private byte[] buffer = new byte[INITIAL_CAPACITY];
    private int position;
    private int limit;
    private boolean ended;
    private boolean broken;

    public InputBuffer(InputStream input) {
        this.input = input;
    }

    /** The array that holds the window; another one after each {@link #require}. */
    public byte[] bytes() {
        return buffer;
    }

    /** Where the window begins in {@link #bytes()}. */
    public int position() {
        return position;
    }

    /** How many bytes of the window are in memory. */
    public int available() {
        return limit - position;
    }

    /** Whether the input broke off inside its own compression. */
    public boolean isBroken() {
        return broken;
    }

    /** Makes the next {@code count} bytes available; false when the input ends before, and then all there is. */
    public boolean require(int count) throws IOException {
        if (limit - position >= count) {
            return true;
        }
        if (count > MAX_REQUIRED) {
            throw new IllegalArgumentException("window of " + count);
        }
        if (position + count > buffer.length) {
            makeRoom(count);
        }
        while (limit - position < count && !ended) {
            read();
        }
        return limit - position >= count;
    }

    /** Moves the window over bytes that are available. */
    public void advance(int count) {
        position += count;
    }

    /** Moves the window over bytes that need not be in memory; false when the input ends before. */
    public boolean skip(long count) throws IOException {
        long left = count;
        while (left > limit - position) {
            left -= limit - position;
            position = 0;
            limit = 0;
            if (!require(1)) {
                return false;
            }
        }
        position += (int) left;
        return true;
    }

    /** The bytes from {@link #position()} on as a stream, which moves the window as it is read. */
    public InputStream stream() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                if (!require(1)) {
                    return -1;
                }
                return buffer[position++] & 0xFF;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                if (length == 0) {
                    return 0;
                }
                if (!require(1)) {
                    return -1;
                }
                int count = Math.min(length, limit - position);
                System.arraycopy(buffer, position, target, offset, count);
                position += count;
                return count;
            }
        };
    }

    private void makeRoom(int count) {
        int kept = limit - position;
        if (count > buffer.length) {
            buffer = Arrays.copyOfRange(buffer, position, position + Math.max(count, 2 * buffer.length));
        } else {
            System.arraycopy(buffer, position, buffer, 0, kept);
        }
        position = 0;
        limit = kept;
    }

    private void read() throws IOException {
        try {
            int count = input.read(buffer, limit, buffer.length - limit);
            if (count < 0) {
                ended = true;
            } else {
                limit += count;
            }
        } catch (EOFException | ZipException e) {
            ended = true;
            broken = true;
        }
    }
}
