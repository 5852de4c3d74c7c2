package org.callcause.testkit;

import java.util.List;
import org.callcause.message.SipMessage;

/** Picks what the tests look at from the messages of a script. */
final class ScriptMessages {

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
