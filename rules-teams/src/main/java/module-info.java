import org.callcause.rule.RuleModule;
import org.callcause.rules.teams.TeamsRules;
import org.jspecify.annotations.NullMarked;

/** The Microsoft Teams Phone pack. */
@NullMarked
module org.callcause.rules.teams {
    requires static org.jspecify;
    requires transitive org.callcause.core;

    exports org.callcause.rules.teams;

    provides RuleModule with
            TeamsRules;
}
