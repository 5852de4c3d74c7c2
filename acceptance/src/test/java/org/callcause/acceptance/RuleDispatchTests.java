package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.rule.MessagePattern.message;
import static org.callcause.rule.MessagePattern.request;
import static org.callcause.rule.MessagePattern.response;
import static org.callcause.rule.Trigger.carries;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.header;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.not;
import static org.callcause.rule.Trigger.responded;
import static org.callcause.rule.Trigger.sent;
import static org.callcause.rule.Trigger.some;
import static org.callcause.rule.Trigger.status;
import static org.callcause.rule.Trigger.statusClass;
import static org.callcause.rule.Trigger.where;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Violation;
import org.callcause.message.Method;
import org.callcause.rule.Rule;
import org.callcause.rule.RuleEngine;
import org.callcause.rule.RuleSet;
import org.callcause.rule.Trigger;
import org.junit.jupiter.api.Test;

/** Whatever the engine does to run few rules: a rule runs exactly when its trigger matches. */
class RuleDispatchTests {

    private static final List<String> CALLS = List.of("""
        0.000 caller -> callee INVITE
        0.100 callee -> caller 180
        2.000 callee -> caller 200
        2.010 caller -> callee ACK
        9.000 caller -> callee BYE
        9.010 callee -> caller 200
        """, """
        0.000 caller -> callee INVITE
        0.030 callee -> caller 503 [Retry-After: 30]
        0.040 caller -> callee ACK
        """, """
        0.000 caller -> callee INVITE | X-Acme-Trunk: 7
        0.030 callee -> caller 486
        0.040 caller -> callee ACK
        """, """
        0.000 caller -> callee INVITE
        0.100 callee -> caller 180
        2.000 caller -> callee CANCEL
        2.010 callee -> caller 200
        2.020 callee -> caller 487
        2.030 caller -> callee ACK
        """, """
        0.000 phone -> server REGISTER
        0.010 server -> phone 200
        """);

    private static final List<Trigger> TRIGGERS = List.of(
            Trigger.always(),
            status(503),
            status(486, 487),
            statusClass(2),
            ended(Disposition.Kind.CANCELLED),
            method(Method.REGISTER),
            header("Retry-After"),
            header("X-Acme-Trunk"),
            carries("X-Acme-Trunk"),
            carries("Subject"),
            sent(Method.CANCEL),
            sent(Method.BYE, Method.PUBLISH),
            responded(180),
            not(responded(180)),
            not(status(200)),
            not(carries("X-Acme-Trunk")),
            status(486).or(sent(Method.CANCEL)),
            method(Method.INVITE).and(not(sent(Method.BYE))),
            where("it was refused", call -> call.finalStatus() >= 300),
            not(where("it was refused", call -> call.finalStatus() >= 300)),
            some(request(Method.INVITE).without("X-Acme-Trunk")),
            some(request(Method.BYE).without("Contact")),
            some(request().without("Max-Forwards")),
            some(response(200).to(Method.BYE)),
            some(response().with("Retry-After")),
            some(response(180, 183).with("Contact")),
            some(message().with("X-Acme-Trunk").without("Subject")),
            not(some(request(Method.CANCEL))),
            some(response(486)
                    .where("answers an INVITE", busy -> busy.sequenceMethod().equals(Method.INVITE))));

    private static Rule rule(int number) {
        return Rule.named("test/rule-" + number)
                .title("rule " + number)
                .on(TRIGGERS.get(number))
                .check((call, findings) -> findings.violation()
                        .because("it applies")
                        .evidence(call.messages().get(0)));
    }

    @Test
    void aRuleRunsExactlyWhenItsTriggerMatches() {
        Map<String, Trigger> rules = IntStream.range(0, TRIGGERS.size())
                .boxed()
                .collect(Collectors.toMap(number -> "test/rule-" + number, TRIGGERS::get));
        RuleSet.Builder set = RuleSet.builder();
        IntStream.range(0, TRIGGERS.size()).forEach(number -> set.add(rule(number)));
        RuleEngine engine = new RuleEngine(set.build());

        for (String script : CALLS) {
            Call call = Calls.one(script);
            TreeSet<String> expected = new TreeSet<>();
            rules.forEach((id, trigger) -> {
                if (trigger.matches(call)) {
                    expected.add(id);
                }
            });

            assertThat(engine.examine(call).violations())
                    .as(script)
                    .extracting(Violation::rule)
                    .containsExactlyElementsOf(expected);
            // The second time from memory.
            assertThat(engine.examine(call).violations()).hasSameSizeAs(expected);
        }
    }

    @Test
    void aPatternAsksAllItsPartsOfOneMessage() {
        Call call = Calls.one(CALLS.get(2));

        assertThat(some(request(Method.INVITE).with("X-Acme-Trunk")).matches(call))
                .isTrue();
        assertThat(some(request(Method.ACK).with("X-Acme-Trunk")).matches(call)).isFalse();
        assertThat(some(response(486).to(Method.BYE)).matches(call)).isFalse();
    }

    @Test
    void aPatternSaysWhatItAsksFor() {
        assertThat(some(request(Method.INVITE).without("Contact")).describe())
                .isEqualTo("there is a message of this kind: INVITE request without Contact");
        assertThat(some(response(180, 183).to(Method.INVITE).with("RSeq")).describe())
                .isEqualTo("there is a message of this kind: 180 or 183 response to INVITE with RSeq");
    }
}
