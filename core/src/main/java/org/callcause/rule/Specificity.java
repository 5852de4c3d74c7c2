package org.callcause.rule;

/** How much a trigger asks for: between two readings as likely, the one that asked for more is the better one. */
final class Specificity {

    private Specificity() {}

    static int of(Rule rule) {
        return of(rule.trigger()) + rule.superseded().size();
    }

    private static int of(Trigger trigger) {
        if (trigger instanceof Trigger.And and) {
            return of(and.first()) + of(and.second());
        }
        if (trigger instanceof Trigger.Or or) {
            return Math.min(of(or.first()), of(or.second()));
        }
        if (trigger instanceof Trigger.Needing needing) {
            return of(needing.trigger());
        }
        return trigger instanceof Trigger.Always ? 0 : 1;
    }
}
