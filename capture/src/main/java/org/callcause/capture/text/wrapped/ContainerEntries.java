package org.callcause.capture.text.wrapped;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The logs of containers as containerd and CRI-O write them for Kubernetes: {@code 2026-03-02T09:14:05.120Z stdout F line}.
 * A long line comes in parts, marked P but for the last.
 */
final class ContainerEntries implements EntrySource {

    private static final int LONGEST = 1 << 20;

    private static final Pattern LINE =
            Pattern.compile("(?<time>\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?:Z|[+-]\\d\\d:\\d\\d))"
                    + " (?<stream>stdout|stderr) (?<tag>[FP])(?::\\S{0,100})?(?: |$)");

    private final EntryTime time = new EntryTime();
    private final Consumer<LogEntry> receiver;
    private final Map<String, StringBuilder> parts = new HashMap<>();

    ContainerEntries(Consumer<LogEntry> receiver) {
        this.receiver = receiver;
    }

    static boolean recognises(String beginning) {
        return LINE.matcher(beginning).lookingAt();
    }

    @Override
    public void add(String line, boolean whole) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.lookingAt()) {
            receiver.accept(LogEntry.unwrapped(line));
            return;
        }
        StringBuilder text = parts.computeIfAbsent(matcher.group("stream"), stream -> new StringBuilder());
        text.append(line, matcher.end(), line.length());
        if (matcher.group("tag").equals("F") || text.length() > LONGEST) {
            receiver.accept(new LogEntry(time.of(matcher.group("time")), matcher.group("stream"), "", text.toString()));
            text.setLength(0);
        }
    }

    @Override
    public void finish() {
        // A line of which the last part is missing is none.
        parts.clear();
    }
}
