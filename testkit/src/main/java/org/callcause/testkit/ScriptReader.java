package org.callcause.testkit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.FailedConnection;
import org.callcause.dialog.MediaSignal;
import org.callcause.dialog.Transport;
import org.callcause.testkit.Statement.Address;
import org.callcause.testkit.Statement.Carrier;
import org.callcause.testkit.Statement.Heading;
import org.callcause.testkit.Statement.Identity;
import org.callcause.testkit.Statement.Sending;
import org.callcause.testkit.Statement.Start;
import org.callcause.testkit.Statement.Until;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a script. What they mean together is not looked at here. */
final class ScriptReader {

    private static final String SECONDS = "(\\d+(?:\\.\\d{1,9})?)";
    private static final String NAME = "([A-Za-z][A-Za-z0-9_-]*)";
    private static final Pattern SENDING =
            Pattern.compile("(?:" + SECONDS + "\\s+)?" + NAME + "\\s*(->|<-)\\s*" + NAME + "\\s+(\\S.*?)");
    private static final Pattern ADDRESS =
            Pattern.compile("party\\s+" + NAME + "\\s*=\\s*(\\[[0-9A-Fa-f:]+]|[^:\\s\\[]+)(?::(\\d{1,5}))?");
    private static final Pattern IDENTITY = Pattern.compile(NAME + "\\s+is\\s+(\\S+:\\S+)");
    private static final Pattern HOST_NAME = Pattern.compile(NAME + "\\s+writes itself as\\s+([A-Za-z0-9.-]+)");
    private static final Pattern PRODUCT = Pattern.compile(NAME + "\\s+runs\\s+(\\S.*)");
    private static final Pattern UPPER_CASE = Pattern.compile(NAME + "\\s+writes header names in capitals");
    private static final Pattern CARRIER = Pattern.compile("transport\\s+([A-Za-z]+)");
    private static final Pattern HEADING = Pattern.compile("call\\s+" + NAME);
    private static final Pattern UNTIL = Pattern.compile("until\\s+" + SECONDS);
    private static final Pattern RTP = Pattern.compile("rtp\\s+" + SECONDS + "\\s+to\\s+" + SECONDS
            + "\\s+(\\S+)\\s*(->|<-)\\s*(\\S+)(?:\\s+type\\s+(\\d{1,3}))?(\\s+refused)?");
    private static final Pattern SIGNAL = Pattern.compile("signal\\s+" + SECONDS + "\\s+to\\s+" + SECONDS
            + "\\s+(\\S+)\\s*(->|<-)\\s*(\\S+)\\s+([a-z-]+)(?:\\s+(\\d{1,9}))?");
    private static final Pattern UNCONNECTED = Pattern.compile("connection\\s+" + SECONDS + "\\s+to\\s+" + SECONDS
            + "\\s+" + NAME + "\\s*(->|<-)\\s*" + NAME + "\\s+([a-z-]+)(?:\\s+(\\d{1,3}))?(?:\\s+by\\s+" + NAME + ")?");
    private static final Pattern REQUEST = Pattern.compile("([A-Z]{2,})(?:\\s+(\\S+:\\S+))?");
    private static final String METHOD =
            "(INVITE|BYE|CANCEL|REGISTER|OPTIONS|PRACK|UPDATE|INFO|SUBSCRIBE|NOTIFY|REFER|" + "MESSAGE|PUBLISH)";
    private static final Pattern RESPONSE = Pattern.compile("(\\d{3})(?:\\s+(?!to " + METHOD + "$|\\(" + METHOD
            + "\\)$)(.*?))?(?:\\s+to\\s+" + METHOD + "|\\s*\\(" + METHOD + "\\))?");
    private static final Pattern COPIES = Pattern.compile("(.*?)\\s*\\bx(\\d)");
    private static final Pattern HIDDEN = Pattern.compile("(.*?)\\s*\\bnot captured");

    private ScriptReader() {}

    /**
     * Reads a script.
     *
     * @throws IllegalArgumentException naming the line, if one has no known form
     */
    static List<Statement> read(String text) {
        List<Statement> statements = new ArrayList<>();
        int number = 0;
        for (String raw : text.lines().toList()) {
            number++;
            String line = raw.strip();
            if (!line.isEmpty() && !line.startsWith("#") && !line.equals("...")) {
                statements.add(statement(line, "line " + number + " (" + line + ")"));
            }
        }
        requireTimesOnAllOrNone(statements);
        return statements;
    }

    private static Statement statement(String line, String source) {
        try {
            return directive(line)
                    .or(() -> rtp(line, source))
                    .or(() -> signal(line, source))
                    .or(() -> unconnected(line, source))
                    .orElseGet(() -> sending(line, source));
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(source + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static Optional<Statement> directive(String line) {
        Matcher address = ADDRESS.matcher(line);
        if (address.matches()) {
            return Optional.of(new Address(address.group(1), endpoint(address.group(2), address.group(3))));
        }
        Matcher identity = IDENTITY.matcher(line);
        if (identity.matches()) {
            return Optional.of(new Identity(identity.group(1), identity.group(2)));
        }
        Optional<Statement> manner = manner(line);
        if (manner.isPresent()) {
            return manner;
        }
        Matcher carrier = CARRIER.matcher(line);
        if (carrier.matches()) {
            return Optional.of(new Carrier(transport(carrier.group(1).toUpperCase(Locale.ROOT))));
        }
        Matcher heading = HEADING.matcher(line);
        if (heading.matches()) {
            return Optional.of(new Heading(heading.group(1)));
        }
        Matcher until = UNTIL.matcher(line);
        return until.matches() ? Optional.of(new Until(nanos(until.group(1)))) : Optional.empty();
    }

    /** Whether the line tells what was seen beside the messages. */
    static boolean isBesideMessages(String line) {
        return line.startsWith("rtp ") || line.startsWith("signal ") || line.startsWith("connection ");
    }

    private static Optional<Statement> rtp(String line, String source) {
        Matcher rtp = RTP.matcher(line);
        if (!line.startsWith("rtp ")) {
            return Optional.empty();
        }
        if (!rtp.matches()) {
            throw new IllegalArgumentException(
                    "not of the form \"rtp SECONDS to SECONDS party -> party:port type NUMBER refused\"");
        }
        expectOrder(rtp);
        boolean forward = rtp.group(4).equals("->");
        return Optional.of(new Statement.Rtp(
                source,
                nanos(rtp.group(1)),
                nanos(rtp.group(2)),
                rtp.group(forward ? 3 : 5),
                rtp.group(forward ? 5 : 3),
                rtp.group(6) == null ? 0 : Integer.parseInt(rtp.group(6)),
                rtp.group(7) != null));
    }

    private static Optional<Statement> signal(String line, String source) {
        Matcher signal = SIGNAL.matcher(line);
        if (!line.startsWith("signal ")) {
            return Optional.empty();
        }
        if (!signal.matches()) {
            throw new IllegalArgumentException(
                    "not of the form \"signal SECONDS to SECONDS party -> party:port KIND NUMBER\"");
        }
        expectOrder(signal);
        boolean forward = signal.group(4).equals("->");
        return Optional.of(new Statement.Signal(
                source,
                nanos(signal.group(1)),
                nanos(signal.group(2)),
                signal.group(forward ? 3 : 5),
                signal.group(forward ? 5 : 3),
                kind(signal.group(6)),
                signal.group(7) == null ? 0 : Integer.parseInt(signal.group(7))));
    }

    private static MediaSignal.Kind kind(String word) {
        return oneOf(
                MediaSignal.Kind.values(),
                word,
                kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static <T> T oneOf(T[] values, String word, Function<T, String> words) {
        return Arrays.stream(values)
                .filter(value -> words.apply(value).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        word + " is none of " + Arrays.stream(values).map(words).toList()));
    }

    private static Optional<Statement> unconnected(String line, String source) {
        Matcher unconnected = UNCONNECTED.matcher(line);
        if (!line.startsWith("connection ")) {
            return Optional.empty();
        }
        if (!unconnected.matches()) {
            throw new IllegalArgumentException(
                    "not of the form \"connection SECONDS to SECONDS party -> party KIND ALERT by party\"");
        }
        expectOrder(unconnected);
        boolean forward = unconnected.group(4).equals("->");
        String client = unconnected.group(forward ? 3 : 5);
        String server = unconnected.group(forward ? 5 : 3);
        String alert = unconnected.group(7);
        return Optional.of(new Statement.Unconnected(
                source,
                nanos(unconnected.group(1)),
                nanos(unconnected.group(2)),
                client,
                server,
                oneOf(FailedConnection.Kind.values(), unconnected.group(6), FailedConnection.Kind::word),
                alert == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(alert)),
                !client.equals(unconnected.group(8))));
    }

    private static void expectOrder(Matcher times) {
        if (nanos(times.group(2)) <= nanos(times.group(1))) {
            throw new IllegalArgumentException("it ends before it begins");
        }
    }

    private static Transport transport(String name) {
        return Arrays.stream(Transport.values())
                .filter(transport -> transport.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "not a transport, which is one of " + Arrays.toString(Transport.values())));
    }

    private static Optional<Statement> manner(String line) {
        Matcher name = HOST_NAME.matcher(line);
        if (name.matches()) {
            return Optional.of(new Statement.Name(name.group(1), name.group(2)));
        }
        Matcher product = PRODUCT.matcher(line);
        if (product.matches()) {
            return Optional.of(new Statement.Product(product.group(1), product.group(2)));
        }
        Matcher upperCase = UPPER_CASE.matcher(line);
        return upperCase.matches() ? Optional.of(new Statement.UpperCase(upperCase.group(1))) : Optional.empty();
    }

    private static Endpoint endpoint(String host, @Nullable String port) {
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return new Endpoint(bare.toLowerCase(Locale.ROOT), port == null ? Parties.PORT : Integer.parseInt(port));
    }

    private static Sending sending(String line, String source) {
        List<String> pieces = new ArrayList<>(
                Arrays.stream(line.split("\\s\\|\\s", -1)).map(String::strip).toList());
        Matcher matcher = SENDING.matcher(pieces.remove(0));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not of the form \"time party -> party START | Header: value\"");
        }
        String start = matcher.group(5);
        int copies = 1;
        boolean captured = true;
        pieces.add(0, start);
        for (int i = 0; i < pieces.size(); i++) {
            Matcher hidden = HIDDEN.matcher(pieces.get(i));
            if (isMark(hidden, i, pieces)) {
                captured = false;
                pieces.set(i, hidden.group(1));
            }
            Matcher repeated = COPIES.matcher(pieces.get(i));
            if (isMark(repeated, i, pieces)) {
                copies = Integer.parseInt(repeated.group(2));
                pieces.set(i, repeated.group(1));
            }
        }
        Start read = start(pieces.remove(0));
        pieces.removeIf(String::isEmpty);
        boolean forward = matcher.group(3).equals("->");
        return new Sending(
                source,
                matcher.group(1) == null ? OptionalLong.empty() : OptionalLong.of(nanos(matcher.group(1))),
                matcher.group(forward ? 2 : 4),
                matcher.group(forward ? 4 : 2),
                read,
                Additions.read(pieces),
                copies,
                captured);
    }

    /** A mark stands behind the start or the last header, or alone between bars; elsewhere it is part of a value. */
    private static boolean isMark(Matcher mark, int piece, List<String> pieces) {
        return mark.matches()
                && (piece == 0 || piece == pieces.size() - 1 || mark.group(1).isEmpty());
    }

    private static Start start(String text) {
        Matcher request = REQUEST.matcher(text);
        if (request.matches()) {
            return new Start.OfRequest(request.group(1), Optional.ofNullable(request.group(2)));
        }
        Matcher response = RESPONSE.matcher(text);
        if (response.matches()) {
            Optional<String> method =
                    Optional.ofNullable(response.group(5)).or(() -> Optional.ofNullable(response.group(6)));
            Optional<String> phrase = Optional.ofNullable(response.group(4)).filter(words -> !words.isBlank());
            return new Start.OfResponse(Integer.parseInt(response.group(1)), phrase, method);
        }
        throw new IllegalArgumentException("neither a METHOD nor a status: \"" + text + "\"");
    }

    private static long nanos(String seconds) {
        return new BigDecimal(seconds).movePointRight(9).longValueExact();
    }

    private static void requireTimesOnAllOrNone(List<Statement> statements) {
        List<Sending> sendings = statements.stream()
                .filter(Sending.class::isInstance)
                .map(Sending.class::cast)
                .toList();
        boolean timed = sendings.stream().anyMatch(sending -> sending.nanos().isPresent());
        for (Sending sending : sendings) {
            if (sending.nanos().isPresent() != timed) {
                throw new IllegalArgumentException(
                        sending.source() + ": either every line of a script has a time, or none");
            }
        }
    }
}
