package org.callcause.incident;

/** What goes on across many calls. */
public enum IncidentKind {
    /** Calls went through, and from one moment on none does. */
    OUTAGE("outage"),
    /** The more calls, the larger the share that is refused. */
    OVERLOAD("overload"),
    /** One party's calls fail and those of others do not. */
    FAILING_PARTY("failing-party"),
    /** Calls are repeated after an answer that was final. */
    RETRY_AFTER_FINAL("retry-after-final"),
    /** Conversations end after the same time. */
    DROP_TIME("drop-time"),
    /** Calls are refused as soon as so many others are up. */
    CAPACITY_LIMIT("capacity-limit"),
    /** A peer stopped answering OPTIONS before its calls failed. */
    OPTIONS_LOST("options-lost"),
    /** Registrations ran out or were refused before calls failed. */
    REGISTRATION_LAPSE("registration-lapse"),
    /** Registrations come faster than they are taken. */
    REGISTRATION_STORM("registration-storm"),
    /** Calls are moved between routes, because one of them fails. */
    ROUTE_FLAPPING("route-flapping"),
    /** Passwords or extensions are guessed. */
    ATTACK("attack"),
    /** Calls that look as if somebody else pays for them. */
    TOLL_FRAUD("toll-fraud"),
    /** Many calls that failed in the same way. */
    SIGNATURE("signature");

    private final String word;

    IncidentKind(String word) {
        this.word = word;
    }

    /** The kind as one kebab-case word. */
    public String word() {
        return word;
    }
}
