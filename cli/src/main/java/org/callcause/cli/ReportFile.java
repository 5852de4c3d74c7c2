package org.callcause.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file that reports are appended to, a line in one piece, so that a killed process leaves whole lines. It is rotated by
 * renaming or truncating: whether the path still leads to the open file is looked at once a second.
 */
final class ReportFile implements ReportOutput {

    private static final long LOOK_NANOS = 1_000_000_000L;
    private static final long COMPLAINT_NANOS = 60_000_000_000L;
    private static final int BLOCK = 1 << 16;

    private final Path path;
    private final Console console;
    private FileChannel channel;
    private @Nullable Object fileKey;
    private long lastLook;
    private long lastComplaint = System.nanoTime() - COMPLAINT_NANOS;
    private boolean torn;
    private long unwritten;

    private ReportFile(Path path, Console console, FileChannel channel, @Nullable Object fileKey) {
        this.path = path;
        this.console = console;
        this.channel = channel;
        this.fileKey = fileKey;
        this.lastLook = System.nanoTime();
    }

    /** Opens the file to append to it, and cuts off a line that a killed process left without its end. */
    static ReportFile open(Path path, Console console) throws IOException {
        long cut = cutTornLine(path);
        if (cut > 0) {
            console.complain(path + ": the last line had no end; its " + cut + " bytes were removed");
        }
        FileChannel channel = openChannel(path);
        return new ReportFile(path, console, channel, keyOf(path));
    }

    private static FileChannel openChannel(Path path) throws IOException {
        try {
            return FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new IOException(Outputs.notWritable(path, failed), failed);
        }
    }

    private static @Nullable Object keyOf(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }

    private static long cutTornLine(Path path) throws IOException {
        if (!Files.isRegularFile(path) || Files.size(path) == 0) {
            return 0;
        }
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long size = file.size();
            long end = endOfLastLine(file, size);
            if (end < size) {
                file.truncate(end);
            }
            return size - end;
        }
    }

    private static long endOfLastLine(FileChannel file, long size) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        long end = size;
        while (end > 0) {
            long start = Math.max(0, end - BLOCK);
            block.clear().limit((int) (end - start));
            int read = file.read(block, start);
            for (int i = read - 1; i >= 0; i--) {
                if (block.get(i) == '\n') {
                    return start + i + 1;
                }
            }
            end = start;
        }
        return 0;
    }

    @Override
    public synchronized void write(byte[] line) {
        try {
            followRotation();
            ByteBuffer bytes = ByteBuffer.wrap(line);
            if (torn) {
                channel.write(ByteBuffer.wrap(new byte[] {'\n'}));
                torn = false;
            }
            while (bytes.hasRemaining()) {
                channel.write(bytes);
                torn = bytes.hasRemaining();
            }
        } catch (IOException failed) {
            unwritten++;
            complain(failed);
        }
    }

    private void followRotation() throws IOException {
        long now = System.nanoTime();
        if (now - lastLook < LOOK_NANOS) {
            return;
        }
        lastLook = now;
        if (!leadsToOpenFile()) {
            channel.close();
            channel = openChannel(path);
            fileKey = keyOf(path);
            torn = false;
        }
    }

    private boolean leadsToOpenFile() throws IOException {
        try {
            return channel.isOpen() && Objects.equals(keyOf(path), fileKey);
        } catch (NoSuchFileException renamed) {
            return false;
        }
    }

    private void complain(IOException failed) {
        long now = System.nanoTime();
        if (now - lastComplaint >= COMPLAINT_NANOS) {
            lastComplaint = now;
            console.complain("a report could not be written: " + OneLine.of(failed));
        }
    }

    @Override
    public synchronized long unwritten() {
        return unwritten;
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
    }
}
