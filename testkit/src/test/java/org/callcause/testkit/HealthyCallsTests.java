package org.callcause.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.callcause.CallReport;
import org.callcause.call.Disposition.Kind;
import org.callcause.message.SipMessage;
import org.callcause.rule.RuleSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HealthyCallsTests {

    private static final Set<Kind> HEALTHY =
            Set.of(Kind.ANSWERED, Kind.CANCELLED, Kind.ANSWERED_ELSEWHERE, Kind.SUCCEEDED, Kind.INCOMPLETE);

    @Test
    void thereAreEnoughOfThemWithDifferentNames() {
        assertThat(HealthyCalls.all()).hasSizeGreaterThan(25);
        assertThat(HealthyCalls.all()).extracting(HealthyCall::name).doesNotHaveDuplicates();
    }

    @TestFactory
    Stream<DynamicTest> theirMessagesHaveNoDefects() {
        return HealthyCalls.all().stream()
                .map(healthy -> dynamicTest(
                        healthy.name(),
                        () -> assertThat(healthy.script().messages())
                                .allSatisfy(captured ->
                                        assertThat(captured.message().defects()).isEmpty())));
    }

    @TestFactory
    Stream<DynamicTest> theirMessagesBelongToTransactionsThatCameToAnEnd() {
        return HealthyCalls.all().stream()
                .map(healthy -> dynamicTest(healthy.name(), () -> {
                    List<CallReport> reports =
                            Examination.of(healthy.script(), RuleSet.builder().build());
                    assertThat(reports)
                            .isNotEmpty()
                            .allSatisfy(report -> assertThat(HEALTHY)
                                    .contains(report.disposition().kind()));
                    assertThat(reports)
                            .flatMap(report -> report.call().transactions())
                            .allSatisfy(transaction -> {
                                assertThat(transaction.isInferred()).isFalse();
                                assertThat(transaction.finalResponse()).isPresent();
                            });
                }));
    }

    @TestFactory
    Stream<DynamicTest> theirDialogsKeepTagsAndTargets() {
        return HealthyCalls.all().stream()
                .map(healthy -> dynamicTest(healthy.name(), () -> {
                    List<CallReport> reports =
                            Examination.of(healthy.script(), RuleSet.builder().build());
                    assertThat(reports)
                            .flatMap(report -> report.call().transactions())
                            .filteredOn(
                                    transaction -> transaction.method().name().equals("BYE"))
                            .flatMap(transaction ->
                                    transaction.requestMessage().stream().toList())
                            .allSatisfy(bye -> assertThat(bye.toTag()).isPresent());
                    assertThat(healthy.script().messages())
                            .extracting(captured -> captured.message())
                            .allSatisfy(HealthyCallsTests::namesItsLength);
                }));
    }

    private static void namesItsLength(SipMessage message) {
        assertThat(message.contentLength()).hasValue(message.bodyLength());
    }
}
