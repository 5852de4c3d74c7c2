package org.callcause.capture.text.document;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** XML that ends where one tag or one text gets too long to be kept in memory: no {@code <} may stand in either. */
final class BoundedMarkup extends FilterInputStream {

    static final int LONGEST = 1 << 22;

    private int since;

    BoundedMarkup(InputStream input) {
        super(input);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (since > LONGEST) {
            return -1;
        }
        int count = super.read(target, offset, length);
        for (int i = offset; i < offset + count; i++) {
            since = target[i] == '<' ? 0 : since + 1;
        }
        return count;
    }
}
