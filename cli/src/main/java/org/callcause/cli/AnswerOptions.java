package org.callcause.cli;

import java.io.IOException;
import java.io.OutputStream;
import org.callcause.report.TextOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a command writes its answer to standard output. */
final class AnswerOptions {

    /** The answer as JSON. */
    interface AsJson {
        void write(OutputStream output) throws IOException;
    }

    /** The answer as text. */
    interface AsText {
        void write(OutputStream output, TextOptions options) throws IOException;
    }

    @Mixin
    private ColourOption colour = new ColourOption();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "How to write the answer (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    /** Writes it in the form that was asked for, and gives the exit status. */
    int write(Console console, AsJson json, AsText text) {
        try (OutputStream output = Outputs.standard(console)) {
            if (format == Format.JSON) {
                json.write(output);
            } else {
                text.write(output, colour.options(console));
            }
            return ExitStatus.OK;
        } catch (IOException notWritten) {
            return Outputs.failed(notWritten);
        }
    }
}
