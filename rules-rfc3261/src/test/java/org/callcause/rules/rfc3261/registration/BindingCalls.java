package org.callcause.rules.rfc3261.registration;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Registrations. */
final class BindingCalls {

    private BindingCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/registration-lapsed", "The callee is not reachable at once", """
                    0.000 caller -> proxy  INVITE
                    0.020 proxy  -> caller 480
                    0.022 caller -> proxy  ACK
                    """),
                silent("rfc3261/registration-lapsed", "The callee's phone rang, so it is registered", """
                    0.000 caller -> proxy  INVITE
                    0.300 proxy  -> caller 180
                    30.000 proxy  -> caller 480
                    30.010 caller -> proxy  ACK
                    """),
                fires("rfc3261/423-not-adapted", "The phone insists on a minute", """
                    0.000 phone -> registrar REGISTER | Expires: 60
                    0.004 registrar -> phone 423 | Min-Expires: 600
                    0.100 phone -> registrar REGISTER | Expires: 60 | new
                    0.104 registrar -> phone 423 | Min-Expires: 600
                    until 40
                    """),
                silent("rfc3261/423-not-adapted", "The phone takes the longer interval", """
                    0.000 phone -> registrar REGISTER | Expires: 60
                    0.004 registrar -> phone 423 | Min-Expires: 600
                    0.100 phone -> registrar REGISTER | Expires: 600
                    0.104 registrar -> phone 200
                    """),
                fires("rfc3261/423-misused", "Two hours are called too brief", """
                    0.000 phone -> registrar REGISTER | Expires: 7200
                    0.004 registrar -> phone 423 | Min-Expires: 9000
                    until 40
                    """),
                silent("rfc3261/423-misused", "One minute is too brief", """
                    0.000 phone -> registrar REGISTER | Expires: 60
                    0.004 registrar -> phone 423 | Min-Expires: 600
                    0.100 phone -> registrar REGISTER | Expires: 600
                    0.104 registrar -> phone 200
                    """),
                fires("rfc3261/binding-not-returned", "The 200 says nothing of the binding", """
                    0.000 phone -> registrar REGISTER
                    0.004 registrar -> phone 200 | -Contact | -Expires
                    """),
                silent("rfc3261/binding-not-returned", "The phone only asks for its bindings", """
                    0.000 phone -> registrar REGISTER | -Contact
                    0.004 registrar -> phone 200 | -Contact | -Expires
                    """),
                silent("rfc3261/binding-not-returned", "The 200 lists the binding with its expiry", """
                    0.000 phone -> registrar REGISTER
                    0.004 registrar -> phone 200 | Contact: <sip:alice@192.0.2.30:5060>;expires=600
                    """),
                fires("rfc3261/stale-bindings", "A restart left a binding of the same instance behind", """
                    0.000 phone -> registrar REGISTER
                    0.004 registrar -> phone 200 | Contact: <sip:alice@192.0.2.30:5060>;+sip.instance="<urn:uuid:1>";expires=600, <sip:alice@192.0.2.30:5099>;+sip.instance="<urn:uuid:1>";expires=60
                    """),
                fires("rfc3261/stale-bindings", "Two ports of one host are registered", """
                    0.000 phone -> registrar REGISTER
                    0.004 registrar -> phone 200 | Contact: <sip:alice@192.0.2.30:5060>;expires=600, <sip:alice@192.0.2.30:5099>;expires=60
                    """),
                silent("rfc3261/stale-bindings", "Two phones of one user are registered", """
                    0.000 phone -> registrar REGISTER
                    0.004 registrar -> phone 200 | Contact: <sip:alice@192.0.2.30:5060>;expires=600, <sip:alice@192.0.2.31:5060>;expires=600
                    """),
                fires("rfc3261/register-6xx", "The registrar declines for all places", """
                    0.000 phone -> registrar REGISTER
                    0.004 registrar -> phone 603
                    until 40
                    """),
                silent("rfc3261/register-6xx", "The registrar forbids", """
                    0.000 phone -> registrar REGISTER
                    0.004 registrar -> phone 403
                    until 40
                    """),
                fires("rfc3261/register-order", "The phone begins to count anew", """
                    0.000 phone -> registrar REGISTER | CSeq: 7 REGISTER
                    0.004 registrar -> phone 200
                    9.000 phone -> registrar REGISTER | CSeq: 3 REGISTER
                    9.004 registrar -> phone 200
                    """),
                silent("rfc3261/register-order", "The phone counts up", """
                    0.000 phone -> registrar REGISTER
                    0.004 registrar -> phone 200
                    9.000 phone -> registrar REGISTER
                    9.004 registrar -> phone 200
                    """),
                fires("rfc3261/register-star", "All contacts are named without removing them", """
                    0.000 phone -> registrar REGISTER | Contact: *
                    0.004 registrar -> phone 400
                    until 40
                    """),
                silent("rfc3261/register-star", "All bindings are removed", """
                    0.000 phone -> registrar REGISTER | Contact: * | Expires: 0
                    0.004 registrar -> phone 200 | -Contact
                    """),
                fires("rfc3261/439-no-outbound", "The first proxy does not do outbound", """
                    0.000 phone -> registrar REGISTER | Supported: outbound | Contact: <sip:alice@192.0.2.30>;reg-id=1;+sip.instance="<urn:uuid:1>"
                    0.004 registrar -> phone 439
                    until 40
                    """),
                silent("rfc3261/439-no-outbound", "The registrar asks for another extension", """
                    0.000 phone -> registrar REGISTER
                    0.004 registrar -> phone 421
                    until 40
                    """),
                fires("rfc3261/outbound-not-confirmed", "The registrar stores the contact like any other", """
                    0.000 phone -> registrar REGISTER | Supported: outbound | Contact: <sip:alice@192.0.2.30>;reg-id=1;+sip.instance="<urn:uuid:1>"
                    0.004 registrar -> phone 200
                    """),
                silent("rfc3261/outbound-not-confirmed", "The registrar confirms outbound", """
                    0.000 phone -> registrar REGISTER | Supported: outbound | Contact: <sip:alice@192.0.2.30>;reg-id=1;+sip.instance="<urn:uuid:1>"
                    0.004 registrar -> phone 200 | Require: outbound
                    """));
    }
}
