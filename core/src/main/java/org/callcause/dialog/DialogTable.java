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

    void update(TrackedMessage tracked, Method sequenceMethod, String fromTag) {
        SipMessage message = tracked.message();
        String toTag = message.toTag().orElse("");
        if (toTag.isEmpty()) {
            return;
        }
        if (message instanceof SipRequest request) {
            request(request.method(), fromTag, toTag, tracked);
        } else if (sequenceMethod.equals(Method.INVITE)) {
            response(tracked.status(), fromTag, toTag, tracked);
        }
    }

    private void request(Method method, String fromTag, String toTag, TrackedMessage tracked) {
        for (Dialog dialog : dialogs) {
            if (dialog.isBetween(fromTag, toTag)) {
                if (method.equals(Method.ACK)) {
                    dialog.acknowledge();
                } else if (method.equals(Method.BYE)) {
                    dialog.terminate(tracked);
                }
            }
        }
    }

    /** RFC 3261 12.1: 101 to 199 make an early dialog, 2xx confirms it; 12.3: any other final response ends the early ones. */
    private void response(int status, String fromTag, String toTag, TrackedMessage tracked) {
        if (status > 100 && status < 300) {
            Dialog dialog = between(fromTag, toTag, tracked);
            if (status >= 200) {
                dialog.confirm(tracked);
            }
        } else if (status >= 300) {
            for (Dialog dialog : dialogs) {
                if (dialog.state() == Dialog.State.EARLY && dialog.callerTag().equals(fromTag)) {
                    dialog.terminate(tracked);
                }
            }
        }
    }

    private Dialog between(String fromTag, String toTag, TrackedMessage tracked) {
        for (Dialog dialog : dialogs) {
            if (dialog.isBetween(fromTag, toTag)) {
                return dialog;
            }
        }
        Dialog dialog = new Dialog(fromTag, toTag, tracked);
        dialogs.add(dialog);
        return dialog;
    }
}
