import org.jspecify.annotations.NullMarked;

/** Turns capture files, pasted text and HEP feeds into timed SIP messages. */
@NullMarked
module org.callcause.capture {
    requires static org.jspecify;
    requires transitive org.callcause.core;
    requires java.naming;
    requires java.xml;
    requires tools.jackson.core;
    requires org.slf4j;

    exports org.callcause.capture;
    exports org.callcause.capture.hep;
}
