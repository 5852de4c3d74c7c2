import org.jspecify.annotations.NullMarked;

/** The standards pack: RFC 3261 and its family, Q.850. */
@NullMarked
@SuppressWarnings("module") // the name ends with the number of the RFC
module org.callcause.rules.rfc3261 {
    requires static org.jspecify;
    requires org.callcause.core;
}
