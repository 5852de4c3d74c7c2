package org.callcause.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.callcause.diagnosis.Likelihood;
import org.callcause.incident.IncidentRule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is taken of modules that others wrote, and what is said of the rest. */
class RuleSetTests {

    private static final Rule GOOD = rule("test/good");

    private static Rule rule(String id) {
        return Rule.named(id).title("The callee is busy").check((call, findings) -> {});
    }

    /** Says whatever it is told to, as a module that is not compiled with our checks may. */
    @SuppressWarnings("NullAway")
    private record Module(
            @Nullable String id,
            @Nullable List<Rule> rules,
            @Nullable List<IncidentRule> incidentRules) implements RuleModule {}

    private static RuleModule module(@Nullable String id, @Nullable Rule... rules) {
        return new Module(id, Arrays.asList(rules), List.of());
    }

    private static RuleSet added(RuleModule... modules) {
        RuleSet.Builder builder = RuleSet.builder();
        Arrays.asList(modules).forEach(builder::add);
        return builder.build();
    }

    @Test
    void aModuleThatBreaksTheContractHidesNoOther() {
        RuleModule throwing = new RuleModule() {
            @Override
            public String id() {
                return "broken";
            }

            @Override
            public List<Rule> rules() {
                throw new IllegalStateException("no rules today");
            }
        };

        RuleSet rules = added(module("mine", rule("theirs/rule")), throwing, module("test", GOOD));

        assertThat(rules.rules()).containsExactly(GOOD);
        assertThat(rules.problems()).hasSize(2);
        assertThat(rules.problems().get(0).problem()).startsWith("the id does not begin with mine/");
        assertThat(rules.problems().get(1).problem()).endsWith("IllegalStateException: no rules today");
    }

    @Test
    void aModuleWithoutAnIdIsNamedOnceAndNotListed() {
        RuleSet rules = added(module(null, GOOD));

        assertThat(rules.rules()).isEmpty();
        assertThat(rules.modules()).isEmpty();
        assertThat(rules.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.what()).isEqualTo(Module.class.getName());
            assertThat(problem.problem()).endsWith("id() returned null");
        });
    }

    @Test
    void modulesOfOneClassAreTwoWhereTheirIdsDiffer() {
        RuleModule one = module("one", rule("one/rule"));
        RuleModule other = module("other", rule("other/rule"));

        assertThat(added(one, other).modules()).containsExactly(one, other);
        assertThat(added(one, module("one")).modules()).containsExactly(one);
    }

    @Test
    void whatFitsNoRuleIsToldAndHindersNothing() {
        RuleSet rules = RuleSet.builder()
                .suppress("test/godo", "known")
                .weigh("test/g*", Likelihood.POSSIBLE)
                .without("tset/*")
                .add(GOOD)
                .build();

        assertThat(rules.rules()).containsExactly(GOOD);
        assertThat(rules.problems())
                .containsExactly(
                        new LoadProblem("tset/*", "no rule matches what was to be left out"),
                        new LoadProblem("test/godo", "no rule matches what was to be suppressed"),
                        new LoadProblem("test/g*", "no rule matches what was to be weighed"));
    }

    @Test
    void whatFitsARuleIsNoProblemWhateverTheOrder() {
        RuleSet.Builder builder = RuleSet.builder()
                .suppress("test/*", "known")
                .weigh("test/good", Likelihood.POSSIBLE)
                .add(GOOD)
                .add(rule("test/other"))
                .without("test/good")
                .without("test/*");

        assertThat(builder.build().problems()).isEmpty();
        assertThat(builder.build().rules()).isEmpty();
    }

    @Test
    void aClassPathWithoutRulesIsNoHealth() {
        ClassLoader empty = new ClassLoader(null) {};

        assertThat(RuleSet.builder().discover(empty).build().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.problem()).startsWith("none is on the class path"));
        assertThat(RuleSet.builder().discover(empty).add(GOOD).build().problems())
                .isEmpty();
        assertThat(RuleSet.builder().build().problems()).isEmpty();
    }

    @Test
    void theMethodThatReturnedNullIsNamed() {
        assertThat(added(new Module("test", null, List.of())).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.problem()).endsWith(": rules() returned null"));
        RuleSet rules = added(new Module("test", List.of(GOOD), null));
        assertThat(rules.rules()).containsExactly(GOOD);
        assertThat(rules.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.problem()).endsWith(": incidentRules() returned null"));
    }

    @Test
    void aNullAmongTheRulesHidesNoOther() {
        RuleSet rules = added(module("test", null, GOOD));

        assertThat(rules.rules()).containsExactly(GOOD);
        assertThat(rules.problems())
                .containsExactly(new LoadProblem(Module.class.getName(), "rules() returned a list with a null in it"));
    }

    @Test
    void whatIsBehindAFailureIsSaidWithIt() {
        Throwable wrapped = new RuntimeException("cannot begin", new IllegalStateException("no licence"));

        assertThat(Failures.inOneLine(wrapped))
                .isEqualTo("java.lang.RuntimeException: cannot begin, caused by java.lang.IllegalStateException: no"
                        + " licence");
        assertThat(Failures.inOneLine(new RuntimeException(new IllegalStateException("no licence"))))
                .isEqualTo("java.lang.RuntimeException: java.lang.IllegalStateException: no licence");
    }

    @Test
    void causesInACircleEnd() {
        IllegalStateException one = new IllegalStateException("one");
        one.initCause(new IllegalStateException("other", one));

        assertThat(Failures.inOneLine(one)).startsWith("java.lang.IllegalStateException: one");
    }
}
