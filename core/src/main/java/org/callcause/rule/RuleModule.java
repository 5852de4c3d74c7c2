package org.callcause.rule;

import java.util.List;
import org.callcause.incident.IncidentRule;

/**
 * A list of rules under one name: what a rule author implements. Name the class in {@code provides} of the
 * {@code module-info} and in {@code META-INF/services/org.callcause.rule.RuleModule}, and Callcause finds it.
 */
public interface RuleModule {

    /** The name that begins the id of every rule here: lower-case letters, digits and single hyphens. */
    String id();

    /** One line for lists of what is loaded. */
    default String description() {
        return "";
    }

    /** The rules, each with an id of {@link #id()}, a slash and a name. Asked for once. */
    List<Rule> rules();

    /** The rules about many calls, with ids of the same form; no id is used twice. Asked for once. */
    default List<IncidentRule> incidentRules() {
        return List.of();
    }

    /** The dictionaries of the codes that this module knows, for who asks about a code without a call. */
    default List<CodeBook> codeBooks() {
        return List.of();
    }
}
