import org.jspecify.annotations.NullMarked;

/** Turns capture files and pasted text into timed SIP messages. */
@NullMarked
module org.callcause.capture {
    requires static org.jspecify;
    requires transitive org.callcause.core;

    exports org.callcause.capture;
}
