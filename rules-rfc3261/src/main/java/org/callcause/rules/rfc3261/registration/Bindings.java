package org.callcause.rules.rfc3261.registration;

import java.util.OptionalLong;
import org.callcause.message.NameAddress;
import org.callcause.message.SipMessage;

/** The bindings that a REGISTER asks for (RFC 3261 10.2). */
final class Bindings {

    /** How long a binding is asked for where nothing is said; a shorter time alone may be called too short (10.3). */
    static final long USUAL_SECONDS = 3_600;

    private Bindings() {}

    /** The seconds that a Contact names by itself. */
    static OptionalLong expiry(NameAddress contact) {
        String value = contact.parameters().value("expires").orElse("");
        return value.matches("[0-9]{1,10}") ? OptionalLong.of(Long.parseLong(value)) : OptionalLong.empty();
    }

    /** The seconds that the request asks for: by its first Contact that names some, else by its Expires. */
    static long requested(SipMessage register) {
        OptionalLong own = register.contacts().stream()
                .map(Bindings::expiry)
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
        return own.orElse(register.expires().orElse(USUAL_SECONDS));
    }

    /** Whether the request takes bindings away. */
    static boolean areRemovedBy(SipMessage register) {
        return requested(register) == 0 || areAllMeantBy(register);
    }

    /** Whether the Contact is {@code *}, for every binding of the address. */
    static boolean areAllMeantBy(SipMessage register) {
        return register.contacts().stream()
                .anyMatch(contact -> contact.uri().raw().strip().equals("*"));
    }
}
