package org.callcause.live;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.callcause.dialog.CapturedMessage;
import org.callcause.message.SipParser;
import org.callcause.testkit.CallScript;

/** The same call again and again, each time with a Call-ID of its own. */
final class Traffic {

    private static final List<CapturedMessage> REFUSED = CallScript.of("""
        0.000 caller -> callee INVITE
        0.030 callee -> caller 486
        0.040 caller -> callee ACK
        """).messages();

    private static final List<CapturedMessage> ANSWERED = CallScript.of("""
        0.000 caller -> callee INVITE
        1.000 callee -> caller 200
        1.010 caller -> callee ACK
        """).messages();

    private Traffic() {}

    /** A call that is refused and over. */
    static List<CapturedMessage> refused(String name) {
        return renamed(REFUSED, name);
    }

    /** A call that is answered and goes on. */
    static List<CapturedMessage> answered(String name) {
        return renamed(ANSWERED, name);
    }

    private static List<CapturedMessage> renamed(List<CapturedMessage> call, String name) {
        SipParser parser = new SipParser();
        List<CapturedMessage> renamed = new ArrayList<>();
        for (CapturedMessage message : call) {
            String callId = message.message().callId().orElseThrow();
            byte[] bytes = message.message().text().replace(callId, name).getBytes(StandardCharsets.UTF_8);
            renamed.add(CapturedMessage.of(
                    message.index(),
                    message.nanos(),
                    message.from(),
                    message.to(),
                    message.transport(),
                    parser.parse(bytes).orElseThrow()));
        }
        return renamed;
    }
}
