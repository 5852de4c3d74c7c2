import org.jspecify.annotations.NullMarked;

/** What the author of a rule module tests with. */
@NullMarked
module org.callcause.testkit {
    requires static org.jspecify;
    requires transitive org.callcause.core;
    requires transitive org.junit.jupiter.api;

    exports org.callcause.testkit;
}
