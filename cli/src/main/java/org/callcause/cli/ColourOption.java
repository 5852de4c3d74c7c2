package org.callcause.cli;

import org.callcause.report.TextOptions;
import picocli.CommandLine.Option;

/** The option that turns colours off. */
final class ColourOption {

    @Option(
            names = "--no-color",
            description = "No colours, also on a terminal. Setting NO_COLOR in the environment does the same.")
    private boolean off;

    /** Colours only for a terminal; the variable is that of no-color.org: set to anything but nothing. */
    TextOptions options(Console console) {
        String noColour = System.getenv("NO_COLOR");
        boolean colour = !off && console.outputIsTerminal() && (noColour == null || noColour.isEmpty());
        return new TextOptions(TextOptions.PLAIN.width(), colour);
    }
}
