import org.jspecify.annotations.NullMarked;

/** A call report as JSON and terminal text. */
@NullMarked
module org.callcause.report {
    requires static org.jspecify;
    requires transitive org.callcause.core;
    requires tools.jackson.core;

    exports org.callcause.report;
}
