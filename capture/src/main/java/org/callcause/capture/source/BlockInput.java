package org.callcause.capture.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Input that comes in blocks, as whoever makes it of something else has them. */
public final class BlockInput extends InputStream {

    /** Makes the blocks. */
    @FunctionalInterface
    public interface Blocks {

        /** The next one, which may be empty; absent at the end, and then not asked again. */
        Optional<byte[]> next() throws IOException;
    }

    private final Blocks blocks;
    private byte[] block = {};
    private int position;
    private boolean ended;

    /** The input of these blocks. */
    public BlockInput(Blocks blocks) {
        this.blocks = blocks;
    }

    @Override
    public int read() throws IOException {
        return fill() ? block[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, block.length - position);
        System.arraycopy(block, position, target, offset, count);
        position += count;
        return count;
    }

    private boolean fill() throws IOException {
        while (position == block.length && !ended) {
            Optional<byte[]> next = blocks.next();
            ended = next.isEmpty();
            block = next.orElse(block);
            position = ended ? block.length : 0;
        }
        return !ended;
    }
}
