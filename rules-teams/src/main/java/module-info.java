import org.callcause.rule.RuleModule;
import org.callcause.rules.teams.TeamsRules;
import org.jspecify.annotations.NullMarked;

/** The Microsoft Teams Phone pack. */
@NullMarked
module org.callcause.rules.teams {
    requires static org.jspecify;
    requires transitive org.callcause.core;
    requires de.siegmar.fastcsv;
    requires tools.jackson.databind;

    exports org.callcause.rules.teams;
    exports org.callcause.rules.teams.records;
    exports org.callcause.rules.teams.trunk;

    provides RuleModule with
            TeamsRules;
}
