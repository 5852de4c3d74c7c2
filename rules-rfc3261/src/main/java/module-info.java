import org.callcause.rule.RuleModule;
import org.callcause.rules.rfc3261.StandardRules;
import org.jspecify.annotations.NullMarked;

/** The standards pack: RFC 3261 and its family, and Q.850. */
@NullMarked
@SuppressWarnings("module") // the name ends with the number of the RFC
module org.callcause.rules.rfc3261 {
    requires static org.jspecify;
    requires transitive org.callcause.core;

    exports org.callcause.rules.rfc3261;
    exports org.callcause.rules.rfc3261.catalogue;

    provides RuleModule with
            StandardRules;
}
