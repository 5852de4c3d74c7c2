package org.callcause.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.callcause.rule.MessagePattern.message;
import static org.callcause.rule.MessagePattern.request;
import static org.callcause.rule.MessagePattern.response;

import org.callcause.message.Method;
import org.junit.jupiter.api.Test;

/** A trigger that no call or every call would meet is refused where it is written down. */
class TriggerTests {

    @Test
    void whatNamesNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Trigger.status()).withMessageContaining("status code");
        assertThatIllegalArgumentException().isThrownBy(() -> Trigger.responded());
        assertThatIllegalArgumentException().isThrownBy(() -> Trigger.sent()).withMessageContaining("method");
        assertThatIllegalArgumentException().isThrownBy(() -> Trigger.userAgent(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> Trigger.retransmitted(0));
    }

    @Test
    void aClassThatNoFinalResponseHasIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Trigger.statusClass(1));
        assertThatIllegalArgumentException().isThrownBy(() -> Trigger.statusClass(7));
        assertThat(Trigger.statusClass(6).describe()).isEqualTo("the final status is 6xx");
    }

    @Test
    @SuppressWarnings("NullAway")
    void aMissingPartIsRefused() {
        Trigger always = Trigger.always();
        assertThatNullPointerException().isThrownBy(() -> always.and(null));
        assertThatNullPointerException().isThrownBy(() -> always.or(null));
        assertThatNullPointerException().isThrownBy(() -> always.needs((Trigger) null));
        assertThatNullPointerException().isThrownBy(() -> Trigger.not(null));
        assertThatNullPointerException().isThrownBy(() -> Trigger.method(null));
        assertThatNullPointerException().isThrownBy(() -> Trigger.ended(null));
        assertThatNullPointerException().isThrownBy(() -> Trigger.some(null));
    }

    @Test
    void onlyAResponseIsToARequest() {
        assertThatIllegalStateException()
                .isThrownBy(() -> request(Method.INVITE).to(Method.BYE))
                .withMessageContaining("a request answers nothing");
        assertThatIllegalStateException().isThrownBy(() -> message().to(Method.BYE));
        assertThat(response(200).to(Method.BYE).describe()).isEqualTo("200 response to BYE");
    }
}
