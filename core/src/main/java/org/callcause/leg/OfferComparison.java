package org.callcause.leg;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Codec;
import org.callcause.message.Media;
import org.callcause.message.Sdp;

/** Compares the session that an element was offered with the one it offered on. */
final class OfferComparison {

    private static final String KEY_TONES = "telephone-event";
    private static final Set<String> NO_VOICE = Set.of(KEY_TONES, "cn");

    private final Endpoint element;
    private final TrackedMessage before;
    private final TrackedMessage after;
    private final List<LegChange> changes = new ArrayList<>();

    private OfferComparison(Endpoint element, TrackedMessage before, TrackedMessage after) {
        this.element = element;
        this.before = before;
        this.after = after;
    }

    static List<LegChange> of(Endpoint element, TrackedMessage before, TrackedMessage after) {
        OfferComparison comparison = new OfferComparison(element, before, after);
        Optional<Sdp> got = before.message().sdp();
        Optional<Sdp> sent = after.message().sdp();
        if (got.isPresent() && sent.isEmpty()) {
            comparison.add("body", "the session description was not passed on: the called side has to make the offer");
        }
        if (got.isPresent() && sent.isPresent()) {
            comparison.streams(got.get(), sent.get());
        }
        return comparison.changes;
    }

    private void add(String what, String explanation) {
        changes.add(new LegChange(element, before.index(), after.index(), what, explanation));
    }

    private void streams(Sdp got, Sdp sent) {
        Optional<Media> heard = first(got, "audio");
        Optional<Media> passed = first(sent, "audio");
        if (heard.isPresent() && passed.isPresent()) {
            codecs(heard.get(), passed.get());
            encryption(heard.get(), passed.get());
            address(heard.get(), passed.get());
        }
        if (first(got, "video").isPresent() && first(sent, "video").isEmpty()) {
            add("m=video", "video was offered and not passed on");
        }
    }

    private static Optional<Media> first(Sdp session, String type) {
        return session.media().stream()
                .filter(stream -> stream.type().equalsIgnoreCase(type) && !stream.rejected())
                .findFirst();
    }

    private void codecs(Media got, Media sent) {
        Set<String> lost = names(got);
        lost.removeAll(names(sent));
        Set<String> left = names(sent);
        left.removeAll(NO_VOICE);
        if (lost.remove(KEY_TONES)) {
            add("m=audio", "telephone-event was not passed on: keys pressed in the call may not be understood");
        }
        lost.removeAll(NO_VOICE);
        if (!lost.isEmpty()) {
            add(
                    "m=audio",
                    "of the codecs offered, " + String.join(", ", lost) + " "
                            + (lost.size() == 1 ? "was" : "were") + " not passed on"
                            + (left.isEmpty() ? "" : "; left: " + String.join(", ", left)));
        }
    }

    private static Set<String> names(Media stream) {
        Set<String> names = new LinkedHashSet<>();
        stream.codecs().stream()
                .map(Codec::name)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .forEach(names::add);
        return names;
    }

    private void encryption(Media got, Media sent) {
        boolean was = got.protocol().toUpperCase(Locale.ROOT).contains("SAVP");
        boolean is = sent.protocol().toUpperCase(Locale.ROOT).contains("SAVP");
        if (was && !is) {
            add("m=audio", "encrypted media was offered and plain media passed on: who insists on encryption refuses");
        } else if (!was && is) {
            add("m=audio", "plain media was offered and encrypted media passed on: who cannot encrypt refuses");
        }
    }

    private void address(Media got, Media sent) {
        Optional<String> address = sent.connectionAddress();
        boolean wasPublic =
                got.connectionAddress().filter(one -> !isPrivate(one)).isPresent();
        if (wasPublic
                && address.filter(OfferComparison::isPrivate).isPresent()
                && !isPrivate(after.to().host())) {
            add(
                    "c=",
                    "the media address became the private " + address.get() + ", which " + after.to()
                            + " cannot reach from outside: the caller is not heard");
        }
    }

    /** RFC 1918 and RFC 6598. */
    private static boolean isPrivate(String address) {
        return address.matches(
                "10\\..*|192\\.168\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|100\\.(6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])\\..*");
    }
}
