package org.callcause.diagnosis;

import java.util.regex.Pattern;

/** How rules are named: the id of their module, a slash and a name, of lower-case letters, digits and single hyphens. */
public final class RuleId {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*");

    private RuleId() {}

    /**
     * The same id.
     *
     * @throws IllegalArgumentException if it has another form
     */
    public static String checked(String id) {
        if (!FORM.matcher(id).matches()) {
            throw new IllegalArgumentException("not a rule id of the form module/name: " + id);
        }
        return id;
    }

    /** The id of the module of the rule with this id. */
    public static String module(String id) {
        return id.substring(0, id.indexOf('/'));
    }
}
