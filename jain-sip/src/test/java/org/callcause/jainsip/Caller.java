package org.callcause.jainsip;

import java.util.Properties;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** Calls, acknowledges and hangs up as soon as it is answered. */
final class Caller extends Stack {

    volatile int finalStatus;

    Caller(String transport, Properties further) throws Exception {
        super(transport, further);
    }

    @Override
    void request(RequestEvent event) {}

    @Override
    void response(ResponseEvent event) throws Exception {
        Response response = event.getResponse();
        if (response.getStatusCode() < 200) {
            return;
        }
        if (isOf(response, Request.BYE)) {
            ended.countDown();
        } else if (response.getStatusCode() == 200) {
            finalStatus = 200;
            acknowledge(event.getDialog());
            bye(event.getDialog());
        } else {
            // The stack acknowledges a refusal by itself.
            finalStatus = response.getStatusCode();
            ended.countDown();
        }
    }
}
