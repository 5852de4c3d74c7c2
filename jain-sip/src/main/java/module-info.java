import org.jspecify.annotations.NullMarked;

/** Hears every message of a running JAIN-SIP stack. */
@NullMarked
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module org.callcause.jainsip {
    requires static org.jspecify;
    requires transitive org.callcause.core;
    requires transitive org.callcause.live;
    requires transitive jain.sip.ri;
    requires org.slf4j;

    exports org.callcause.jainsip;
}
