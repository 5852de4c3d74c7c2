package org.callcause.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.callcause.dialog.Endpoint;

/** Gives names an address each, in the order in which they appear. */
final class Places {

    private static final Pattern ADDRESS = Pattern.compile("[0-9]+(\\.[0-9]+){3}(:[0-9]+)?");
    private static final int MOST = 250;

    private final Map<String, Endpoint> known = new LinkedHashMap<>();

    Endpoint of(String name) {
        return known.computeIfAbsent(name, this::endpoint);
    }

    private Endpoint endpoint(String name) {
        if (ADDRESS.matcher(name).matches()) {
            int colon = name.indexOf(':');
            return colon < 0
                    ? new Endpoint(name, 5060)
                    : new Endpoint(name.substring(0, colon), Integer.parseInt(name.substring(colon + 1)));
        }
        int number = known.size() + 1;
        return number <= MOST
                ? new Endpoint("192.0.2." + number, 5060)
                : new Endpoint("198.18." + number / MOST + "." + (number % MOST + 1), 5060);
    }
}
