package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callcause.call.Call;
import org.callcause.dialog.Dialog;
import org.callcause.dialog.Hop;
import org.callcause.dialog.Sighting;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.dialog.TransactionState;
import org.callcause.message.Method;
import org.junit.jupiter.api.Test;

class TransactionTests {

    @Test
    void aRequestSeenBeforeAndBehindAProxyIsOneTransactionOnTwoHops() {
        Call call = Calls.one("""
                0.000 caller -> proxy  INVITE
                0.004 proxy  -> caller 100
                0.005 proxy  -> callee INVITE
                0.250 callee -> proxy  180
                0.252 proxy  -> caller 180
                4.100 callee -> proxy  603
                4.101 proxy  -> callee ACK
                4.102 proxy  -> caller 603
                4.103 caller -> proxy  ACK
                """);

        assertThat(call.transactions()).hasSize(1);
        Transaction invite = call.transactions().get(0);
        assertThat(invite.hops()).hasSize(2);
        assertThat(invite.hops()).extracting(Hop::state).containsOnly(TransactionState.CONFIRMED);
        assertThat(invite.finalResponse().orElseThrow().to()).isEqualTo(call.caller());
    }

    @Test
    void theFurthestAnswerIsThatNearestItsAuthorThoughTheCaptureShowsItFirst() {
        Call call = Calls.one("""
                0.000 caller -> proxy  INVITE | not captured
                0.005 proxy  -> callee INVITE | not captured
                4.100 callee -> proxy  603 Decline
                4.102 proxy  -> caller 603 Nobody answers
                4.103 caller -> proxy  ACK
                """);

        assertThat(call.finalResponse().orElseThrow().codeAndPhrase()).isEqualTo("603 Nobody answers");
        assertThat(call.furthestFinalResponse().orElseThrow().codeAndPhrase()).isEqualTo("603 Decline");
    }

    @Test
    void aForkIsOneTransactionWithAHopForEachBranch() {
        Call call = Calls.one("""
                0.000 caller -> proxy  INVITE
                0.005 proxy  -> desk   INVITE
                0.006 proxy  -> mobile INVITE
                0.200 desk   -> proxy  180
                0.201 proxy  -> caller 180
                0.300 mobile -> proxy  180
                0.301 proxy  -> caller 180
                3.000 mobile -> proxy  200
                3.001 proxy  -> caller 200
                3.002 proxy  -> desk   CANCEL
                3.005 desk   -> proxy  200 to CANCEL
                3.006 desk   -> proxy  487 to INVITE
                3.007 proxy  -> desk   ACK
                3.010 caller -> mobile ACK
                9.000 caller -> mobile BYE
                9.010 mobile -> caller 200
                """);

        Transaction invite = call.transactions(Method.INVITE).get(0);
        assertThat(call.transactions(Method.INVITE)).hasSize(1);
        assertThat(invite.hops()).hasSize(3);
        assertThat(invite.finalStatus()).isEqualTo(200);
        assertThat(call.dialogs()).hasSize(2);
        assertThat(call.dialogs().stream().filter(dialog -> dialog.confirmedBy().isPresent()))
                .hasSize(1)
                .allMatch(Dialog::isAcknowledged);
    }

    @Test
    void theSameMessageLaterIsARetransmissionAndAtOnceADuplicate() {
        Call call = Calls.one("""
                0.000 caller -> callee INVITE x2
                0.500 caller -> callee INVITE
                0.520 callee -> caller 100
                1.000 callee -> caller 486
                1.010 caller -> callee ACK
                """);

        assertThat(call.messages())
                .extracting(TrackedMessage::sighting)
                .containsExactly(
                        Sighting.FIRST,
                        Sighting.DUPLICATE,
                        Sighting.RETRANSMISSION,
                        Sighting.FIRST,
                        Sighting.FIRST,
                        Sighting.FIRST);
        Hop hop = call.transactions().get(0).firstHop();
        assertThat(hop.requestRetransmissions()).isEqualTo(1);
    }

    @Test
    void anAnsweredInviteStaysAcceptedHoweverOftenItIsRepeated() {
        Call call = Calls.one("""
                0.000 caller -> callee INVITE
                2.000 callee -> caller 200
                2.500 callee -> caller 200
                2.510 caller -> callee ACK
                3.000 caller -> callee INVITE | again
                9.000 caller -> callee BYE
                9.010 callee -> caller 200
                """);

        Transaction invite = call.transactions(Method.INVITE).get(0);
        assertThat(call.transactions(Method.INVITE)).hasSize(1);
        assertThat(invite.firstHop().state()).isEqualTo(TransactionState.ACCEPTED);
        assertThat(invite.firstHop().finalResponseRetransmissions()).isEqualTo(1);
        assertThat(invite.acknowledgements()).hasSize(1);
        assertThat(invite.isAcknowledged()).isTrue();
    }

    @Test
    void aMaskedBranchIsMatchedByCallIdAndCSeqAndSaysSo() {
        Call call = Calls.one("""
                0.000 caller -> callee INVITE
                1.000 callee -> caller 486 | Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKxxxx
                1.010 caller -> callee ACK
                """);

        assertThat(call.transactions(Method.INVITE)).hasSize(1);
        assertThat(call.finalStatus()).isEqualTo(486);
        assertThat(call.transactions().get(0).isInferred()).isTrue();
    }

    @Test
    void aBranchOfRfc2543NeedsTheSenderBesideIt() {
        Call call = Calls.one("""
                0.000 caller -> callee INVITE | Via: SIP/2.0/UDP 192.0.2.1:5060;branch=1
                1.000 callee -> caller 486 | Via: SIP/2.0/UDP 192.0.2.1:5060;branch=1;received=192.0.2.1
                1.010 caller -> callee ACK | Via: SIP/2.0/UDP 192.0.2.1:5060;branch=1
                """);

        assertThat(call.transactions()).hasSize(1);
        assertThat(call.transactions().get(0).isInferred()).isFalse();
        assertThat(call.transactions().get(0).firstHop().state()).isEqualTo(TransactionState.CONFIRMED);
    }

    @Test
    void aReInviteAndAByeFromTheCalleeAreTransactionsInTheDialog() {
        Call call = Calls.one("""
                0.000 caller -> callee INVITE
                2.000 callee -> caller 200
                2.010 caller -> callee ACK
                5.000 callee -> caller INVITE
                5.010 caller -> callee 200
                5.020 callee -> caller ACK
                9.000 callee -> caller BYE
                9.010 caller -> callee 200
                """);

        assertThat(call.attempts()).hasSize(1);
        assertThat(call.transactions())
                .extracting(Transaction::method)
                .containsExactly(Method.INVITE, Method.INVITE, Method.BYE);
        assertThat(call.dialogs()).hasSize(1);
        assertThat(call.dialogs().get(0).state()).isEqualTo(Dialog.State.TERMINATED);
    }

    @Test
    void aRegistrationUnderTheCallIdOfACallIsKeptApart() {
        List<Call> calls = Calls.of("""
                0.000 caller -> proxy  REGISTER | Call-ID: shared
                0.010 proxy  -> caller 400
                1.000 caller -> proxy  INVITE | Call-ID: shared
                1.010 proxy  -> caller 486
                1.020 caller -> proxy  ACK
                """);

        assertThat(calls).extracting(Call::method).containsExactly(Method.REGISTER, Method.INVITE);
        assertThat(calls).extracting(call -> call.callIds().get(0)).containsOnly("shared");
    }
}
