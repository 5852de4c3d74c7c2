package org.callcause.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.testkit.ScriptMessages.ANSWERED_THROUGH_PROXY;
import static org.callcause.testkit.ScriptMessages.branches;
import static org.callcause.testkit.ScriptMessages.message;

import org.callcause.message.SipRequest;
import org.junit.jupiter.api.Test;

/** What the script fills in so that requests and responses belong to each other. */
class CallScriptDialogTests {

    @Test
    void repeatedLinesAreTheSameBytes() {
        CallScript script = CallScript.of("""
            0.0 caller -> callee INVITE
            0.5 caller -> callee INVITE
            0.6 callee -> caller 200
            1.1 callee -> caller 200
            1.2 caller -> callee ACK
            1.3 caller -> callee ACK
            """);

        assertThat(message(script, 2).toBytes()).isEqualTo(message(script, 1).toBytes());
        assertThat(message(script, 4).toBytes()).isEqualTo(message(script, 3).toBytes());
        assertThat(message(script, 6).toBytes()).isEqualTo(message(script, 5).toBytes());
        assertThat(script.messages().get(1).time())
                .isAfter(script.messages().get(0).time());
    }

    @Test
    void answeredRequestCanBeSentAgainAndAnUnansweredOneCanBeNew() {
        CallScript script = CallScript.of("""
            caller -> callee INVITE
            callee -> caller 486
            caller -> callee INVITE | again
            caller -> callee INVITE | new
            caller -> callee INVITE | new
            """);

        assertThat(message(script, 3).toBytes()).isEqualTo(message(script, 1).toBytes());
        assertThat(message(script, 4).cseq().orElseThrow().number()).isEqualTo(2);
        assertThat(message(script, 5).cseq().orElseThrow().number()).isEqualTo(3);
    }

    @Test
    void anotherAttemptHasTheSameCallIdAndTheNextNumber() {
        CallScript script = CallScript.of("""
            caller -> callee INVITE
            callee -> caller 486
            caller -> callee ACK
            caller -> callee INVITE
            """);

        assertThat(message(script, 4).callId()).isEqualTo(message(script, 1).callId());
        assertThat(message(script, 4).cseq().orElseThrow().number()).isEqualTo(2);
        assertThat(message(script, 4).toTag()).isEmpty();
        assertThat(branches(message(script, 4))).isNotEqualTo(branches(message(script, 1)));
    }

    @Test
    void acknowledgementOfRefusalKeepsTheBranchAndThatOfSuccessHasItsOwn() {
        CallScript script = CallScript.of("""
            caller -> callee INVITE
            callee -> caller 401
            caller -> callee ACK
            caller -> callee INVITE
            callee -> caller 200
            caller -> callee ACK
            """);

        assertThat(branches(message(script, 3))).isEqualTo(branches(message(script, 1)));
        assertThat(message(script, 3).toTag()).isEqualTo(message(script, 2).toTag());
        assertThat(branches(message(script, 6))).isNotEqualTo(branches(message(script, 4)));
        assertThat(message(script, 6).cseq().orElseThrow().number()).isEqualTo(2);
        assertThat(((SipRequest) message(script, 6)).requestUri()).isEqualTo("sip:bob@192.0.2.20:5060");
    }

    @Test
    void cancelHasBranchAndNumberOfItsInvite() {
        CallScript script = CallScript.of("""
            caller -> proxy  INVITE
            proxy  -> callee INVITE
            callee -> proxy  180
            proxy  -> callee CANCEL
            callee -> proxy  200
            callee -> proxy  487
            """);

        assertThat(branches(message(script, 4)))
                .containsExactly(branches(message(script, 2)).get(0));
        assertThat(message(script, 4).cseq())
                .map(Object::toString)
                .hasValueSatisfying(cseq -> assertThat(cseq).contains("CANCEL"));
        assertThat(message(script, 5).cseq().orElseThrow().method().name()).isEqualTo("CANCEL");
        assertThat(message(script, 6).cseq().orElseThrow().method().name()).isEqualTo("INVITE");
        assertThat(message(script, 6).toTag()).isEqualTo(message(script, 3).toTag());
    }

    @Test
    void bothSidesSpeakInTheDialogWithTheirOwnNumbers() {
        CallScript script = CallScript.of(ANSWERED_THROUGH_PROXY + """
            callee -> proxy  BYE
            proxy  -> caller BYE
            """);

        SipRequest bye = (SipRequest) message(script, 7);
        assertThat(bye.fromTag()).isEqualTo(message(script, 3).toTag());
        assertThat(bye.toTag()).isEqualTo(message(script, 1).fromTag());
        assertThat(bye.cseq().orElseThrow().number()).isEqualTo(1);
        assertThat(bye.requestUri()).isEqualTo("sip:alice@192.0.2.1:5060");
        assertThat(bye.header("Route")).contains("<sip:192.0.2.10:5060;lr>");
        assertThat(message(script, 8).has("Route")).isFalse();
        assertThat(branches(message(script, 8)).get(1)).isEqualTo(branches(bye).get(0));
    }

    @Test
    void reliableResponseIsAcknowledgedByNumber() {
        CallScript script = CallScript.of("""
            caller -> callee INVITE
            callee -> caller 183 | reliable
            caller -> callee PRACK
            callee -> caller 200
            callee -> caller 200
            """);

        assertThat(message(script, 2).header("Require")).contains("100rel");
        assertThat(message(script, 2).header("RSeq")).contains("1");
        assertThat(message(script, 3).header("RAck")).contains("1 1 INVITE");
        assertThat(message(script, 4).cseq().orElseThrow().method().name()).isEqualTo("PRACK");
        assertThat(message(script, 5).cseq().orElseThrow().method().name()).isEqualTo("INVITE");
        assertThat(message(script, 5).bodyLength()).isZero();
    }

    @Test
    void challengesAreAnsweredUnlessTheLineSaysOtherwise() {
        CallScript script = CallScript.of("""
            caller -> proxy INVITE
            proxy -> caller 407
            caller -> proxy INVITE
            proxy -> caller 407 | stale
            caller -> proxy INVITE | no credentials
            """);

        assertThat(message(script, 1).credentials()).isEmpty();
        assertThat(message(script, 3).credentials().get(0).nonce())
                .isEqualTo(message(script, 2).challenges().get(0).nonce());
        assertThat(message(script, 4).challenges().get(0).stale()).isTrue();
        assertThat(message(script, 4).challenges().get(0).nonce())
                .isNotEqualTo(message(script, 2).challenges().get(0).nonce());
        assertThat(message(script, 5).credentials()).isEmpty();
    }

    @Test
    void registrationGoesToTheDomainAndIsConfirmedWithItsExpiry() {
        CallScript script = CallScript.of("""
            callee -> registrar REGISTER
            registrar -> callee 401
            callee -> registrar REGISTER
            registrar -> callee 200
            """);

        assertThat(((SipRequest) message(script, 1)).requestUri()).isEqualTo("sip:example.com");
        assertThat(message(script, 1).to().orElseThrow().uri().raw()).isEqualTo("sip:bob@example.com");
        assertThat(message(script, 3).credentials().get(0).header().canonical()).isEqualTo("Authorization");
        assertThat(message(script, 4).header("Contact")).contains("<sip:bob@192.0.2.20:5060>;expires=3600");
    }

    @Test
    void callThatBeganBeforeTheScriptHasItsDialog() {
        CallScript script = CallScript.of("""
            caller -> proxy  INFO
            proxy  -> callee INFO
            callee -> proxy  200
            proxy  -> caller 200
            callee -> proxy  BYE
            """);

        assertThat(message(script, 1).toTag()).isPresent();
        assertThat(message(script, 5).fromTag()).isEqualTo(message(script, 1).toTag());
        assertThat(message(script, 5).toTag()).isEqualTo(message(script, 1).fromTag());
    }
}
