package org.callcause.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Rendered calls that wait for the end of the analysis, to be written in the order of their first message. Past some
 * size they wait in a temporary file, so that a report may be larger than the memory.
 */
final class Spool {

    private static final int MEMORY = 32 << 20;

    private record Entry(long order, long position, int length) {}

    private final int memory;
    private final List<Entry> entries = new ArrayList<>();
    private byte[] buffer = new byte[1024];
    private int buffered;
    private long written;
    private @Nullable FileChannel file;

    Spool() {
        this(MEMORY);
    }

    /** A spool that holds so many bytes in memory. */
    Spool(int memory) {
        this.memory = memory;
    }

    /**
     * Adds an entry.
     *
     * @throws UncheckedIOException if the temporary file cannot be written
     */
    void add(long order, byte[] rendered) {
        if (buffered > 0 && buffered + (long) rendered.length > memory) {
            spill();
        }
        entries.add(new Entry(order, written + buffered, rendered.length));
        reserve(rendered.length);
        System.arraycopy(rendered, 0, buffer, buffered, rendered.length);
        buffered += rendered.length;
    }

    private void reserve(int length) {
        if (buffered + length > buffer.length) {
            byte[] larger = new byte[(int) Math.max(buffered + (long) length, Math.min(memory, 2L * buffer.length))];
            System.arraycopy(buffer, 0, larger, 0, buffered);
            buffer = larger;
        }
    }

    private void spill() {
        try {
            FileChannel target = file;
            if (target == null) {
                target = temporaryFile();
                file = target;
            }
            ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, buffered);
            while (bytes.hasRemaining()) {
                written += target.write(bytes, written);
            }
            buffered = 0;
        } catch (IOException full) {
            throw new UncheckedIOException("a temporary file could not be written: " + full.getMessage(), full);
        }
    }

    private static FileChannel temporaryFile() throws IOException {
        Path path = Files.createTempFile("callcause", ".report");
        return FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Writes everything with the separator between the entries, and lets go of the temporary file. */
    void writeTo(OutputStream output, byte[] separator) throws IOException {
        writeTo(output, separator, order -> true);
    }

    /** Writes the entries of these orders in the same way, those of one order as they were added. */
    void writeTo(OutputStream output, byte[] separator, LongPredicate wanted) throws IOException {
        entries.sort(Comparator.comparingLong(Entry::order));
        boolean first = true;
        for (Entry entry : entries) {
            if (!wanted.test(entry.order())) {
                continue;
            }
            if (!first) {
                output.write(separator);
            }
            first = false;
            write(entry, output);
        }
        if (file != null) {
            file.close();
        }
    }

    private void write(Entry entry, OutputStream output) throws IOException {
        if (entry.position() >= written) {
            output.write(buffer, (int) (entry.position() - written), entry.length());
            return;
        }
        ByteBuffer bytes = ByteBuffer.allocate(entry.length());
        FileChannel source = file;
        int read = 0;
        while (source != null && bytes.hasRemaining() && read >= 0) {
            read = source.read(bytes, entry.position() + bytes.position());
        }
        output.write(bytes.array(), 0, bytes.position());
    }
}
