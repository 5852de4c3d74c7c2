package org.callcause.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.message.NameAddress;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;
import org.callcause.message.Via;

/** The endpoints of a call that its source does not tell, and which headers of the call name them. */
final class InferredEnds {

    /** More than these a reader does not take in. */
    private static final int MOST_TOLD = 4;

    /** Where a host may be named, the surest first. */
    private enum Place {
        VIA("Via"),
        RECORD_ROUTE("Record-Route"),
        ROUTE("Route"),
        CONTACT("Contact"),
        REQUEST_URI("the Request-URI");

        private final String words;

        Place(String words) {
            this.words = words;
        }
    }

    private InferredEnds() {}

    /** {@code 192.0.2.1:5060 (from Via and Contact) and example.com:5060 (from the Request-URI alone)}. */
    static String told(List<CapturedMessage> messages) {
        Map<Endpoint, Set<Place>> ends = new LinkedHashMap<>();
        for (CapturedMessage message : messages) {
            if (message.isFromInferred()) {
                ends.computeIfAbsent(message.from(), any -> new TreeSet<>());
            }
            if (message.isToInferred()) {
                ends.computeIfAbsent(message.to(), any -> new TreeSet<>());
            }
        }
        messages.forEach(message -> note(message.message(), ends));
        List<String> told = new ArrayList<>();
        ends.entrySet().stream()
                .limit(MOST_TOLD)
                .forEach(end -> told.add(end.getKey() + " (" + source(end.getValue()) + ")"));
        if (ends.size() > MOST_TOLD) {
            told.add(ends.size() - MOST_TOLD + " more");
        }
        return Sentences.all(told);
    }

    private static void note(SipMessage message, Map<Endpoint, Set<Place>> ends) {
        for (Via via : message.vias()) {
            note(via.host(), Place.VIA, ends);
            via.received().ifPresent(host -> note(host, Place.VIA, ends));
        }
        note(message.recordRoutes(), Place.RECORD_ROUTE, ends);
        note(message.routes(), Place.ROUTE, ends);
        note(message.contacts(), Place.CONTACT, ends);
        if (message instanceof SipRequest request) {
            note(request.uri().host(), Place.REQUEST_URI, ends);
        }
    }

    private static void note(List<NameAddress> addresses, Place place, Map<Endpoint, Set<Place>> ends) {
        addresses.forEach(address -> note(address.uri().host(), place, ends));
    }

    private static void note(String named, Place place, Map<Endpoint, Set<Place>> ends) {
        String host = named.toLowerCase(Locale.ROOT);
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        ends.forEach((end, places) -> {
            if (end.host().equals(bare)) {
                places.add(place);
            }
        });
    }

    private static String source(Set<Place> places) {
        if (places.isEmpty()) {
            return "from other calls";
        }
        List<String> words = new ArrayList<>();
        places.forEach(place -> words.add(place.words));
        return "from " + Sentences.all(words) + (places.equals(Set.of(Place.REQUEST_URI)) ? " alone" : "");
    }
}
