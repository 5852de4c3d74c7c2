package org.callcause.rules.teams.records;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Reads Microsoft's records: the usage export ({@code DirectRouting.calls.*.csv}, {@code PSTN.calls.*.csv}, or the
 * zip that holds them), what Graph answers ({@code directRoutingLogRow}, {@code pstnCallLogRow}, {@code callRecord}
 * with sessions), events of the calling service, streams of the Call Quality Dashboard, and the Network Assessment
 * Tool. What a file is shows in its content. No content makes it throw: what cannot be read is named with file and
 * line, and the rest is read.
 */
public final class RecordReader {

    private static final int HEAD = 64;

    /** More of a zip's entries, or a larger one, is no export of calls. */
    private static final int MOST_ENTRIES = 1_000;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private static final long LARGEST_ENTRY = 1L << 30;

    private RecordReader() {}

    /**
     * Reads one file to its end.
     *
     * @param name what places and problems call it
     * @param input left open
     * @throws IOException if reading fails
     */
    public static TeamsRecords read(String name, InputStream input) throws IOException {
        Collected collected = new Collected();
        InputStream buffered = new BufferedInputStream(input, 1 << 16);
        if (isZip(buffered)) {
            readZip(name, buffered, collected);
        } else {
            readFile(name, buffered, collected);
        }
        return collected.records();
    }

    private static boolean isZip(InputStream input) throws IOException {
        byte[] head = head(input);
        return head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }

    private static byte[] head(InputStream input) throws IOException {
        input.mark(HEAD);
        byte[] head = input.readNBytes(HEAD);
        input.reset();
        return head;
    }

    private static void readZip(String name, InputStream input, Collected collected) throws IOException {
        ZipInputStream zip = new ZipInputStream(input);
        try {
            int entries = 0;
            boolean tables = false;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries++;
                if (entries > MOST_ENTRIES) {
                    collected.problem(
                            new RecordPlace(name, 0), "more than " + MOST_ENTRIES + " files: the rest is left out");
                    return;
                }
                if (entry.getName().endsWith(".csv")) {
                    tables = true;
                    readEntry(name + "!" + entry.getName(), new Entry(zip, LARGEST_ENTRY), collected);
                }
            }
            if (!tables) {
                collected.problem(new RecordPlace(name, 0), "the zip holds no csv file");
            }
        } catch (ZipException broken) {
            collected.problem(new RecordPlace(name, 0), "the zip is broken: " + broken.getMessage());
        }
    }

    static void readEntry(String name, Entry entry, Collected collected) throws IOException {
        readFile(name, new BufferedInputStream(entry), collected);
        if (entry.isCut()) {
            collected.problem(new RecordPlace(name, 0), "larger than " + entry.most + " bytes: the rest is left out");
        }
    }

    private static void readFile(String name, InputStream input, Collected collected) throws IOException {
        if (isJson(head(input))) {
            new GraphDocument(name, collected).read(input);
        } else {
            new CsvFile(name, collected).read(input);
        }
    }

    /** Whether an object or a list comes first, behind blanks and a byte order mark. */
    private static boolean isJson(byte[] head) {
        int start = 0;
        while (start < BYTE_ORDER_MARK.length && start < head.length && head[start] == BYTE_ORDER_MARK[start]) {
            start++;
        }
        if (start < BYTE_ORDER_MARK.length) {
            start = 0;
        }
        while (start < head.length && head[start] >= 0 && head[start] <= ' ') {
            start++;
        }
        return start < head.length && (head[start] == '{' || head[start] == '[');
    }

    /** The part of a zip that is read now, no longer than it may be. */
    static final class Entry extends FilterInputStream {

        private final long most;
        private long left;

        Entry(InputStream zip, long most) {
            super(zip);
            this.most = most;
            this.left = most;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = left <= 0 ? -1 : super.read(target, offset, (int) Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }

        /** Whether there was more to read than may be. */
        boolean isCut() throws IOException {
            return left <= 0 && in.read() >= 0;
        }
    }
}
