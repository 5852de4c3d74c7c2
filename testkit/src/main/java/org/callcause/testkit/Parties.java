package org.callcause.testkit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.callcause.dialog.Endpoint;

/** Who takes part: where each party is and what it calls itself. The addresses are those of RFC 5737. */
final class Parties {

    static final int PORT = 5060;
    static final String ALICE = "sip:alice@example.com";
    static final String BOB = "sip:bob@example.com";

    private static final int FIRST_OTHER = 30;

    private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();
    private final Map<String, String> identities = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> products = new HashMap<>();
    private final Set<String> writingUpperCase = new HashSet<>();
    private int nextOther = FIRST_OTHER;

    Parties() {
        identities.put("caller", ALICE);
        identities.put("alice", ALICE);
        identities.put("callee", BOB);
        identities.put("bob", BOB);
    }

    void place(String party, Endpoint endpoint) {
        endpoints.put(party, endpoint);
    }

    void name(String party, String host) {
        names.put(party, host);
    }

    void product(String party, String product) {
        products.put(party, product);
    }

    void writeUpperCase(String party) {
        writingUpperCase.add(party);
    }

    void identify(String party, String uri) {
        identities.put(party, uri);
    }

    Endpoint endpoint(String party) {
        return endpoints.computeIfAbsent(party, fresh -> new Endpoint("192.0.2." + lastNumber(fresh), PORT));
    }

    /** How a party writes its own address into its messages: by its name where it has one. */
    String written(String party) {
        Endpoint endpoint = endpoint(party);
        return Optional.ofNullable(names.get(party))
                .map(name -> name + ":" + endpoint.port())
                .orElseGet(endpoint::toString);
    }

    /** What a party says of its software. */
    Optional<String> product(String party) {
        return Optional.ofNullable(products.get(party));
    }

    /** Whether a party writes the names of its headers in capitals. */
    boolean writesUpperCase(String party) {
        return writingUpperCase.contains(party);
    }

    private int lastNumber(String party) {
        return switch (party) {
            case "caller" -> 1;
            case "proxy" -> 10;
            case "callee" -> 20;
            default -> nextOther++;
        };
    }

    /** Where a party is, for those that were named. */
    Map<String, Endpoint> endpoints() {
        return Map.copyOf(endpoints);
    }

    /** What a party calls itself when it begins a call. */
    String own(String party) {
        return Optional.ofNullable(identities.get(party)).orElse(ALICE);
    }

    /** Whom a party calls that sends its request to this next hop. */
    String called(String party, String nextHop) {
        String own = own(party);
        return Optional.ofNullable(identities.get(nextHop))
                .filter(uri -> !uri.equals(own))
                .orElseGet(() -> own.equals(own("callee")) ? own("caller") : own("callee"));
    }

    /** The part of a SIP or tel URI that names the user; empty where it names none. */
    static String user(String uri) {
        String rest = uri.substring(uri.indexOf(':') + 1);
        int at = rest.indexOf('@');
        if (at >= 0) {
            return rest.substring(0, at);
        }
        return uri.startsWith("tel:") ? withoutParameters(rest) : "";
    }

    /** The domain of a SIP URI. */
    static String domain(String uri) {
        String rest = withoutParameters(uri.substring(uri.indexOf(':') + 1));
        return rest.substring(rest.indexOf('@') + 1);
    }

    private static String withoutParameters(String text) {
        int semicolon = text.indexOf(';');
        return semicolon < 0 ? text : text.substring(0, semicolon);
    }
}
