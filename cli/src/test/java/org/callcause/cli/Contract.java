package org.callcause.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.callcause.report.JsonReport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The JSON Schema, as a reader of the document would use it. */
final class Contract {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Contract() {}

    static JsonNode validated(String document) {
        assertThat(violations(document)).isEmpty();
        return MAPPER.readTree(document);
    }

    static List<String> violations(String document) {
        try (InputStream schema = JsonReport.schema()) {
            Schema contract = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema);
            return contract.validate(document, InputFormat.JSON).stream()
                    .map(Object::toString)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
