package org.callcause.dialog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.callcause.message.Method;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;

/** The dialogs of one Call-ID. */
final class DialogTable {

    private final List<Dialog> dialogs = new ArrayList<>(1);

    List<Dialog> all() {
        return Collections.unmodifiableList(dialogs);
    }

    void update(TrackedMessage tracked) {
        SipMessage message = tracked.message();
        if (!message.hasToTag()) {
            return;
        }
        if (message instanceof SipRequest request) {
            request(request.method(), tracked);
        } else if (message.sequenceMethod().equals(Method.INVITE)) {
            response(tracked.status(), tracked);
        }
    }

    private void request(Method method, TrackedMessage tracked) {
        for (Dialog dialog : dialogs) {
            if (dialog.has(tracked.message())) {
                if (method.equals(Method.ACK)) {
                    dialog.acknowledge();
                } else if (method.equals(Method.BYE)) {
                    dialog.terminate(tracked);
                }
            }
        }
    }

    /** RFC 3261 12.1: 101 to 199 make an early dialog, 2xx confirms it; 12.3: any other final response ends the early ones. */
    private void response(int status, TrackedMessage tracked) {
        if (status > 100 && status < 300) {
            Dialog dialog = dialogOf(tracked);
            if (status >= 200) {
                dialog.confirm(tracked);
            }
        } else if (status >= 300) {
            for (Dialog dialog : dialogs) {
                if (dialog.state() == Dialog.State.EARLY && dialog.isCallerOf(tracked.message())) {
                    dialog.terminate(tracked);
                }
            }
        }
    }

    private Dialog dialogOf(TrackedMessage tracked) {
        for (Dialog dialog : dialogs) {
            if (dialog.has(tracked.message())) {
                return dialog;
            }
        }
        Dialog dialog = new Dialog(tracked);
        dialogs.add(dialog);
        return dialog;
    }
}
