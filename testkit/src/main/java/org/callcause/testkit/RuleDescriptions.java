package org.callcause.testkit;

import static org.callcause.testkit.ContractChecks.require;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.callcause.diagnosis.Reference;
import org.callcause.incident.IncidentRule;
import org.callcause.rule.Rule;
import org.callcause.rule.RuleModule;
import org.callcause.rule.RuleSet;

/** What the contract of a rule module asks of what a rule, about one call or about many, says of itself. */
final class RuleDescriptions {

    private final RuleModule module;
    private final RuleSet present;

    /**
     * Those of the rules of this module.
     *
     * @param present the modules beside it, whose rules it may supersede
     */
    RuleDescriptions(RuleModule module, RuleSet present) {
        this.module = module;
        this.present = present;
    }

    void check(Rule rule) {
        check(rule.id(), rule.title(), rule.references());
        rule.superseded().forEach(id -> isThere(rule.id(), id, ids(module.rules(), present.rules(), Rule::id)));
    }

    void check(IncidentRule rule) {
        check(rule.id(), rule.title(), rule.references());
        require(!rule.condition().isBlank(), rule.id() + ": from when on it speaks is missing");
        rule.superseded()
                .forEach(id ->
                        isThere(rule.id(), id, ids(module.incidentRules(), present.incidentRules(), IncidentRule::id)));
    }

    private void check(String rule, String title, List<Reference> references) {
        require(rule.startsWith(module.id() + "/"), rule + ": the id does not begin with " + module.id() + "/");
        require(!title.isBlank(), rule + ": a title is missing");
        require(!title.strip().endsWith("."), rule + ": the title ends with a full stop: " + title);
        require(!references.isEmpty(), rule + ": a citation is missing: where is the knowledge from?");
        require(references.stream().noneMatch(reference -> reference.text().isBlank()), rule + ": a citation is blank");
    }

    private static <T> List<String> ids(List<T> own, List<T> others, Function<T, String> idOf) {
        return Stream.concat(own.stream(), others.stream()).map(idOf).toList();
    }

    /** A module that is not beside this one may have the rule: nobody can tell. */
    private void isThere(String rule, String superseded, List<String> ids) {
        require(
                ContractChecks.RULE_ID.matcher(superseded).matches(),
                rule + ": what it supersedes is not a rule id: " + superseded);
        String owner = superseded.substring(0, superseded.indexOf('/'));
        boolean known = owner.equals(module.id())
                || present.modules().stream().map(RuleModule::id).anyMatch(owner::equals);
        require(
                !known || ids.contains(superseded),
                rule + ": it supersedes a rule that the module " + owner + " does not have: " + superseded);
    }
}
