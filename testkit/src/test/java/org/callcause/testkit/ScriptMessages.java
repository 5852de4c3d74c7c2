package org.callcause.testkit;

import java.util.List;
import org.callcause.message.SipMessage;

/** Picks what the tests look at from the messages of a script. */
final class ScriptMessages {

    /** A call that is answered through a proxy which stays on its way. */
    static final String ANSWERED_THROUGH_PROXY = """
        caller -> proxy  INVITE
        proxy  -> callee INVITE
        callee -> proxy  200
        proxy  -> caller 200
        caller -> proxy  ACK
        proxy  -> callee ACK
        """;

    private ScriptMessages() {}

    /** The message of this number, from 1. */
    static SipMessage message(CallScript script, int number) {
        return script.messages().get(number - 1).message();
    }

    static SipMessage message(String script, int number) {
        return message(CallScript.of(script), number);
    }

    static List<String> branches(SipMessage message) {
        return message.vias().stream().map(via -> via.branch().orElse("")).toList();
    }
}
