package org.callcause.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Secrets come in files: the arguments of a process are there for all to see. */
final class Secret {

    private Secret() {}

    static String firstLine(String option, Path file) {
        try {
            String secret = Files.readString(file).lines().findFirst().orElse("");
            if (secret.isEmpty()) {
                throw CommandException.badInput(option + " " + file + ": the first line is empty");
            }
            return secret;
        } catch (IOException unreadable) {
            throw CommandException.badInput(option + " " + file + ": cannot be read");
        }
    }
}
