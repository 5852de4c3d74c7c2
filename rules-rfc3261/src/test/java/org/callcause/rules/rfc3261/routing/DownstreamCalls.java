package org.callcause.rules.rfc3261.routing;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls that elements on the way answer, or answer in their own words. */
final class DownstreamCalls {

    private DownstreamCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/500-hides-503", "The proxy makes a 500 of the gateway's 503", """
                    0.000 caller -> proxy   INVITE
                    0.005 proxy  -> gateway INVITE
                    0.050 gateway -> proxy  503
                    0.051 proxy  -> gateway ACK
                    0.052 proxy  -> caller  500
                    0.060 caller -> proxy   ACK
                    """),
                silent("rfc3261/500-hides-503", "The gateway itself answers 500", """
                    0.000 caller -> proxy   INVITE
                    0.005 proxy  -> gateway INVITE
                    0.050 gateway -> proxy  500
                    0.051 proxy  -> gateway ACK
                    0.052 proxy  -> caller  500
                    0.060 caller -> proxy   ACK
                    """),
                fires("rfc3261/500-hides-503", "The gateway had no circuit, and said so", """
                    0.000 caller -> proxy   INVITE
                    0.005 proxy  -> gateway INVITE
                    0.050 gateway -> proxy  503 | Reason: Q.850;cause=34
                    0.051 proxy  -> gateway ACK
                    0.052 proxy  -> caller  500
                    0.060 caller -> proxy   ACK
                    """),
                fires("rfc3261/480-hides-503", "The gateway is being maintained, and the proxy answers 480", """
                    0.000 caller -> proxy   INVITE
                    0.005 proxy  -> gateway INVITE
                    0.050 gateway -> proxy  503 | Warning: 399 gateway "locked for maintenance" | Retry-After: 3600
                    0.051 proxy  -> gateway ACK
                    0.052 proxy  -> caller  480
                    0.060 caller -> proxy   ACK
                    """),
                silent("rfc3261/480-hides-503", "One way answers 503 and the other 480", """
                    0.000 caller -> proxy  INVITE
                    0.005 proxy  -> desk   INVITE
                    0.006 proxy  -> mobile INVITE
                    0.050 desk   -> proxy  503
                    0.051 proxy  -> desk   ACK
                    0.060 mobile -> proxy  480
                    0.061 proxy  -> mobile ACK
                    0.062 proxy  -> caller 480
                    0.070 caller -> proxy  ACK
                    """),
                silent("rfc3261/480-hides-503", "The callee had no phone, and nothing was tried", """
                    0.000 caller -> proxy  INVITE
                    0.010 proxy  -> caller 480
                    0.020 caller -> proxy  ACK
                    """),
                fires(
                        "rfc3261/5xx-hides-refusal",
                        "The callee is busy, and the proxy says that it is out of service",
                        """
                    0.000 caller -> proxy  INVITE
                    0.005 proxy  -> callee INVITE
                    0.090 callee -> proxy  486 | Reason: Q.850;cause=17
                    0.091 proxy  -> callee ACK
                    0.092 proxy  -> caller 503
                    0.100 caller -> proxy  ACK
                    """),
                silent(
                        "rfc3261/5xx-hides-refusal",
                        "One way is busy and the other fails, so the proxy has to choose",
                        """
                    0.000 caller -> proxy  INVITE
                    0.005 proxy  -> desk   INVITE
                    0.006 proxy  -> mobile INVITE
                    0.090 desk   -> proxy  486
                    0.091 proxy  -> desk   ACK
                    0.095 mobile -> proxy  503
                    0.096 proxy  -> mobile ACK
                    0.098 proxy  -> caller 500
                    0.100 caller -> proxy  ACK
                    """),
                silent("rfc3261/5xx-hides-refusal", "The server behind the proxy fails itself", """
                    0.000 caller -> proxy  INVITE
                    0.005 proxy  -> callee INVITE
                    0.090 callee -> proxy  500
                    0.091 proxy  -> callee ACK
                    0.092 proxy  -> caller 500
                    0.100 caller -> proxy  ACK
                    """),
                fires(
                        "rfc3261/5xx-hides-no-answer",
                        "The proxy lets the phone ring for 32 s and then answers 503",
                        """
                    0.000 caller -> proxy  INVITE
                    0.005 proxy  -> callee INVITE
                    0.300 callee -> proxy  180
                    0.302 proxy  -> caller 180
                    32.00 proxy  -> callee CANCEL
                    32.00 proxy  -> caller 503
                    32.01 callee -> proxy  200 (CANCEL)
                    32.02 callee -> proxy  487
                    32.03 proxy  -> callee ACK
                    32.04 caller -> proxy  ACK
                    """),
                silent(
                        "rfc3261/5xx-hides-no-answer",
                        "The phone does not even ring before the proxy stops waiting",
                        """
                    0.000 caller -> proxy  INVITE
                    0.005 proxy  -> callee INVITE
                    0.030 callee -> proxy  100
                    32.00 proxy  -> callee CANCEL
                    32.00 proxy  -> caller 503
                    32.01 callee -> proxy  200 (CANCEL)
                    32.02 callee -> proxy  487
                    32.03 proxy  -> callee ACK
                    32.04 caller -> proxy  ACK
                    """),
                fires("rfc3261/provisional-of-a-proxy", "The proxy rings by itself before it knows of the callee", """
                    0.000 caller -> proxy  INVITE
                    0.004 proxy  -> caller 180 | To: <sip:bob@example.com>;tag=proxy | -Contact
                    0.005 proxy  -> callee INVITE
                    0.250 callee -> proxy  180
                    3.000 callee -> proxy  200
                    3.002 proxy  -> caller 200
                    3.020 caller -> proxy  ACK
                    3.021 proxy  -> callee ACK
                    60.00 caller -> proxy  BYE
                    60.01 proxy  -> callee BYE
                    60.03 callee -> proxy  200
                    60.04 proxy  -> caller 200
                    """),
                silent("rfc3261/provisional-of-a-proxy", "The proxy forwards the call and says so", """
                    0.000 caller -> proxy  INVITE
                    0.010 proxy  -> callee INVITE
                    0.200 callee -> proxy  302 | Contact: <sip:carol@example.com>
                    0.210 proxy  -> callee ACK
                    0.220 proxy  -> caller 181
                    0.230 proxy  -> carol  INVITE sip:carol@example.com
                    0.400 carol  -> proxy  180
                    0.410 proxy  -> caller 180
                    4.000 carol  -> proxy  200
                    4.010 proxy  -> caller 200
                    4.020 caller -> proxy  ACK
                    4.030 proxy  -> carol  ACK
                    """),
                silent("rfc3261/provisional-of-a-proxy", "One of the two phones that ring is not captured", """
                    0.000 caller -> proxy  INVITE
                    0.005 proxy  -> desk   INVITE
                    0.006 proxy  -> mobile INVITE not captured
                    0.300 mobile -> proxy  180 not captured
                    0.302 proxy  -> caller 180
                    0.400 desk   -> proxy  180
                    0.402 proxy  -> caller 180
                    5.000 desk   -> proxy  200
                    5.002 proxy  -> caller 200
                    5.030 caller -> proxy  ACK
                    5.032 proxy  -> desk   ACK
                    44.00 caller -> proxy  BYE
                    44.01 proxy  -> desk   BYE
                    44.03 desk   -> proxy  200
                    44.04 proxy  -> caller 200
                    """),
                silent("rfc3261/provisional-of-a-proxy", "The proxy passes on the ringing of two phones", """
                    0.000 caller -> proxy  INVITE
                    0.005 proxy  -> desk   INVITE
                    0.006 proxy  -> mobile INVITE
                    0.200 desk   -> proxy  180
                    0.202 proxy  -> caller 180
                    0.300 mobile -> proxy  180
                    0.302 proxy  -> caller 180
                    5.000 mobile -> proxy  200
                    5.002 proxy  -> caller 200
                    5.030 caller -> proxy  ACK
                    5.032 proxy  -> mobile ACK
                    44.00 caller -> proxy  BYE
                    44.01 proxy  -> mobile BYE
                    44.03 mobile -> proxy  200
                    44.04 proxy  -> caller 200
                    """),
                fires("rfc3261/redirect-without-contact", "A 302 names no address", """
                    0.000 caller -> proxy  INVITE
                    0.050 proxy  -> caller 302 | -Contact
                    0.060 caller -> proxy  ACK
                    """),
                silent("rfc3261/redirect-without-contact", "A 302 names another address", """
                    0.000 caller -> proxy  INVITE
                    0.050 proxy  -> caller 302 | Contact: <sip:bob@voicemail.example.com>
                    0.060 caller -> proxy  ACK
                    """),
                fires("rfc3261/redirected", "The called phone is forwarded to a mobile", """
                    0.000 caller -> callee INVITE
                    0.020 callee -> caller 302 | Contact: <sip:bob@mobile.example.com>
                    0.030 caller -> callee ACK
                    """),
                silent("rfc3261/redirected", "The caller follows the forwarding at once", """
                    0.000 caller -> callee INVITE
                    0.020 callee -> caller 302 | Contact: <sip:bob@mobile.example.com>
                    0.030 caller -> callee ACK
                    0.050 caller -> mobile INVITE | start: INVITE sip:bob@mobile.example.com SIP/2.0 | CSeq: 2 INVITE
                    2.080 mobile -> caller 200
                    2.090 caller -> mobile ACK
                    60.00 caller -> mobile BYE
                    60.01 mobile -> caller 200
                    """),
                fires("rfc3261/380-alternative-service", "The body does not say which service is offered", """
                    0.000 caller -> proxy INVITE
                    0.020 proxy -> caller 380 | Content-Type: application/3gpp-ims+xml | body: <ims-3gpp/>
                    0.030 caller -> proxy ACK
                    """),
                fires("rfc3261/380-emergency", "An emergency number was dialled as an ordinary call", """
                    0.000 caller -> proxy INVITE
                    0.020 proxy -> caller 380 | Content-Type: application/3gpp-ims+xml | body: <ims-3gpp version="1">\\n<alternative-service>\\n<type>emergency</type>\\n<reason/>\\n<action>emergency-registration</action>\\n</alternative-service>\\n</ims-3gpp>
                    0.030 caller -> proxy ACK
                    """),
                silent(
                        "rfc3261/380-emergency",
                        "The network restores its registrations, and the device is to register anew",
                        """
                    0.000 caller -> proxy INVITE
                    0.020 proxy -> caller 380 | Content-Type: application/3gpp-ims+xml | body: <ims-3gpp version="1">\\n<alternative-service>\\n<type>restoration</type>\\n<reason>emergency</reason>\\n<action>initial-registration</action>\\n</alternative-service>\\n</ims-3gpp>
                    0.030 caller -> proxy ACK
                    """),
                silent("rfc3261/380-emergency", "A text that is of no 3GPP network speaks of an emergency", """
                    0.000 caller -> proxy INVITE
                    0.020 proxy -> caller 380 | Content-Type: text/html | body: <p><type>emergency</type></p>
                    0.030 caller -> proxy ACK
                    """),
                silent("rfc3261/380-alternative-service", "A 302 names another address", """
                    0.000 caller -> callee INVITE
                    0.020 callee -> caller 302 | Contact: <sip:bob@mobile.example.com>
                    0.030 caller -> callee ACK
                    """),
                fires("rfc3261/redirect-loop", "The forwarding points at itself", """
                    0.000 caller -> proxy  INVITE sip:bob@example.com
                    0.050 proxy  -> caller 302 | Contact: <sip:bob@example.com>
                    0.060 caller -> proxy  ACK
                    """),
                silent("rfc3261/redirect-loop", "The server asks to be called over TCP, and is overloaded then", """
                    0.000 caller -> proxy  INVITE sip:bob@example.com
                    0.050 proxy  -> caller 302 | Contact: <sip:bob@example.com;transport=tcp>
                    0.060 caller -> proxy  ACK
                    0.100 caller -> proxy  INVITE sip:bob@example.com;transport=tcp
                    0.200 proxy  -> caller 503
                    0.210 caller -> proxy  ACK
                    """),
                silent("rfc3261/redirect-loop", "The forwarding leads to the voicemail, which is busy", """
                    0.000 caller -> proxy  INVITE sip:bob@example.com
                    0.050 proxy  -> caller 302 | Contact: <sip:bob@voicemail.example.com>
                    0.060 caller -> proxy  ACK
                    0.100 caller -> proxy  INVITE sip:bob@voicemail.example.com
                    0.200 proxy  -> caller 486
                    0.210 caller -> proxy  ACK
                    """),
                fires("rfc3261/required-header-missing", "A 405 does not say what is allowed", """
                    0.000 caller -> proxy  INVITE
                    0.050 proxy  -> caller 405 | -Allow
                    0.060 caller -> proxy  ACK
                    """),
                silent("rfc3261/required-header-missing", "A 420 says which extension it lacks", """
                    0.000 caller -> proxy  INVITE
                    0.050 proxy  -> caller 420 | Unsupported: 100rel
                    0.060 caller -> proxy  ACK
                    """),
                fires("rfc3261/404-foreign-domain", "The server that answers is not the one that was called", """
                    party proxy = 192.0.2.1:5060
                    0.000 caller -> proxy  INVITE sip:bob@203.0.113.9
                    0.050 proxy  -> caller 404
                    0.060 caller -> proxy  ACK
                    """),
                silent(
                        "rfc3261/404-foreign-domain",
                        "The server stands behind NAT and is called by its public address",
                        """
                        party proxy = 10.0.0.5:5060
                        0.000 caller -> proxy  INVITE sip:bob@203.0.113.9
                        0.050 proxy  -> caller 404
                        0.060 caller -> proxy  ACK
                        """),
                silent("rfc3261/404-foreign-domain", "The server that was called answers", """
                    party proxy = 192.0.2.1:5060
                    0.000 caller -> proxy  INVITE sip:bob@192.0.2.1
                    0.050 proxy  -> caller 404
                    0.060 caller -> proxy  ACK
                    """));
    }
}
