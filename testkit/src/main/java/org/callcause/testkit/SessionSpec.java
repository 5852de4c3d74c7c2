package org.callcause.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A session as a line tells it: {@code PCMU PCMA; sendonly; RTP/SAVP; video H264; port 0; at 10.0.0.5}.
 *
 * @param media in order
 * @param address where the media is expected; absent for the party's own address
 */
record SessionSpec(List<MediaSpec> media, Optional<String> address) {

    static final int FIRST_PORT = 40_000;
    private static final Set<String> DIRECTIONS = Set.of("sendrecv", "sendonly", "recvonly", "inactive");

    private static final Set<String> TYPES = Set.of("audio", "video", "image");

    static final SessionSpec DEFAULT = read("PCMU PCMA");

    SessionSpec {
        media = List.copyOf(media);
    }

    static SessionSpec read(String text) {
        List<MediaSpec> media = new ArrayList<>();
        Optional<String> address = Optional.empty();
        for (String piece : text.split(";", -1)) {
            String words = piece.strip();
            String first = words.split("\\s+", 2)[0];
            String rest = words.substring(first.length()).strip();
            if (words.isEmpty()) {
                continue;
            }
            if (first.equals("at")) {
                address = Optional.of(rest);
            } else if (startsMedium(first, words)) {
                if (!media.isEmpty() && !TYPES.contains(first)) {
                    throw new IllegalArgumentException("no part of a session: \"" + words
                            + "\"; after its codecs a medium"
                            + " has one of " + DIRECTIONS.stream().sorted().toList() + ", a protocol such as RTP/SAVP,"
                            + " port NUMBER or a=LINE, and another begins with one of "
                            + TYPES.stream().sorted().toList());
                }
                media.add(medium(first, words, rest, media.size()));
            } else {
                if (media.isEmpty()) {
                    media.add(audio(List.of("PCMU", "PCMA"), 0));
                }
                MediaSpec last = media.remove(media.size() - 1);
                media.add(changed(last, first, rest, words));
            }
        }
        if (media.isEmpty()) {
            media.add(audio(List.of("PCMU", "PCMA"), 0));
        }
        return new SessionSpec(media, address);
    }

    private static boolean startsMedium(String first, String words) {
        return !DIRECTIONS.contains(first) && !first.contains("/") && !words.startsWith("a=") && !first.equals("port");
    }

    private static MediaSpec medium(String first, String words, String rest, int number) {
        return switch (first) {
            case "audio" -> audio(names(rest), number);
            case "video" ->
                new MediaSpec("video", "RTP/AVP", FIRST_PORT + 2 * number, names(rest), "sendrecv", List.of());
            case "image" -> new MediaSpec("image", "udptl", FIRST_PORT + 2 * number, names(rest), "", List.of());
            default -> audio(names(words), number);
        };
    }

    private static MediaSpec audio(List<String> codecs, int number) {
        return new MediaSpec("audio", "RTP/AVP", FIRST_PORT + 2 * number, codecs, "sendrecv", List.of());
    }

    private static List<String> names(String words) {
        return Stream.of(words.split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }

    private static MediaSpec changed(MediaSpec media, String first, String rest, String words) {
        if (first.equals("port")) {
            return media.withPort(Integer.parseInt(rest));
        }
        if (DIRECTIONS.contains(first)) {
            return media.withDirection(first);
        }
        return words.startsWith("a=") ? media.withAttribute(words) : media.withProtocol(first);
    }

    /** What agrees to this. */
    SessionSpec answer() {
        return new SessionSpec(media.stream().map(MediaSpec::answer).toList(), Optional.empty());
    }

    /**
     * The description.
     *
     * @param host the party's own address
     * @param id of the session, which stays
     * @param version of the description, which counts up with each change (RFC 3264 8)
     */
    String text(String host, long id, long version, boolean offer) {
        List<String> lines = new ArrayList<>();
        lines.add("v=0");
        lines.add("o=- " + id + " " + version + " " + network(host));
        lines.add("s=-");
        lines.add("c=" + network(address.orElse(host)));
        lines.add("t=0 0");
        media.forEach(medium -> lines.addAll(medium.lines(offer)));
        return String.join("\r\n", lines) + "\r\n";
    }

    private static String network(String host) {
        return (host.contains(":") ? "IN IP6 " : "IN IP4 ") + host;
    }
}
