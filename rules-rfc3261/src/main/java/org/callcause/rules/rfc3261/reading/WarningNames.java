package org.callcause.rules.rfc3261.reading;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.message.Warning;

/** What the Warning codes of a response mean (RFC 3261 20.43, RFC 5630 6.2, RFC 8373). */
public final class WarningNames {

    private WarningNames() {}

    /** A clause that names each Warning of the final response; absent where there is none that is known. */
    public static Optional<String> told(Call call) {
        List<String> named =
                call.furthestFinalResponse().map(response -> response.message().warnings()).orElse(List.of()).stream()
                        .filter(warning -> !name(warning.code()).isEmpty())
                        .map(warning -> warning.code() + ", " + name(warning.code()) + words(warning))
                        .toList();
        return named.isEmpty() ? Optional.empty() : Optional.of("its Warning is " + Telling.list(named));
    }

    private static String words(Warning warning) {
        return warning.text().isBlank() ? "" : " (\"" + warning.text() + "\")";
    }

    private static String name(int code) {
        return switch (code) {
            case 300 -> "no network protocol in common";
            case 301 -> "no network address format in common";
            case 302 -> "no media transport in common";
            case 303 -> "a bandwidth unit was not understood";
            case 304 -> "a media type is not available";
            case 305 -> "no media format in common";
            case 306 -> "a media attribute was not understood";
            case 307 -> "something in the session description was not understood";
            case 308 -> "no language in common";
            case 330 -> "no multicast there";
            case 331 -> "no unicast there, usually a firewall";
            case 370 -> "not enough bandwidth";
            case 380 -> "SIPS is not allowed there";
            case 381 -> "SIPS is required there";
            case 399 -> "the server's own words";
            default -> "";
        };
    }
}
