package org.callcause.capture;

import static org.callcause.capture.Frames.ACK;
import static org.callcause.capture.Frames.FIN;
import static org.callcause.capture.Frames.RST;
import static org.callcause.capture.Frames.SYN;
import static org.callcause.capture.Frames.TCP;
import static org.callcause.capture.Frames.UDP;
import static org.callcause.capture.Frames.ipv4;
import static org.callcause.capture.Frames.tcp;
import static org.callcause.capture.Frames.udp;

import java.nio.ByteOrder;

/** Tells TCP connections as they are captured: who says what when. Times are in milliseconds. */
final class TcpTalk {

    static final String CLIENT = "192.0.2.10";
    static final String SERVER = "198.51.100.4";

    private static final int RAW = 101;
    private static final byte[] NOTHING = {};

    private final CaptureFiles file =
            CaptureFiles.pcapng(ByteOrder.LITTLE_ENDIAN).microsecondInterface(RAW);
    private String client = CLIENT;
    private String server = SERVER;
    private int clientPort = 40_000;
    private int serverPort = 5061;
    private long clientNext = 1_000;
    private long serverNext = 5_000;
    private long milliseconds;

    static TcpTalk to(int port) {
        TcpTalk talk = new TcpTalk();
        talk.serverPort = port;
        return talk;
    }

    /** The next connection is another one, a second later. */
    TcpTalk next() {
        clientPort++;
        clientNext = 1_000;
        serverNext = 5_000;
        return after(1_000);
    }

    TcpTalk from(String address) {
        client = address;
        return this;
    }

    TcpTalk toward(String address, int port) {
        server = address;
        serverPort = port;
        return this;
    }

    TcpTalk after(int more) {
        milliseconds += more;
        return this;
    }

    /** Client and server exchange a datagram with SIP. */
    TcpTalk datagram(String sip) {
        return packet(ipv4(client, server, UDP, udp(clientPort, serverPort, Octets.text(sip))));
    }

    TcpTalk packet(byte[] packet) {
        file.packet(0, milliseconds++ * 1_000, packet);
        return this;
    }

    byte[] synPacket() {
        return ipv4(client, server, TCP, tcp(clientPort, serverPort, clientNext - 1, SYN, NOTHING));
    }

    byte[] resetPacket() {
        return ipv4(server, client, TCP, tcp(serverPort, clientPort, 0, clientNext, RST | ACK, NOTHING));
    }

    TcpTalk syn() {
        return packet(synPacket());
    }

    /** A SYN that carries the first data (RFC 7413). */
    TcpTalk synWith(byte[] bytes) {
        return packet(ipv4(client, server, TCP, tcp(clientPort, serverPort, clientNext - 1, SYN, bytes)));
    }

    TcpTalk open() {
        return syn().accept().client(ACK, clientNext, NOTHING);
    }

    TcpTalk client(byte[] bytes) {
        client(ACK, clientNext, bytes);
        clientNext += bytes.length;
        return this;
    }

    TcpTalk client(String text) {
        return client(Octets.text(text));
    }

    TcpTalk server(byte[] bytes) {
        server(ACK, serverNext, bytes);
        serverNext += bytes.length;
        return this;
    }

    TcpTalk server(String text) {
        return server(Octets.text(text));
    }

    /** The server says the second part of something before the first. */
    TcpTalk serverInDisorder(byte[] bytes) {
        int half = bytes.length / 2;
        server(ACK, serverNext + half, Frames.part(bytes, half, bytes.length));
        server(ACK, serverNext, Frames.part(bytes, 0, half));
        serverNext += bytes.length;
        return this;
    }

    /** The capture lacks what the server says now. */
    TcpTalk serverUnseen(byte[] bytes) {
        serverNext += bytes.length;
        return this;
    }

    TcpTalk accept() {
        return server(SYN | ACK, serverNext - 1, NOTHING);
    }

    TcpTalk clientAcknowledges() {
        return client(ACK, clientNext, NOTHING);
    }

    TcpTalk serverAcknowledges() {
        return server(ACK, serverNext, NOTHING);
    }

    TcpTalk clientCloses() {
        return client(FIN | ACK, clientNext, NOTHING).server(FIN | ACK, serverNext, NOTHING);
    }

    TcpTalk serverCloses() {
        return server(FIN | ACK, serverNext, NOTHING).client(FIN | ACK, clientNext, NOTHING);
    }

    TcpTalk serverResets() {
        return server(RST | ACK, serverNext, NOTHING);
    }

    TcpTalk clientResets() {
        return client(RST | ACK, clientNext, NOTHING);
    }

    private TcpTalk client(int flags, long sequence, byte[] bytes) {
        return packet(ipv4(client, server, TCP, tcp(clientPort, serverPort, sequence, serverNext, flags, bytes)));
    }

    private TcpTalk server(int flags, long sequence, byte[] bytes) {
        return packet(ipv4(server, client, TCP, tcp(serverPort, clientPort, sequence, clientNext, flags, bytes)));
    }

    Reading read() {
        return Reading.of(file.bytes());
    }
}
