package org.callcause.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callcause.message.Media;

/** The sockets at which a stream of a session description expects media. */
public final class MediaSockets {

    private static final int ADDRESS = 4;
    private static final int PORT = 5;

    private MediaSockets() {}

    /**
     * That of the {@code c=} and {@code m=} lines, then those of its ICE candidates (RFC 8839 5.1); none of a stream that is
     * switched off. IPv6 addresses are in their canonical form.
     */
    public static List<Endpoint> of(Media media) {
        if (media.rejected()) {
            return List.of();
        }
        List<Endpoint> sockets = new ArrayList<>(1);
        announced(media).ifPresent(sockets::add);
        sockets.addAll(candidates(media));
        return sockets;
    }

    /** Those of its ICE candidates alone, in order; also of a stream that is switched off. */
    public static List<Endpoint> candidates(Media media) {
        List<Endpoint> sockets = new ArrayList<>(0);
        for (String attribute : media.attributes()) {
            if (attribute.startsWith("candidate:")) {
                String[] words = attribute.split(" +", -1);
                if (words.length > PORT) {
                    socket(words[ADDRESS], number(words[PORT])).ifPresent(sockets::add);
                }
            }
        }
        return sockets;
    }

    /** That of the {@code c=} and {@code m=} lines alone. */
    public static Optional<Endpoint> announced(Media media) {
        return media.connectionAddress().flatMap(address -> socket(address, media.port()));
    }

    private static Optional<Endpoint> socket(String address, int port) {
        return port > 0 && port <= 0xFFFF && !address.isEmpty()
                ? Optional.of(new Endpoint(NetworkAddress.canonical(address), port))
                : Optional.empty();
    }

    private static int number(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
