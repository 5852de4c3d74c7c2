package org.callcause.rules.rfc3261.registration;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Registrations that ended with 403. */
final class ForbiddenRegistrationCalls {

    private ForbiddenRegistrationCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/403-registration-credentials", "The password is wrong, and the registrar says 403", """
                    0.000 phone -> registrar REGISTER
                    0.004 registrar -> phone 401
                    0.010 phone -> registrar REGISTER
                    0.014 registrar -> phone 403
                    until 40
                    """),
                silent("rfc3261/403-registration-credentials", "No password was asked for", """
                    0.000 phone -> registrar REGISTER
                    0.004 registrar -> phone 403
                    until 40
                    """),
                fires("rfc3261/403-registration-account", "The account is suspended between two refreshes", """
                    0.000 phone -> registrar REGISTER
                    0.004 registrar -> phone 401
                    0.010 phone -> registrar REGISTER
                    0.014 registrar -> phone 200
                    50.000 phone -> registrar REGISTER
                    50.004 registrar -> phone 401
                    50.010 phone -> registrar REGISTER
                    50.014 registrar -> phone 403 Account suspended
                    until 90
                    """),
                silent("rfc3261/403-registration-account", "Its words blame the password", """
                    0.000 phone -> registrar REGISTER
                    0.004 registrar -> phone 401
                    0.010 phone -> registrar REGISTER
                    0.014 registrar -> phone 403 Forbidden auth ID
                    until 40
                    """),
                fires("rfc3261/403-registration-unasked", "The address of the phone is banned", """
                    0.000 phone -> registrar REGISTER
                    0.004 registrar -> phone 403
                    until 40
                    """),
                silent("rfc3261/403-registration-unasked", "The login was refused", """
                    0.000 phone -> registrar REGISTER
                    0.004 registrar -> phone 401
                    0.010 phone -> registrar REGISTER
                    0.014 registrar -> phone 403
                    until 40
                    """),
                fires(
                        "rfc3261/403-registration-after-failures",
                        "The password is wrong, and the registrar bans the phone",
                        """
                    0.000 phone -> registrar REGISTER
                    0.004 registrar -> phone 401
                    0.010 phone -> registrar REGISTER
                    0.014 registrar -> phone 401
                    0.400 phone -> registrar REGISTER | -Authorization
                    0.404 registrar -> phone 403 | Retry-After: 1800
                    until 40
                    """),
                silent(
                        "rfc3261/403-registration-after-failures",
                        "The client was accepted since, and is barred later",
                        """
                    0.000 phone -> registrar REGISTER
                    0.004 registrar -> phone 401
                    0.010 phone -> registrar REGISTER
                    0.014 registrar -> phone 401
                    0.020 phone -> registrar REGISTER
                    0.024 registrar -> phone 200
                    20.00 phone -> registrar REGISTER | -Authorization
                    20.01 registrar -> phone 403
                    until 60
                    """),
                silent("rfc3261/403-registration-after-failures", "The credentials were those of long ago", """
                    0.000 phone -> registrar REGISTER | Authorization: Digest username="phone", realm="example.com", nonce="old", uri="sip:registrar", response="00"
                    0.004 registrar -> phone 401
                    0.400 phone -> registrar REGISTER | -Authorization
                    0.404 registrar -> phone 403
                    until 40
                    """),
                silent("rfc3261/403-registration-after-failures", "The nonce was old, and the account is barred", """
                    0.000 phone -> registrar REGISTER
                    0.004 registrar -> phone 401
                    0.010 phone -> registrar REGISTER
                    0.014 registrar -> phone 401 | stale
                    0.400 phone -> registrar REGISTER | -Authorization
                    0.404 registrar -> phone 403
                    until 40
                    """));
    }
}
