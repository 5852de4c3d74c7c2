package org.callcause.testkit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The challenges that the parties of a call met, and the credentials that answer them (RFC 3261 22, RFC 7616). */
final class Challenges {

    private static final String REALM = "example.com";
    private static final String PASSWORD = "secret";
    private static final Pattern PARAMETER = Pattern.compile("([A-Za-z]+)\\s*=\\s*(?:\"([^\"]*)\"|([^,\\s]+))");

    private static final class Challenge {
        private final String realm;
        private final String nonce;
        private int uses;

        Challenge(String realm, String nonce) {
            this.realm = realm;
            this.nonce = nonce;
        }
    }

    /** By party and then by the header that carries the credentials. */
    private final Map<String, Map<String, Challenge>> met = new HashMap<>();

    /** Party and method. */
    private final Set<String> challenged = new HashSet<>();

    private int nonces;

    static boolean isChallenge(int status) {
        return status == 401 || status == 407;
    }

    static String header(int status) {
        return status == 401 ? "WWW-Authenticate" : "Proxy-Authenticate";
    }

    private static String answerHeader(int status) {
        return status == 401 ? "Authorization" : "Proxy-Authorization";
    }

    String fresh(boolean stale) {
        nonces++;
        return "Digest realm=\"" + REALM + "\", nonce=\"nonce" + nonces + "\", algorithm=MD5, qop=\"auth\""
                + (stale ? ", stale=true" : "");
    }

    void meet(String party, String method, int status, Draft response) {
        response.first(header(status)).ifPresent(value -> {
            Map<String, String> parameters = new HashMap<>();
            Matcher matcher = PARAMETER.matcher(value);
            while (matcher.find()) {
                String unquoted = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
                parameters.putIfAbsent(matcher.group(1), unquoted);
            }
            met.computeIfAbsent(party, absent -> new LinkedHashMap<>())
                    .put(
                            answerHeader(status),
                            new Challenge(
                                    parameters.getOrDefault("realm", REALM), parameters.getOrDefault("nonce", "")));
            challenged.add(party + " " + method);
        });
    }

    /** Adds the credentials to a request of a method that was challenged before. */
    void answer(Draft request, String party, String method, String user, String uri) {
        if (!challenged.contains(party + " " + method)) {
            return;
        }
        met.getOrDefault(party, Map.of())
                .forEach((header, challenge) -> request.add(header, credentials(challenge, method, user, uri)));
    }

    private static String credentials(Challenge challenge, String method, String user, String uri) {
        challenge.uses++;
        String count = String.format("%08x", challenge.uses);
        String cnonce = "c" + challenge.uses;
        String secret = md5(user + ":" + challenge.realm + ":" + PASSWORD);
        String response =
                md5(secret + ":" + challenge.nonce + ":" + count + ":" + cnonce + ":auth:" + md5(method + ":" + uri));
        return "Digest username=\"" + user + "\", realm=\"" + challenge.realm + "\", nonce=\"" + challenge.nonce
                + "\", uri=\"" + uri + "\", response=\"" + response + "\", algorithm=MD5, cnonce=\"" + cnonce
                + "\", qop=auth, nc=" + count;
    }

    private static String md5(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has MD5", impossible);
        }
    }
}
