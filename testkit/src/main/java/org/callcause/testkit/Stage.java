package org.callcause.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.FailedConnection;
import org.callcause.dialog.MediaSighting;
import org.callcause.dialog.TlsAlert;
import org.callcause.dialog.Transport;
import org.callcause.dialog.TransportFailure;
import org.callcause.message.SipMessage;
import org.callcause.message.SipParser;
import org.callcause.testkit.Statement.Sending;
import org.callcause.testkit.Statement.Start;

/** Plays a script: keeps who said what, and makes the messages of it. */
final class Stage {

    private static final String FIRST_CALL = "one";

    private static final Pattern FAILURE = Pattern.compile("([a-z ]+)(?:, says (\\S+))?");

    private final SipParser parser = new SipParser();
    private final Parties parties = new Parties();
    private final Map<String, ScriptCall> calls = new LinkedHashMap<>();
    private final List<Scene> scenes = new ArrayList<>();
    private final List<Statement.Media> media = new ArrayList<>();
    private final List<Statement.Unconnected> unconnected = new ArrayList<>();
    private Transport transport = Transport.UDP;
    private String callName = FIRST_CALL;
    private OptionalLong until = OptionalLong.empty();

    /**
     * Plays the statements in their order.
     *
     * @throws IllegalArgumentException naming the line, if one makes no sense where it stands
     */
    void play(List<Statement> statements) {
        for (Statement statement : statements) {
            if (statement instanceof Statement.Address address) {
                parties.place(address.party(), address.endpoint());
            } else if (statement instanceof Statement.Identity identity) {
                parties.identify(identity.party(), identity.uri());
            } else if (statement instanceof Statement.Name name) {
                parties.name(name.party(), name.host());
            } else if (statement instanceof Statement.Product product) {
                parties.product(product.party(), product.text());
            } else if (statement instanceof Statement.UpperCase upperCase) {
                parties.writeUpperCase(upperCase.party());
            } else if (statement instanceof Statement.Carrier carrier) {
                transport = carrier.transport();
            } else if (statement instanceof Statement.Heading heading) {
                callName = heading.name();
            } else if (statement instanceof Statement.Until end) {
                until = OptionalLong.of(end.nanos());
            } else if (statement instanceof Statement.Media seen) {
                media.add(seen);
            } else if (statement instanceof Statement.Unconnected failed) {
                unconnected.add(failed);
            } else if (statement instanceof Sending sending) {
                scenes.add(play(sending));
            }
        }
    }

    private Scene play(Sending sending) {
        parties.endpoint(sending.from());
        parties.endpoint(sending.to());
        ScriptCall call = calls.computeIfAbsent(callName, fresh -> new ScriptCall(calls.size() + 1, fresh));
        Wire wire = new Wire(parties, transport);
        try {
            Draft draft = sending.start() instanceof Start.OfRequest request
                    ? new RequestWriter(call, wire).write(sending, request)
                    : new ResponseWriter(call, wire).write(sending, (Start.OfResponse) sending.start());
            SipMessage message = parser.parse(inTheMannerOf(sending, draft).bytes())
                    .orElseThrow(() -> new IllegalArgumentException("what it makes is not a SIP message"));
            return new Scene(sending, callName, message, transport, failure(sending, message));
        } catch (IllegalArgumentException senseless) {
            throw new IllegalArgumentException(sending.source() + ": " + senseless.getMessage(), senseless);
        }
    }

    private Optional<TransportFailure> failure(Sending sending, SipMessage message) {
        Optional<String> told = sending.additions().part(Additions.FAILS);
        if (told.isEmpty()) {
            return Optional.empty();
        }
        Matcher failure = FAILURE.matcher(told.get());
        if (!failure.matches()) {
            throw new IllegalArgumentException("not of the form \"fails: kind, says party\"");
        }
        return Optional.of(new TransportFailure(
                message,
                TransportFailure.Kind.valueOf(
                        failure.group(1).toUpperCase(Locale.ROOT).replace(' ', '_')),
                Optional.ofNullable(failure.group(2)).map(parties::endpoint),
                failure.group(1)));
    }

    /** What every message of a party has in common, whatever it says. */
    private Draft inTheMannerOf(Sending sending, Draft draft) {
        Draft written = draft.copy();
        String header = sending.start() instanceof Start.OfRequest ? "User-Agent" : "Server";
        parties.product(sending.from())
                .filter(product -> !written.has(header))
                .ifPresent(product -> written.add(header, product));
        if (parties.writesUpperCase(sending.from())) {
            written.writeNamesInCapitals();
        }
        return written;
    }

    Parties parties() {
        return parties;
    }

    List<Scene> scenes() {
        return scenes;
    }

    /** The media that were seen, once all parties have their places. */
    List<MediaSighting> media() {
        List<MediaSighting> seen = new ArrayList<>();
        media.forEach(line -> seen.addAll(new ScriptMedia(line, parties).parts()));
        return seen;
    }

    /** The connections that failed, once all parties have their places. */
    List<FailedConnection> connections() {
        return unconnected.stream().map(this::connection).toList();
    }

    private FailedConnection connection(Statement.Unconnected line) {
        Endpoint client = new Endpoint(parties.endpoint(line.client()).host(), 0);
        Endpoint server = parties.endpoint(line.server());
        return FailedConnection.once(
                client,
                server,
                line.kind(),
                line.byServer() ? server : client,
                "",
                line.alert().stream().mapToObj(TlsAlert::new).findFirst(),
                Optional.empty(),
                CallScript.BEGIN.plusNanos(line.beginNanos()),
                CallScript.BEGIN.plusNanos(line.endNanos()));
    }

    OptionalLong until() {
        return until;
    }
}
