package org.callcause.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.callcause.message.CallId;
import org.callcause.message.SipParser;
import org.junit.jupiter.api.Test;

/** A table of calls must give what a map gives, whatever is put in and taken out. */
class CallTableTests {

    private final SipParser parser = new SipParser();
    private final CallTable table = new CallTable();

    @Test
    void callIsFoundByItsCallIdUntilItIsTakenOut() {
        OpenCall call = call("a@example.com");
        table.put(call);

        assertThat(table.get(callId("a@example.com").fingerprint())).isSameAs(call);
        assertThat(table.get(callId("b@example.com").fingerprint())).isNull();

        table.remove(call);
        assertThat(table.get(callId("a@example.com").fingerprint())).isNull();
    }

    @Test
    void laterCallTakesThePlaceOfAnEarlierOneWithItsCallId() {
        OpenCall earlier = call("a@example.com");
        OpenCall later = call("a@example.com");
        table.put(earlier);
        table.put(later);

        table.remove(earlier);
        assertThat(table.get(callId("a@example.com").fingerprint())).isSameAs(later);
    }

    @Test
    void callsThatComeAndGoAreThoseOfAMap() {
        Random random = new Random(42);
        Map<String, OpenCall> expected = new HashMap<>();
        for (int i = 0; i < 50_000; i++) {
            String name = random.nextInt(3_000) + "@192.0.2.1";
            OpenCall known = expected.get(name);
            if (known == null || random.nextInt(4) == 0) {
                OpenCall call = call(name);
                table.put(call);
                expected.put(name, call);
            } else {
                table.remove(known);
                expected.remove(name);
            }
        }

        for (int number = 0; number < 3_000; number++) {
            String name = number + "@192.0.2.1";
            assertThat(table.get(callId(name).fingerprint())).as(name).isSameAs(expected.get(name));
        }
    }

    private OpenCall call(String callId) {
        return new OpenCall(callId(callId).detach(), CallGroup.CALL);
    }

    private CallId callId(String text) {
        return parser.parse("BYE sip:bob@example.com SIP/2.0\r\nCall-ID: " + text + "\r\n\r\n")
                .orElseThrow()
                .callIdKey();
    }
}
