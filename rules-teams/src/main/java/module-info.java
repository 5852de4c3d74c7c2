import org.jspecify.annotations.NullMarked;

/** The Microsoft Teams Phone pack. */
@NullMarked
module org.callcause.rules.teams {
    requires static org.jspecify;
    requires org.callcause.core;
}
