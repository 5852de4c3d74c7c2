/**
 * What the author of a rule module tests with: call scripts, assertions and the contract of a module.
 *
 * <h2>Call scripts</h2>
 *
 * A {@link org.callcause.testkit.CallScript} is a text of lines, each one message:
 *
 * <pre>
 *     0.000 caller -> proxy  INVITE
 *     0.010 proxy  -> caller 407
 *     4.100 callee -> proxy  603 Decline | Retry-After: 20 | Reason: Q.850;cause=21
 *     4.101 callee &lt;- proxy  ACK
 * </pre>
 *
 * <p>A line has a time in seconds, on all lines or on none; two parties and an arrow; a method, or a status, which gets
 * its standard phrase when the line has none; and between bars what else the message has. Empty lines, lines that begin
 * with {@code #} and lines of three dots are passed over.
 *
 * <p>What a line does not say is filled in. A request of a party that received an open one of the same method is the
 * same request sent on, with a Via and a Record-Route more; another one begins there, inside the party's dialog where
 * there is one. The same request, or the same response, on the same hop again is the same message sent again. A
 * response answers the open request that went the other way; where several are open, a provisional one and 487 prefer
 * the INVITE, others the latest, and {@code 200 (BYE)} or {@code 487 to INVITE} say which; such a one may also go
 * astray. A response of a party that received one of the same status is that one passed on. An INVITE offers a
 * session unless it says otherwise, its 183 and 2xx answer; 401 and 407 challenge, and the next request of that
 * method has the credentials.
 *
 * <table>
 * <caption>Between the bars</caption>
 * <tr><td>{@code Header: value}</td><td>in the place of the generated one</td></tr>
 * <tr><td>{@code +Header: value}</td><td>beside the generated one</td></tr>
 * <tr><td>{@code -Header}</td><td>without the generated one</td></tr>
 * <tr><td>{@code sdp: PCMU PCMA; sendonly; RTP/SAVP; video H264; port 0; a=ptime:20; at 10.0.0.5}</td>
 *   <td>the session: codecs, then what holds for this medium; {@code at} an address for all</td></tr>
 * <tr><td>{@code no sdp}</td><td>without the session</td></tr>
 * <tr><td>{@code body: text}</td><td>the body, {@code \n} for the end of a line</td></tr>
 * <tr><td>{@code sipfrag: 486 Busy Here}</td><td>what a NOTIFY of a transfer reports</td></tr>
 * <tr><td>{@code start: text}</td><td>the start line as it is</td></tr>
 * <tr><td>{@code size: 1600}</td><td>filled up to this many bytes with a header that has no meaning</td></tr>
 * <tr><td>{@code port: 5080}</td><td>sent from this port of its sender, in place of the usual one</td></tr>
 * <tr><td>{@code fails: refused, says proxy}</td><td>the transport could not deliver it: a kind of
 *   {@link org.callcause.dialog.TransportFailure}, and which party says so where it is not the sender</td></tr>
 * <tr><td>{@code reliable}</td><td>a provisional response with Require and RSeq (RFC 3262)</td></tr>
 * <tr><td>{@code stale}</td><td>a challenge that says the nonce was</td></tr>
 * <tr><td>{@code no credentials}</td><td>a request that does not answer the challenge</td></tr>
 * <tr><td>{@code again}</td><td>the same request once more, though it was answered</td></tr>
 * <tr><td>{@code new}</td><td>not the same message once more, though it looks so</td></tr>
 * <tr><td>{@code x2}, {@code not captured}</td><td>the capture shows it twice, or not at all; may also follow the start
 *   without a bar</td></tr>
 * </table>
 *
 * <table>
 * <caption>Lines of their own</caption>
 * <tr><td>{@code party sbc = 198.51.100.7:5060}</td><td>where a party is</td></tr>
 * <tr><td>{@code caller is sip:+4930123456@example.com}</td><td>what a party calls itself</td></tr>
 * <tr><td>{@code sbc writes itself as sbc1.example.com}</td>
 *   <td>the name that Via, Contact and Record-Route of a party have in place of its address</td></tr>
 * <tr><td>{@code sbc runs Acme-SBC/7.2}</td><td>what a party writes into User-Agent and Server</td></tr>
 * <tr><td>{@code sbc writes header names in capitals}</td><td>{@code FROM} in place of {@code From}</td></tr>
 * <tr><td>{@code transport TCP}</td><td>what carries the messages from here on</td></tr>
 * <tr><td>{@code call two}</td><td>the lines from here on have another Call-ID; {@code call one} goes back</td></tr>
 * <tr><td>{@code rtp 2.1 to 20.0 caller -> callee}</td><td>media that the capture shows, by seconds; a party's socket is the one
 *   that its session names, another is told with a port or an address: {@code callee:40100}, {@code 192.0.2.7:4000}; {@code type 18} behind it says
 *   the payload type, which is 0 otherwise, and
 *   {@code refused} behind it: an ICMP error says so</td></tr>
 * <tr><td>{@code signal 2.1 to 9.0 caller -> callee check}</td><td>what it shows beside them, each half second: a kind of
 *   {@link org.callcause.dialog.MediaSignal} in small letters, such as {@code check-answered}, {@code check-refused 401},
 *   {@code client-hello} or {@code dtls-alert 42}</td></tr>
 * <tr><td>{@code connection 0.005 to 0.040 proxy -> gateway refused}</td><td>one that it shows to have failed: a
 *   {@link org.callcause.dialog.FailedConnection} kind, and where an alert ended it, its number, and {@code by proxy} where the
 *   client did: {@code tls-alert 48 by proxy}</td></tr>
 * <tr><td>{@code until 40}</td><td>how long the capture went on</td></tr>
 * </table>
 *
 * <p>Without such lines {@code caller} is {@code sip:alice@example.com} and calls {@code callee}, which is
 * {@code sip:bob@example.com}; any other party that begins a call speaks for the caller, and one that answers for the
 * callee.
 */
@NullMarked
package org.callcause.testkit;

import org.jspecify.annotations.NullMarked;
