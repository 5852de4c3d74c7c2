package org.callcause.contract;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The published JSON Schema, as a reader of a document would use it. */
public final class Contract {

    private static final Path SCHEMA = Path.of("docs", "schema", "callcause-1.schema.json");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Contract() {}

    /**
     * Reads a document that keeps the contract.
     *
     * @throws AssertionError if it does not
     */
    public static JsonNode validated(String document) {
        List<String> violations = violations(document);
        if (!violations.isEmpty()) {
            throw new AssertionError("not within the contract: " + violations);
        }
        return MAPPER.readTree(document);
    }

    /** What in a document is against the contract. */
    public static List<String> violations(String document) {
        try (InputStream file = Files.newInputStream(schema())) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(file);
            return schema.validate(document, InputFormat.JSON).stream()
                    .map(Object::toString)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Tests run inside the folder of their module; the build says where the root is. */
    private static Path schema() {
        return Path.of(System.getProperty("callcause.root", "..")).resolve(SCHEMA);
    }
}
