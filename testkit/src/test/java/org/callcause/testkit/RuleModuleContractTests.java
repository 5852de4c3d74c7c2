package org.callcause.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.callcause.call.Call;
import org.callcause.diagnosis.Audience;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Likelihood;
import org.callcause.diagnosis.Origin;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Sighting;
import org.callcause.dialog.TrackedMessage;
import org.callcause.incident.IncidentKind;
import org.callcause.incident.IncidentRule;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rule.RuleModule;
import org.callcause.rule.RuleSet;
import org.callcause.rule.Trigger;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleModuleContractTests {

    private record Module(String id, List<Rule> rules) implements RuleModule {}

    private static final class Contract extends RuleModuleContract {

        private final RuleModule module;
        private final List<RuleExample> examples;
        private Optional<Path> page = Optional.empty();
        private boolean provided;

        Contract(RuleModule module, List<RuleExample> examples) {
            this.module = module;
            this.examples = examples;
        }

        @Override
        protected RuleModule module() {
            return module;
        }

        @Override
        protected List<RuleExample> examples() {
            return examples;
        }

        @Override
        protected boolean isProvided() {
            return provided;
        }

        @Override
        protected Optional<Path> cataloguePath() {
            return page;
        }

        /** The messages of all points of the contract that are broken. */
        List<String> broken() {
            List<String> broken = new ArrayList<>();
            check(broken, this::idsArePrefixedAndUnique);
            check(broken, this::verdictsRepeat);
            check(broken, this::moduleIsFound);
            Stream.of(
                            rulesDescribeThemselves(),
                            rulesHaveExamples(),
                            examplesShowTheirRule(),
                            findingsAreComplete(),
                            healthyCallsStaySilent())
                    .flatMap(tests -> tests)
                    .map(DynamicTest::getExecutable)
                    .forEach(test -> check(broken, test::execute));
            return broken;
        }

        private static void check(List<String> broken, ThrowingCallable point) {
            Throwable thrown = catchThrowable(point);
            if (thrown != null) {
                assertThat(thrown).isInstanceOf(AssertionError.class);
                broken.add(thrown.getMessage());
            }
        }
    }

    private static Finding diagnose(Findings findings) {
        return findings.diagnose(Cause.BUSY, Likelihood.LIKELY);
    }

    private static Finding complete(Call call, Findings findings) {
        return diagnose(findings)
                .because("the callee is busy")
                .evidence(call.finalResponse())
                .remedy(Audience.CALLER, "call later")
                .confirm("ask the callee");
    }

    private static Rule.Builder busy() {
        return Rule.named("test/busy")
                .title("The callee is busy")
                .cites("RFC 3261 21.4.24")
                .on(Trigger.status(486));
    }

    private static final List<RuleExample> BUSY_EXAMPLES = List.of(
            RuleExample.fires("test/busy", "The callee is busy.", """
                    0.0 caller -> callee INVITE
                    0.2 callee -> caller 486
                    0.3 caller -> callee ACK
                    """),
            RuleExample.silent("test/busy", "The callee is away.", """
                    0.0 caller -> callee INVITE
                    0.2 callee -> caller 480
                    0.3 caller -> callee ACK
                    """));

    private static List<String> broken(Rule... rules) {
        return new Contract(new Module("test", List.of(rules)), BUSY_EXAMPLES).broken();
    }

    @Test
    void goodModuleKeepsTheContract() {
        assertThat(new Contract(new SampleRules(), SampleRules.EXAMPLES).broken())
                .isEmpty();
        assertThat(broken(busy().check(RuleModuleContractTests::complete))).isEmpty();
    }

    @Test
    void idsMustBePrefixedAndUnique() {
        Rule good = busy().check(RuleModuleContractTests::complete);
        assertThat(broken(good, good)).anyMatch(message -> message.contains("two rules have one id"));
        assertThat(broken(good, Rule.named("other/busy").check((call, findings) -> {})))
                .anyMatch(message -> message.contains("does not begin with test/"));
        assertThat(new Contract(new Module("Test", List.of()), List.of()).broken())
                .anyMatch(message -> message.contains("Test"));
    }

    @Test
    void rulesMustDescribeThemselves() {
        assertThat(broken(busy().title("").check(RuleModuleContractTests::complete)))
                .contains("test/busy: a title is missing");
        assertThat(broken(busy().title("Busy.").check(RuleModuleContractTests::complete)))
                .singleElement()
                .asString()
                .contains("full stop");
        assertThat(broken(busy().supersedes("test/none").check(RuleModuleContractTests::complete)))
                .singleElement()
                .asString()
                .contains("does not have: test/none");
        assertThat(broken(busy().supersedes("none").check(RuleModuleContractTests::complete)))
                .singleElement()
                .asString()
                .contains("not a rule id: none");
        assertThat(broken(Rule.named("test/busy")
                        .title("The callee is busy")
                        .on(Trigger.status(486))
                        .check(RuleModuleContractTests::complete)))
                .singleElement()
                .asString()
                .contains("citation");
    }

    @Test
    void whatIsSupersededMustBeThereWhereItsModuleIs() {
        Rule closer =
                busy().supersedes("other/busy").supersedes("absent/busy").check(RuleModuleContractTests::complete);
        RuleModule module = new Module("test", List.of(closer));
        Rule general = Rule.named("other/busy").check((call, findings) -> {});
        RuleSet having =
                RuleSet.builder().add(new Module("other", List.of(general))).build();
        RuleSet lacking = RuleSet.builder().add(new Module("other", List.of())).build();

        assertThatCode(() -> new RuleDescriptions(module, having).check(closer)).doesNotThrowAnyException();
        assertThatThrownBy(() -> new RuleDescriptions(module, lacking).check(closer))
                .isInstanceOf(AssertionError.class)
                .hasMessage("test/busy: it supersedes a rule that the module other does not have: other/busy");
    }

    @Test
    void whatAnIncidentRuleSupersedesMustBeThere() {
        IncidentRule rule = IncidentRule.named("test/outage", IncidentKind.OUTAGE)
                .title("The trunk is out")
                .when("there is one")
                .cites("RFC 3261 21")
                .supersedes("test/none")
                .watch(() -> {
                    throw new IllegalStateException("nobody asked it to watch");
                });
        RuleDescriptions descriptions = new RuleDescriptions(
                new Module("test", List.of()), RuleSet.builder().build());

        assertThatThrownBy(() -> descriptions.check(rule)).hasMessageContaining("does not have: test/none");
    }

    @Test
    void rulesMustHaveExamplesOfBothKinds() {
        RuleModule module = new Module("test", List.of(busy().check(RuleModuleContractTests::complete)));
        assertThat(new Contract(module, BUSY_EXAMPLES.subList(0, 1)).broken())
                .singleElement()
                .asString()
                .contains("test/busy: ")
                .contains("silent is missing from examples()");
        assertThat(new Contract(module, BUSY_EXAMPLES.subList(1, 2)).broken())
                .singleElement()
                .asString()
                .contains("fires is missing");
    }

    @Test
    void examplesMustShowTheirRule() {
        assertThat(broken(busy().on(Trigger.status(600)).check(RuleModuleContractTests::complete)))
                .singleElement()
                .asString()
                .contains("finds nothing in its example");
        assertThat(broken(busy().on(Trigger.status(480, 486)).check(RuleModuleContractTests::complete)))
                .singleElement()
                .asString()
                .contains("finds something in its near miss");
        assertThat(new Contract(
                                new Module("test", List.of()),
                                List.of(RuleExample.silent("test/none", "Nothing.", "caller -> callee INVITE")))
                        .broken())
                .containsExactly("there is no rule test/none");
    }

    @Test
    void falseAlarmInAHealthyCallIsFound() {
        assertThat(broken(busy().on(Trigger.always()).check(RuleModuleContractTests::complete)))
                .anyMatch(message -> message.contains("false alarm in a healthy call: answered, and hung up"));
        assertThat(broken(busy().on(Trigger.always())
                        .check((call, findings) ->
                                findings.violation().because("so").evidence(call.initialRequest()))))
                .anyMatch(message -> message.contains("false alarm in a healthy call: answered, and hung up"));
    }

    @Test
    void findingsMustBeComplete() {
        assertThat(broken(busy().check((call, findings) ->
                        diagnose(findings).origin(Origin.UNKNOWN).evidence(call.finalResponse()))))
                .singleElement()
                .asString()
                .contains("no explanation", "no remedy", "what would confirm it", "points nowhere");
    }

    @Test
    void findingWithoutEvidenceIsFound() {
        assertThat(broken(busy().check((call, findings) ->
                        diagnose(findings).because("the callee is busy").evidence(call.finalResponse(), "X-Reason"))))
                .anyMatch(message -> message.contains("a rule failed") && message.contains("without evidence"));
    }

    @Test
    void quoteMustStandInTheMessage() {
        Rule inventing = busy().check((call, findings) -> complete(call, findings)
                .evidence(elsewhere(call.initialRequest().orElseThrow(), call)));
        assertThat(broken(inventing))
                .singleElement()
                .asString()
                .contains("message 2 does not contain \"INVITE sip:bob@example.com SIP/2.0\"");
    }

    /** The request, as if it had been captured as the second message. */
    private static TrackedMessage elsewhere(TrackedMessage request, Call call) {
        TrackedMessage response = call.finalResponse().orElseThrow();
        return new TrackedMessage(
                CapturedMessage.of(
                        response.index(),
                        request.time(),
                        request.from(),
                        request.to(),
                        request.transport(),
                        request.message()),
                Sighting.FIRST,
                1);
    }

    @Test
    void ruleThatThrowsIsFound() {
        assertThat(broken(busy().check((call, findings) -> {
                    throw new IllegalStateException("broken");
                })))
                .anyMatch(message -> message.contains("a rule failed") && message.contains("broken"));
    }

    @Test
    void ruleThatRemembersIsFound() {
        int[] calls = new int[1];
        assertThat(broken(busy().check((call, findings) -> {
                    calls[0]++;
                    complete(call, findings).because("for the " + calls[0] + ". time");
                })))
                .singleElement()
                .asString()
                .contains("two verdicts");
    }

    @Test
    void moduleThatIsNotProvidedIsFound() {
        Contract contract = new Contract(new SampleRules(), SampleRules.EXAMPLES);
        contract.provided = true;
        assertThatThrownBy(contract::moduleIsFound)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("is not among the providers");
    }

    @Test
    void pageIsWrittenOnRequestAndComparedOtherwise(@TempDir Path folder) throws IOException {
        Contract contract = new Contract(new SampleRules(), SampleRules.EXAMPLES);
        Path page = folder.resolve("rules").resolve("sample.md");
        contract.page = Optional.of(page);
        System.clearProperty("callcause.update");

        assertThatThrownBy(contract::catalogueIsUpToDate)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("-Dcallcause.update=true");
        System.setProperty("callcause.update", "true");
        try {
            contract.catalogueIsUpToDate();
        } finally {
            System.clearProperty("callcause.update");
        }
        assertThatCode(contract::catalogueIsUpToDate).doesNotThrowAnyException();
        assertThat(page).content().startsWith("# Rules of `sample`");
        Files.writeString(page, Files.readString(page).replace("trunk refused", "trunk accepted"));
        assertThatThrownBy(contract::catalogueIsUpToDate).hasMessageContaining("The trunk refused the call");
    }

    @Test
    void aModuleThatNamesNoPageNeedsNone() {
        RuleModuleContract contract = new RuleModuleContract() {
            @Override
            protected RuleModule module() {
                return new RuleModule() {
                    @Override
                    public String id() {
                        return "new";
                    }

                    @Override
                    public List<Rule> rules() {
                        return List.of();
                    }
                };
            }

            @Override
            protected List<RuleExample> examples() {
                return List.of();
            }
        };

        assertThatCode(contract::catalogueIsUpToDate).doesNotThrowAnyException();
    }
}
