package org.callcause.testkit;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.FailedConnection;
import org.callcause.dialog.MediaSignal;
import org.callcause.dialog.Transport;

/** One line of a script, read. */
sealed interface Statement {

    /** What a message begins with. */
    sealed interface Start {

        /** A request; the Request-URI where the line gives one. */
        record OfRequest(String method, Optional<String> uri) implements Start {}

        /** A response; the phrase where the line gives one, and the method that it answers where the line says. */
        record OfResponse(int status, Optional<String> phrase, Optional<String> method) implements Start {}
    }

    /**
     * A message.
     *
     * @param source the line as it was written, with its number
     * @param nanos from the begin of the script; absent in a script without times
     * @param copies how often the capture shows it
     * @param captured whether the capture shows it at all
     */
    record Sending(
            String source,
            OptionalLong nanos,
            String from,
            String to,
            Start start,
            Additions additions,
            int copies,
            boolean captured)
            implements Statement {}

    /** Says where a party is. */
    record Address(String party, Endpoint endpoint) implements Statement {}

    /** Says what a party calls itself. */
    record Identity(String party, String uri) implements Statement {}

    /** Says by which name a party writes its own address. */
    record Name(String party, String host) implements Statement {}

    /** Says what a party writes into User-Agent and Server. */
    record Product(String party, String text) implements Statement {}

    /** Says that a party writes the names of its headers in capitals. */
    record UpperCase(String party) implements Statement {}

    /** Says what carries the messages from here on. */
    record Carrier(Transport transport) implements Statement {}

    /** Begins another Call-ID, or goes back to one that was begun. */
    record Heading(String name) implements Statement {}

    /** What the capture shows between the sockets of media. */
    sealed interface Media extends Statement {

        /** The line as it was written, with its number. */
        String source();

        long beginNanos();

        long endNanos();

        /** Where it comes from: a party or an address, with or without a port. */
        String from();

        /** Where it goes, told alike. */
        String to();
    }

    /**
     * Packets of RTP.
     *
     * @param payloadType 0 where the line names none
     * @param refused whether an ICMP error says of each that nobody takes it
     */
    record Rtp(String source, long beginNanos, long endNanos, String from, String to, int payloadType, boolean refused)
            implements Media {}

    /**
     * Packets beside them.
     *
     * @param number what the line names behind the kind; 0 where it names nothing
     */
    record Signal(
            String source, long beginNanos, long endNanos, String from, String to, MediaSignal.Kind kind, int number)
            implements Media {}

    /**
     * A connection that did not come about.
     *
     * @param source the line as it was written, with its number
     * @param client the party that tried
     * @param server the party that it tried to reach
     * @param alert the alert that ended the handshake, where one did
     * @param byServer whether the server ended it
     */
    record Unconnected(
            String source,
            long beginNanos,
            long endNanos,
            String client,
            String server,
            FailedConnection.Kind kind,
            OptionalInt alert,
            boolean byServer)
            implements Statement {}

    /** Says how long the capture went on. */
    record Until(long nanos) implements Statement {}
}
