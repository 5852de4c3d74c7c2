package org.callcause.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.callcause.message.Media;

/** The sockets at which a stream of a session description expects media. */
public final class MediaSockets {

    private static final int COMPONENT = 1;
    private static final int TRANSPORT = 2;
    private static final int ADDRESS = 4;
    private static final int PORT = 5;
    private static final int TYPE = 7;

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
        return candidates(media, words -> true);
    }

    /**
     * Those that RTP over UDP may use, of these types: {@code host}, {@code srflx}, {@code prflx} or {@code relay} (RFC 8839
     * 5.1).
     */
    public static List<Endpoint> candidates(Media media, Set<String> types) {
        return candidates(
                media,
                words -> words.length > TYPE
                        && words[COMPONENT].equals("1")
                        && words[TRANSPORT].equalsIgnoreCase("UDP")
                        && types.contains(words[TYPE]));
    }

    private static List<Endpoint> candidates(Media media, Predicate<String[]> which) {
        List<Endpoint> sockets = new ArrayList<>(0);
        for (String attribute : media.attributes()) {
            if (attribute.startsWith("candidate:")) {
                String[] words = attribute.split(" +", -1);
                if (words.length > PORT && which.test(words)) {
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
