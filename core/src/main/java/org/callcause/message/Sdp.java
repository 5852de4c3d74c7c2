package org.callcause.message;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A session description (RFC 8866), read leniently: lines that make no sense are kept and otherwise ignored. */
public final class Sdp {
    private final List<String> lines;
    private final Optional<String> origin;
    private final Optional<String> connectionAddress;
    private final List<String> attributes;
    private final Optional<String> direction;
    private final List<Media> media;

    private Sdp(List<String> lines) {
        this.lines = lines;
        List<Media> streams = new ArrayList<>();
        int firstMedia = nextMedia(lines, 0);
        List<String> sessionLines = lines.subList(0, firstMedia);
        this.origin = value(sessionLines, 'o');
        this.connectionAddress = connectionAddress(sessionLines);
        this.attributes = attributes(sessionLines);
        this.direction = Media.direction(attributes);
        int from = firstMedia;
        while (from < lines.size()) {
            int to = nextMedia(lines, from + 1);
            streams.add(new Media(lines.subList(from, to), this));
            from = to;
        }
        this.media = Collections.unmodifiableList(streams);
    }

    /** Reads a session description. */
    public static Sdp parse(String text) {
        List<String> lines = new ArrayList<>(16);
        text.lines().forEach(line -> {
            if (!line.isBlank()) {
                lines.add(line);
            }
        });
        return new Sdp(Collections.unmodifiableList(lines));
    }

    /** The {@code o=} line without its letter: who made this description, its id and version. */
    public Optional<String> origin() {
        return origin;
    }

    /** The address in the {@code c=} line above the first stream. */
    public Optional<String> connectionAddress() {
        return connectionAddress;
    }

    /** The media streams in their order. */
    public List<Media> media() {
        return media;
    }

    /** The attributes above the first stream, without {@code a=}. */
    public List<String> attributes() {
        return attributes;
    }

    Optional<String> direction() {
        return direction;
    }

    /** All lines as they stand in the body. */
    public List<String> lines() {
        return lines;
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }

    static Optional<String> connectionAddress(List<String> lines) {
        return value(lines, 'c').map(connection -> {
            // "IN IP4 192.0.2.1", for multicast with "/ttl" behind it
            String address = connection.substring(connection.lastIndexOf(' ') + 1);
            int slash = address.indexOf('/');
            return slash < 0 ? address : address.substring(0, slash);
        });
    }

    static List<String> attributes(List<String> lines) {
        List<String> attributes = new ArrayList<>(lines.size());
        for (String line : lines) {
            if (line.startsWith("a=")) {
                attributes.add(line.substring(2).trim());
            }
        }
        return Collections.unmodifiableList(attributes);
    }

    static List<String> attributeValues(List<String> attributes, String name) {
        List<String> values = new ArrayList<>();
        for (String attribute : attributes) {
            if (attribute.startsWith(name)) {
                if (attribute.length() == name.length()) {
                    values.add("");
                } else if (attribute.charAt(name.length()) == ':') {
                    values.add(attribute.substring(name.length() + 1).trim());
                }
            }
        }
        return values;
    }

    private static Optional<String> value(List<String> lines, char letter) {
        for (String line : lines) {
            if (line.length() > 1 && line.charAt(0) == letter && line.charAt(1) == '=') {
                return Optional.of(line.substring(2).trim());
            }
        }
        return Optional.empty();
    }

    private static int nextMedia(List<String> lines, int from) {
        int line = from;
        while (line < lines.size() && !lines.get(line).startsWith("m=")) {
            line++;
        }
        return line;
    }
}
