package org.callcause.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.callcause.capture.TextFormat;
import picocli.CommandLine.Command;

/** Lists the kinds of text that are read. */
@Command(
        name = "formats",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {"Lists the kinds of text that analyze recognises, each with a line by which it is known.", ""})
final class FormatsCommand implements Callable<Integer> {

    private final Console console;

    FormatsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        StringBuilder text = new StringBuilder("""
            Capture files: pcap and pcapng, plain or compressed by gzip; HEP inside them as well.
            Text, which may mix any of these:
            """);
        for (TextFormat format : TextFormat.all()) {
            text.append('\n')
                    .append(format.name())
                    .append("\n    ")
                    .append(format.example())
                    .append('\n');
        }
        try (OutputStream output = Outputs.standard(console)) {
            output.write(text.toString().getBytes(StandardCharsets.UTF_8));
            return ExitStatus.OK;
        } catch (IOException notWritten) {
            return Outputs.failed(notWritten);
        }
    }
}
