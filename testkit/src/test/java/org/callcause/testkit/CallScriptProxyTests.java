package org.callcause.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.testkit.ScriptMessages.ANSWERED_THROUGH_PROXY;
import static org.callcause.testkit.ScriptMessages.branches;
import static org.callcause.testkit.ScriptMessages.message;

import java.util.List;
import org.callcause.message.SipResponse;
import org.junit.jupiter.api.Test;

/** Scripts in which proxies pass on what they get. */
class CallScriptProxyTests {

    @Test
    void proxyPushesItsViaAndResponsesCarryTheStackOfTheirHop() {
        CallScript script = CallScript.of("""
            caller -> proxy  INVITE
            proxy  -> callee INVITE
            callee -> proxy  486
            proxy  -> callee ACK
            proxy  -> caller 486
            """);

        List<String> stack = branches(message(script, 2));
        assertThat(stack)
                .hasSize(2)
                .allMatch(branch -> branch.startsWith("z9hG4bK"))
                .doesNotHaveDuplicates();
        assertThat(stack.get(1)).isEqualTo(branches(message(script, 1)).get(0));
        assertThat(branches(message(script, 3))).isEqualTo(stack);
        assertThat(branches(message(script, 4))).containsExactly(stack.get(0));
        assertThat(branches(message(script, 5))).containsExactly(stack.get(1));
        assertThat(message(script, 1).maxForwards()).hasValue(70);
        assertThat(message(script, 2).maxForwards()).hasValue(69);
        assertThat(message(script, 5).toTag()).isEqualTo(message(script, 3).toTag());
    }

    @Test
    void passedOnResponseKeepsPhraseHeadersAndTag() {
        SipResponse busy = (SipResponse) message("""
            caller -> proxy  INVITE
            proxy  -> callee INVITE
            callee -> proxy  486 In a meeting | Retry-After: 20 | Reason: Q.850;cause=17;text="User busy"
            proxy  -> caller 486
            """, 4);

        assertThat(busy.reasonPhrase()).isEqualTo("In a meeting");
        assertThat(busy.header("Retry-After")).contains("20");
        assertThat(busy.header("Reason")).contains("Q.850;cause=17;text=\"User busy\"");
        assertThat(busy.toTag()).contains("callee-1-1");
    }

    @Test
    void retransmissionThroughProxyIsTheSameOnBothHops() {
        CallScript script = CallScript.of("""
            caller -> proxy  INVITE
            proxy  -> callee INVITE
            caller -> proxy  INVITE
            proxy  -> callee INVITE
            """);

        assertThat(message(script, 3).toBytes()).isEqualTo(message(script, 1).toBytes());
        assertThat(message(script, 4).toBytes()).isEqualTo(message(script, 2).toBytes());
    }

    @Test
    void forksHaveTheirOwnTagsAndBranches() {
        CallScript script = CallScript.of("""
            caller -> proxy  INVITE
            proxy  -> desk   INVITE
            proxy  -> mobile INVITE
            desk   -> proxy  180
            mobile -> proxy  180
            proxy  -> caller 180
            proxy  -> caller 180
            """);

        assertThat(branches(message(script, 2)).get(0))
                .isNotEqualTo(branches(message(script, 3)).get(0));
        assertThat(message(script, 4).toTag()).isNotEqualTo(message(script, 5).toTag());
        assertThat(message(script, 6).toTag()).isEqualTo(message(script, 4).toTag());
        assertThat(message(script, 7).toTag()).isEqualTo(message(script, 5).toTag());
    }

    @Test
    void loopPushesAViaEachTime() {
        CallScript script = CallScript.of("""
            caller -> proxy INVITE
            proxy  -> other INVITE
            other  -> proxy INVITE
            proxy  -> other INVITE
            other  -> proxy INVITE
            """);

        assertThat(script.messages())
                .extracting(captured -> captured.message().vias().size())
                .containsExactly(1, 2, 3, 4, 5);
        assertThat(script.messages())
                .extracting(captured -> captured.message().cseq().orElseThrow().number())
                .containsOnly(1L);
    }

    @Test
    void proxyTriesTheNextGatewayWithinTheSameRequest() {
        CallScript script = CallScript.of("""
            caller   -> proxy    INVITE
            proxy    -> gateway1 INVITE
            gateway1 -> proxy    503
            proxy    -> gateway1 ACK
            proxy    -> gateway2 INVITE
            gateway2 -> proxy    200
            proxy    -> caller   200
            """);

        assertThat(message(script, 5).cseq()).isEqualTo(message(script, 2).cseq());
        assertThat(branches(message(script, 5)).get(1))
                .isEqualTo(branches(message(script, 2)).get(1));
        assertThat(branches(message(script, 5)).get(0))
                .isNotEqualTo(branches(message(script, 2)).get(0));
        assertThat(message(script, 7).toTag()).isEqualTo(message(script, 6).toTag());
    }

    @Test
    void acknowledgementThroughTwoProxiesCountsDown() {
        CallScript script = CallScript.of("""
            caller -> edge   INVITE
            edge   -> proxy  INVITE
            proxy  -> callee INVITE
            callee -> proxy  200
            proxy  -> edge   200
            edge   -> caller 200
            caller -> edge   ACK
            edge   -> proxy  ACK
            proxy  -> callee ACK
            """);

        assertThat(message(script, 7).headerValues("Route")).hasSize(2);
        assertThat(message(script, 8).headerValues("Route")).hasSize(1);
        assertThat(message(script, 9).headerValues("Route")).isEmpty();
        assertThat(message(script, 9).maxForwards()).hasValue(68);
        assertThat(message(script, 9).vias()).hasSize(3);
    }

    @Test
    void proxyThatHangsUpSpeaksForTheOtherSide() {
        CallScript script = CallScript.of(ANSWERED_THROUGH_PROXY + """
            proxy  -> caller BYE
            proxy  -> callee BYE
            """);

        assertThat(message(script, 7).fromTag()).isEqualTo(message(script, 3).toTag());
        assertThat(message(script, 8).fromTag()).isEqualTo(message(script, 1).fromTag());
    }

    @Test
    void bothSidesMayChangeTheSessionAtOnceThroughAProxy() {
        CallScript script = CallScript.of(ANSWERED_THROUGH_PROXY + """
            caller -> proxy  INVITE
            callee -> proxy  INVITE
            proxy  -> callee INVITE
            proxy  -> caller INVITE
            """);

        assertThat(message(script, 9).fromTag()).isEqualTo(message(script, 7).fromTag());
        assertThat(message(script, 10).fromTag()).isEqualTo(message(script, 8).fromTag());
    }
}
