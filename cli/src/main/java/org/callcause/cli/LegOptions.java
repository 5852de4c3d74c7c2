package org.callcause.cli;

import java.util.ArrayList;
import java.util.List;
import org.callcause.Callcause;
import org.callcause.leg.LegSettings;
import picocli.CommandLine.Option;

/** How legs of one call with different Call-IDs are joined. */
final class LegOptions {

    @Option(
            names = "--correlation-header",
            paramLabel = "NAME",
            description = "A header by which your border element ties the legs of a call together: it holds the other"
                    + " leg's Call-ID, or a value that both share. May be given again; X-CID and X-Call-ID are known.")
    private List<String> correlationHeaders = new ArrayList<>();

    Callcause applyTo(Callcause callcause) {
        LegSettings settings = LegSettings.DEFAULT;
        for (String header : correlationHeaders) {
            if (!header.matches("[A-Za-z0-9.!%*_+`'~-]+")) {
                throw CommandException.badInput("--correlation-header " + header + ": not the name of a header");
            }
            settings = settings.withCorrelationHeader(header);
        }
        return callcause.joiningLegs(settings);
    }
}
