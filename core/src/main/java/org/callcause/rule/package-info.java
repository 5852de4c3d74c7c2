/**
 * How rules are written, gathered and run. A module is a {@link org.callcause.rule.RuleModule} found by
 * {@link java.util.ServiceLoader}; a rule is a value with an id, a {@link org.callcause.rule.Trigger} and a
 * {@link org.callcause.rule.Check}.
 */
@NullMarked
package org.callcause.rule;

import org.jspecify.annotations.NullMarked;
