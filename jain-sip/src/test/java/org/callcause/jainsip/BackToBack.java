package org.callcause.jainsip;

import java.util.Properties;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** A small B2BUA: takes one call and makes another of its own out of it. */
final class BackToBack extends Stack {

    private final int calledPort;
    private volatile ServerTransaction incoming;
    private volatile Dialog outgoing;

    BackToBack(String transport, int calledPort, Properties further) throws Exception {
        super(transport, further);
        this.calledPort = calledPort;
    }

    @Override
    void request(RequestEvent event) throws Exception {
        Request request = event.getRequest();
        switch (request.getMethod()) {
            case Request.INVITE -> {
                incoming = transactionOf(event);
                answer(incoming, request, 100);
                ClientTransaction leg = invite(calledPort);
                outgoing = leg.getDialog();
            }
            case Request.BYE -> {
                answer(transactionOf(event), request, 200);
                bye(outgoing);
            }
            default -> {}
        }
    }

    @Override
    void response(ResponseEvent event) throws Exception {
        Response response = event.getResponse();
        if (isOf(response, Request.BYE)) {
            ended.countDown();
        } else if (response.getStatusCode() > 100) {
            outgoing = event.getDialog();
            // At once: the caller's ACK and BYE may be read in either order.
            if (response.getStatusCode() == 200) {
                acknowledge(outgoing);
            }
            answer(incoming, incoming.getRequest(), response.getStatusCode());
        }
    }
}
