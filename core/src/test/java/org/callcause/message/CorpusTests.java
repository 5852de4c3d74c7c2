package org.callcause.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Runs on a folder of traces given with {@code -Dcallcause.corpus=DIR}. */
@EnabledIfSystemProperty(named = "callcause.corpus", matches = ".+")
class CorpusTests {
    private static final List<String> START =
            List.of("SIP/2.0 ", "INVITE ", "ACK ", "BYE ", "CANCEL ", "OPTIONS ", "REGISTER ");

    private final Path corpus = Path.of(System.getProperty("callcause.corpus", ""));

    @Test
    void everyMessageCanBeRead() throws IOException {
        int messages = 0;
        try (Stream<Path> files = Files.walk(corpus)) {
            for (Path file : files.filter(CorpusTests::isTrace).sorted().toList()) {
                messages += readMessages(Files.readAllBytes(file));
            }
        }
        assertThat(messages).isPositive();
    }

    private static boolean isTrace(Path file) {
        return Files.isRegularFile(file) && !file.toString().endsWith(".bin");
    }

    private static int readMessages(byte[] bytes) {
        SipParser parser = new SipParser();
        int messages = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (startsMessage(bytes, i)) {
                int measured = SipFraming.messageLength(bytes, i, bytes.length - i);
                int length = measured > 0 ? measured : Math.min(1500, bytes.length - i);
                if (parser.parse(bytes, i, length).isPresent()) {
                    ReadEverything.of(parser.parse(bytes, i, length).orElseThrow());
                    messages++;
                }
            }
        }
        return messages;
    }

    private static boolean startsMessage(byte[] bytes, int place) {
        for (String start : START) {
            int i = 0;
            while (i < start.length() && place + i < bytes.length && bytes[place + i] == start.charAt(i)) {
                i++;
            }
            if (i == start.length()) {
                return true;
            }
        }
        return false;
    }
}
