package org.callcause.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of RFC 4475 and, for IPv6, RFC 5118, each with what must be read and what must be a defect. */
class TortureTests {
    /** The files of the examples printed in RFC 5118, where one section has two. */
    private static final Map<String, String> SECOND_EXAMPLES =
            Map.of("via-received-param-no-delim", "02", "ipv6-correct-abnf-2-colons", "02");

    private final Path corpus = Path.of(System.getProperty("callcause.corpus", ""));

    static Stream<TortureCase> rfc4475() {
        return TortureCase.readAll("rfc4475").stream();
    }

    static Stream<TortureCase> rfc5118() {
        return TortureCase.readAll("rfc5118").stream();
    }

    @ParameterizedTest
    @MethodSource({"rfc4475", "rfc5118"})
    void caseIsReadAsItsRowSays(TortureCase torture) {
        SipMessage message = torture.message();

        torture.holdsFor(message);
        ReadEverything.of(message);
    }

    @Test
    void everyCaseHasItsRow() {
        assertThat(rfc4475())
                .extracting(TortureCase::name)
                .doesNotHaveDuplicates()
                .hasSize(49);
        assertThat(rfc5118()).extracting(TortureCase::section).containsOnlyOnce("4.1", "4.2", "4.3", "4.4");
        assertThat(rfc5118().map(TortureCase::section).distinct()).hasSize(10);
    }

    @ParameterizedTest
    @MethodSource("rfc4475")
    @EnabledIfSystemProperty(named = "callcause.corpus", matches = ".+")
    void messageOfRfc4475MeansTheSame(TortureCase torture) throws IOException {
        SipMessage original = read(corpus.resolve("rfc4475/" + torture.name() + ".dat"));

        assertThat(Messages.kinds(original)).isEqualTo(torture.defects());
        assertThat(MessageOutline.of(torture.message())).isEqualTo(MessageOutline.of(original));
        ReadEverything.of(original);
    }

    @ParameterizedTest
    @MethodSource("rfc5118")
    @EnabledIfSystemProperty(named = "callcause.corpus", matches = ".+")
    void messageOfRfc5118MeansTheSame(TortureCase torture) throws IOException {
        SipMessage original = read(printed(torture));

        // In print, three bodies do not have the length which their message states.
        List<DefectKind> defects = new ArrayList<>(Messages.kinds(original));
        defects.removeAll(List.of(DefectKind.TRUNCATED_BODY, DefectKind.BYTES_AFTER_BODY));
        assertThat(defects).isEqualTo(torture.defects());
        assertThat(withoutLength(torture.message())).isEqualTo(withoutLength(original));
    }

    private static List<String> withoutLength(SipMessage message) {
        return MessageOutline.of(message).stream()
                .filter(line -> !line.startsWith("body"))
                .toList();
    }

    private Path printed(TortureCase torture) throws IOException {
        String number = SECOND_EXAMPLES.getOrDefault(torture.name(), "01");
        try (Stream<Path> files = Files.list(corpus.resolve("flows/raw/rfc5118-" + torture.section()))) {
            return files.filter(file -> file.getFileName().toString().startsWith(number))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static SipMessage read(Path file) throws IOException {
        return new SipParser().parse(Files.readAllBytes(file)).orElseThrow();
    }
}
