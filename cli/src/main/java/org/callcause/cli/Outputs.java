package org.callcause.cli;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Where reports go. */
final class Outputs {

    private static final int BUFFER = 1 << 16;

    private Outputs() {}

    /** Standard output, which closing only flushes. */
    static OutputStream standard(Console console) {
        return new FilterOutputStream(new BufferedOutputStream(console.output(), BUFFER)) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    static OutputStream file(Path path) {
        try {
            return new BufferedOutputStream(Files.newOutputStream(path), BUFFER);
        } catch (IOException | SecurityException problem) {
            throw new CommandException(ExitStatus.NOT_WRITTEN, notWritable(path, problem));
        }
    }

    /** That a file cannot be written, and why, as far as can be told. */
    static String notWritable(Path path, Exception problem) {
        return path + ": cannot be written"
                + reason(path, problem).map(why -> ": " + why).orElse("");
    }

    private static Optional<String> reason(Path path, Exception problem) {
        if (Files.isDirectory(path)) {
            return Optional.of("it is a folder");
        }
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            return Optional.of("there is no folder " + folder);
        }
        if (problem instanceof AccessDeniedException || problem instanceof SecurityException) {
            return Optional.of("permission denied");
        }
        return problem instanceof FileSystemException failed
                ? Optional.ofNullable(failed.getReason())
                : Optional.empty();
    }

    /** The exit status when writing failed; a reader that has seen enough and closed the pipe is no failure. */
    static int failed(IOException problem) {
        String message = OneLine.of(problem);
        if (message.toLowerCase(Locale.ROOT).contains("pipe")) {
            return ExitStatus.OK;
        }
        throw new CommandException(ExitStatus.NOT_WRITTEN, "the report could not be written: " + message);
    }
}
