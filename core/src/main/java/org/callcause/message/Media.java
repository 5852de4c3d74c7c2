package org.callcause.message;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One media stream of a session description: an {@code m=} line and the lines below it. */
public final class Media {
    private static final List<String> DIRECTIONS = List.of("sendrecv", "sendonly", "recvonly", "inactive");

    private final List<String> words;
    private final List<String> lines;
    private final List<String> attributes;
    private final Sdp session;
    private @Nullable List<Codec> codecs;

    Media(List<String> lines, Sdp session) {
        this.words = words(lines.get(0));
        this.lines = lines;
        this.attributes = Sdp.attributes(lines);
        this.session = session;
    }

    /** {@code audio}, {@code video}, {@code image}, {@code application} or another. */
    public String type() {
        return word(0);
    }

    /** The port; -1 where it cannot be read. */
    public int port() {
        String port = word(1);
        int slash = port.indexOf('/');
        long number = Lexical.number(slash < 0 ? port : port.substring(0, slash));
        return number > 65535 ? -1 : (int) number;
    }

    /** Whether the stream is refused or switched off: its port is 0 (RFC 3264 section 6). */
    public boolean rejected() {
        return port() == 0;
    }

    /** The transport, as {@code RTP/AVP}, {@code RTP/SAVPF} or {@code udptl}. */
    public String protocol() {
        return word(2);
    }

    /** The formats in order of preference. */
    public List<String> formats() {
        return words.size() < 4 ? List.of() : words.subList(3, words.size());
    }

    /** Where the media shall be sent to: the address of this stream, else that of the session. */
    public Optional<String> connectionAddress() {
        return Sdp.connectionAddress(lines).or(session::connectionAddress);
    }

    /** {@code sendrecv}, {@code sendonly}, {@code recvonly} or {@code inactive}: of this stream, else of the session. */
    public String direction() {
        return direction(attributes).or(() -> session.direction()).orElse("sendrecv");
    }

    /** The formats with their names, in order of preference. */
    public List<Codec> codecs() {
        List<Codec> known = codecs;
        if (known == null) {
            known = readCodecs();
            codecs = known;
        }
        return known;
    }

    private List<Codec> readCodecs() {
        Map<String, Codec> mapped = new HashMap<>();
        for (String mapping : Sdp.attributeValues(attributes, "rtpmap")) {
            Codec codec = Codec.ofMapping(mapping);
            mapped.putIfAbsent(codec.format(), codec);
        }
        boolean rtp = protocol().toUpperCase(Locale.ROOT).contains("RTP");
        List<Codec> all = new ArrayList<>();
        for (String format : formats()) {
            Codec codec = mapped.get(format);
            all.add(codec != null ? codec : Codec.ofFormat(format, rtp));
        }
        return Collections.unmodifiableList(all);
    }

    /** The suites of the crypto attributes (RFC 4568), as {@code AES_CM_128_HMAC_SHA1_80}. */
    public List<String> crypto() {
        List<String> suites = new ArrayList<>();
        for (String crypto : Sdp.attributeValues(attributes, "crypto")) {
            String suite = crypto.substring(Lexical.endOfWord(crypto, 0)).trim();
            suites.add(suite.substring(0, Lexical.endOfWord(suite, 0)));
        }
        return Collections.unmodifiableList(suites);
    }

    /** The attributes of this stream, without {@code a=}. */
    public List<String> attributes() {
        return attributes;
    }

    /** The value of the first attribute of this name; {@code ""} for one without a value. */
    public Optional<String> attribute(String name) {
        return Sdp.attributeValues(attributes, name).stream().findFirst();
    }

    /** The lines as they stand in the body. */
    public List<String> lines() {
        return lines;
    }

    @Override
    public String toString() {
        return lines.get(0);
    }

    /** What stands behind {@code m=}, divided at its blanks. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>(8);
        int end = 2;
        while (end < line.length()) {
            int start = end;
            while (start < line.length() && line.charAt(start) <= ' ') {
                start++;
            }
            end = start;
            while (end < line.length() && line.charAt(end) > ' ') {
                end++;
            }
            if (end > start) {
                words.add(line.substring(start, end));
            }
        }
        return Collections.unmodifiableList(words);
    }

    private String word(int place) {
        return place < words.size() ? words.get(place) : "";
    }

    static Optional<String> direction(List<String> attributes) {
        for (String attribute : attributes) {
            if (DIRECTIONS.contains(attribute)) {
                return Optional.of(attribute);
            }
        }
        return Optional.empty();
    }
}
