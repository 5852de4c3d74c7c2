import org.jspecify.annotations.NullMarked;

/** Analyses calls while they happen, fed from many threads. */
@NullMarked
module org.callcause.live {
    requires static org.jspecify;
    requires transitive org.callcause.core;
    requires org.slf4j;

    exports org.callcause.live;
}
