package org.callcause.capture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.callcause.capture.hep.SelfSigned;

/** What two sides of the JDK's TLS say to each other, flight by flight, until the session is there or one breaks it off. */
final class Handshake {

    private static final int ROOM = 1 << 16;

    /** What one side sends at a time. */
    static final class Flight {
        private final boolean ofClient;
        private final byte[] bytes;

        private Flight(boolean ofClient, byte[] bytes) {
            this.ofClient = ofClient;
            this.bytes = bytes;
        }

        boolean ofClient() {
            return ofClient;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    private final SSLEngine client;
    private final SSLEngine server;
    private final List<Flight> flights = new ArrayList<>();

    private Handshake(SSLContext client, SSLContext server) {
        this.client = client.createSSLEngine(TcpTalk.SERVER, 5061);
        this.server = server.createSSLEngine();
        this.client.setUseClientMode(true);
        this.server.setUseClientMode(false);
        SSLParameters asked = this.client.getSSLParameters();
        asked.setServerNames(List.of(new SNIHostName("sbc.example.net")));
        this.client.setSSLParameters(asked);
    }

    /** A client that trusts the server. */
    static Handshake trusted(SelfSigned identity) throws Exception {
        return new Handshake(identity.client(), identity.server());
    }

    /** A client that trusts well-known authorities alone. */
    static Handshake untrusted(SelfSigned identity) throws Exception {
        SSLContext suspicious = SSLContext.getInstance("TLS");
        suspicious.init(null, null, null);
        return new Handshake(suspicious, identity.server());
    }

    Handshake version(String version) {
        client.setEnabledProtocols(new String[] {version});
        return this;
    }

    Handshake serverVersion(String version) {
        server.setEnabledProtocols(new String[] {version});
        return this;
    }

    /** The server wants a certificate of the client, which has none. */
    Handshake mutual() {
        server.setNeedClientAuth(true);
        return this;
    }

    /** All flights up to the end of the handshake, or to its failure. */
    List<Flight> flights() throws SSLException {
        client.beginHandshake();
        server.beginHandshake();
        ByteBuffer toServer = ByteBuffer.allocate(ROOM).limit(0);
        ByteBuffer toClient = ByteBuffer.allocate(ROOM).limit(0);
        int before = -1;
        while (flights.size() > before) {
            before = flights.size();
            turn(client, toClient, toServer);
            turn(server, toServer, toClient);
        }
        return flights;
    }

    /** One side hears and says what it can. */
    private void turn(SSLEngine engine, ByteBuffer heard, ByteBuffer said) throws SSLException {
        ByteArrayOutputStream flight = new ByteArrayOutputStream();
        int before = -1;
        while (flight.size() > before) {
            before = flight.size();
            flight.writeBytes(say(engine));
            hear(engine, heard);
            flight.writeBytes(say(engine));
        }
        if (flight.size() > 0) {
            flights.add(new Flight(engine == client, flight.toByteArray()));
            said.compact().put(flight.toByteArray()).flip();
        }
    }

    boolean succeeded() {
        return client.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING
                && server.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING
                && !client.isOutboundDone()
                && !server.isOutboundDone();
    }

    byte[] data(boolean ofClient) throws SSLException {
        ByteBuffer wire = ByteBuffer.allocate(ROOM);
        (ofClient ? client : server).wrap(ByteBuffer.wrap(Octets.text(Sip.invite("hidden"))), wire);
        return Arrays.copyOf(wire.array(), wire.position());
    }

    /** What closes the session: an alert, encrypted. */
    byte[] goodbye(boolean ofClient) throws SSLException {
        SSLEngine engine = ofClient ? client : server;
        engine.closeOutbound();
        return say(engine);
    }

    private static byte[] say(SSLEngine engine) throws SSLException {
        ByteBuffer wire = ByteBuffer.allocate(ROOM);
        run(engine);
        int refusals = 0;
        while (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP && refusals < 2) {
            try {
                engine.wrap(ByteBuffer.allocate(0), wire);
                run(engine);
            } catch (SSLException refused) {
                // It has yet to say so to the other side.
                refusals++;
            }
        }
        return Arrays.copyOf(wire.array(), wire.position());
    }

    private static void hear(SSLEngine engine, ByteBuffer wire) {
        ByteBuffer plain = ByteBuffer.allocate(ROOM);
        try {
            int before = -1;
            while (wire.position() > before && engine.getHandshakeStatus() != HandshakeStatus.NEED_WRAP) {
                before = wire.position();
                engine.unwrap(wire, plain);
                run(engine);
            }
        } catch (SSLException refused) {
            wire.position(wire.limit());
        }
    }

    private static void run(SSLEngine engine) {
        Runnable task = engine.getDelegatedTask();
        while (task != null) {
            task.run();
            task = engine.getDelegatedTask();
        }
    }

    /** Opens a connection and has both say it there. */
    TcpTalk on(TcpTalk talk) throws SSLException {
        talk.open();
        for (Flight flight : flights()) {
            if (flight.ofClient()) {
                talk.client(flight.bytes());
            } else {
                talk.server(flight.bytes());
            }
        }
        return talk;
    }
}
