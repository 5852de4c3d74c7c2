package org.callcause.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One row of a table of tortuous messages, {@code cases.txt} in the folder of its suite, and the message beside it.
 *
 * @param suite the folder: {@code rfc4475} or {@code rfc5118}
 * @param name the official name, also of the file
 * @param section the section of the RFC
 * @param expectation what the RFC wants a receiver to do
 * @param defects the defects to report, in their order
 * @param values what {@link MessageFacts} must tell
 */
record TortureCase(
        String suite,
        String name,
        String section,
        String expectation,
        List<DefectKind> defects,
        Map<String, String> values) {

    static List<TortureCase> readAll(String suite) {
        List<TortureCase> cases = new ArrayList<>();
        new String(resource(suite + "/cases.txt"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> {
                    if (line.startsWith(" ")) {
                        String[] fact = line.strip().split(" = ?", 2);
                        cases.get(cases.size() - 1).values().put(fact[0], fact[1]);
                    } else {
                        cases.add(row(suite, line.split(" \\| ", 4)));
                    }
                });
        return cases;
    }

    private static TortureCase row(String suite, String[] cells) {
        List<DefectKind> defects = new ArrayList<>();
        for (String defect : cells[3].split(" ", -1)) {
            if (!defect.equals("-")) {
                defects.add(DefectKind.valueOf(defect));
            }
        }
        return new TortureCase(suite, cells[0], cells[1], cells[2], defects, new LinkedHashMap<>());
    }

    byte[] bytes() {
        return resource(suite + "/" + name + ".sip");
    }

    SipMessage message() {
        return new SipParser().parse(bytes()).orElseThrow();
    }

    void holdsFor(SipMessage message) {
        assertThat(Messages.kinds(message)).as(name).isEqualTo(defects);
        Map<String, String> read = new LinkedHashMap<>();
        values.forEach((fact, value) -> read.put(fact, MessageFacts.of(message, fact)));
        assertThat(read).as(name).isEqualTo(values);
    }

    @Override
    public String toString() {
        return section + " " + name + ": " + expectation;
    }

    private static byte[] resource(String path) {
        try (InputStream input = TortureCase.class.getResourceAsStream(path)) {
            return Objects.requireNonNull(input, path).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
