package org.callcause.jainsip;

import java.util.Properties;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** Answers each call as its story goes, and says why where it has no line free. */
final class Carrier extends Stack {

    Carrier() throws Exception {
        super("udp", new Properties());
    }

    @Override
    void request(RequestEvent event) throws Exception {
        Request request = event.getRequest();
        if (request.getMethod().equals(Request.BYE)) {
            answer(transactionOf(event), request, 200);
        } else if (request.getMethod().equals(Request.INVITE)) {
            ServerTransaction transaction = transactionOf(event);
            boolean again = ((ToHeader) request.getHeader(ToHeader.NAME)).getTag() != null;
            int status = again ? 200 : Story.of(request).answer();
            if (status == 503) {
                Response congested = messages.createResponse(status, request);
                ((ToHeader) congested.getHeader(ToHeader.NAME)).setTag("carrier");
                congested.addHeader(headers.createHeader("Reason", "Q.850;cause=34"));
                transaction.sendResponse(congested);
            } else {
                answer(transaction, request, status);
            }
        }
    }

    @Override
    void response(ResponseEvent event) {}
}
