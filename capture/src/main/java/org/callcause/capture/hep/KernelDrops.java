package org.callcause.capture.hep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What Linux dropped of the datagrams to a port because its buffer was full, by the last column of
 * {@code /proc/net/udp}. Nobody else can tell: such a datagram never reaches the process.
 */
final class KernelDrops {

    private static final List<Path> TABLES = List.of(Path.of("/proc/net/udp"), Path.of("/proc/net/udp6"));
    private static final int LOCAL_ADDRESS = 1;
    private static final int DROPS = 12;

    private KernelDrops() {}

    static long of(Set<Integer> ports) {
        long drops = 0;
        for (Path table : TABLES) {
            try {
                if (!ports.isEmpty() && Files.isReadable(table)) {
                    drops += of(ports, Files.readAllLines(table, StandardCharsets.ISO_8859_1));
                }
            } catch (IOException | NumberFormatException unreadable) {
                return 0;
            }
        }
        return drops;
    }

    static long of(Set<Integer> ports, List<String> table) {
        long drops = 0;
        for (String line : table.subList(Math.min(1, table.size()), table.size())) {
            String[] columns = line.strip().split("\\s+", -1);
            if (columns.length > DROPS) {
                String address = columns[LOCAL_ADDRESS];
                int port = Integer.parseInt(address.substring(address.indexOf(':') + 1), 16);
                drops += ports.contains(port) ? Long.parseLong(columns[DROPS]) : 0;
            }
        }
        return drops;
    }
}
