import org.jspecify.annotations.NullMarked;

/** Binds a running analysis to a Micrometer registry. */
@NullMarked
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module org.callcause.micrometer {
    requires static org.jspecify;
    requires org.callcause.core;
    requires transitive org.callcause.live;
    requires transitive micrometer.core;

    exports org.callcause.micrometer;
}
