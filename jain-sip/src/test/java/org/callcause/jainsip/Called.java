package org.callcause.jainsip;

import java.util.Properties;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;

/** Tries, rings and answers, or refuses at once. */
final class Called extends Stack {

    private final int finalStatus;

    Called(String transport, int finalStatus, Properties further) throws Exception {
        super(transport, further);
        this.finalStatus = finalStatus;
    }

    @Override
    void request(RequestEvent event) throws Exception {
        Request request = event.getRequest();
        if (request.getMethod().equals(Request.INVITE)) {
            ServerTransaction transaction = transactionOf(event);
            if (finalStatus == 200) {
                answer(transaction, request, 100);
                answer(transaction, request, 180);
            }
            answer(transaction, request, finalStatus);
        } else if (request.getMethod().equals(Request.BYE)) {
            answer(transactionOf(event), request, 200);
            ended.countDown();
        }
    }

    @Override
    void response(ResponseEvent event) {}
}
