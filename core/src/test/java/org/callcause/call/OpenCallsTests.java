package org.callcause.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.callcause.message.Fingerprint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A table whose gaps were closed wrongly would be searched for ever. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OpenCallsTests {

    private final OpenCalls open = new OpenCalls();

    @Test
    void eachCallIsFoundByItsCallIdAndGroupWhileItIsOpen() {
        Random random = new Random(4711);
        List<CallGroup> groups = List.of(CallGroup.values());
        List<OpenCall> expected = new ArrayList<>();
        for (int number = 0; number < 20_000; number++) {
            OpenCall call = call("call-" + number, groups.get(number % groups.size()));
            assertThat(open.find(call.fingerprint(), call.group())).isNull();
            open.add(call);
            expected.add(call);
            if (random.nextInt(1_000) < 990) {
                OpenCall over = expected.remove(random.nextInt(expected.size()));
                open.remove(over);
                assertThat(open.find(over.fingerprint(), over.group())).isNull();
            }
        }

        assertThat(expected).allMatch(call -> open.find(call.fingerprint(), call.group()) == call);
        assertThat(open.size()).isEqualTo(expected.size());
        assertThat(open.oldest(expected.size())).isEqualTo(expected);
    }

    @Test
    void oneCallIdInTwoGroupsAreTwoCalls() {
        OpenCall registration = call("same", CallGroup.REGISTRATION);
        OpenCall call = call("same", CallGroup.CALL);
        open.add(registration);
        open.add(call);

        assertThat(open.find(call.fingerprint(), CallGroup.REGISTRATION)).isSameAs(registration);
        open.remove(registration);
        assertThat(open.find(call.fingerprint(), CallGroup.REGISTRATION)).isNull();
        assertThat(open.find(call.fingerprint(), CallGroup.CALL)).isSameAs(call);
    }

    @Test
    void aCallWithoutCallIdIsFoundWhileItIsOpen() {
        OpenCall nameless = call("", CallGroup.CALL);
        assertThat(nameless.fingerprint()).isEqualTo(Fingerprint.NONE);
        assertThat(open.find(Fingerprint.NONE, CallGroup.CALL)).isNull();

        open.add(nameless);
        assertThat(open.find(Fingerprint.NONE, CallGroup.CALL)).isSameAs(nameless);

        open.remove(nameless);
        assertThat(open.find(Fingerprint.NONE, CallGroup.CALL)).isNull();
    }

    private static OpenCall call(String callId, CallGroup group) {
        OpenCall call = new OpenCall();
        call.name(Fingerprint.of(callId), group);
        return call;
    }
}
