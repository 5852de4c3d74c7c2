package org.callcause.jainsip;

import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import javax.sip.ClientTransaction;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** Places many calls at once, all from one number to one, puts some on hold, and hangs up those that are answered. */
final class ManyCallers extends Stack {

    ManyCallers(int calls) throws Exception {
        super("udp", new Properties());
        ended = new CountDownLatch(calls);
    }

    void call(int toPort, Story story) throws Exception {
        Request invite = invitation(toPort);
        invite.addHeader(headers.createSubjectHeader(Integer.toString(story.number())));
        if (story.shared() == Story.Shared.SESSION_ID) {
            invite.addHeader(headers.createHeader("Session-ID", story.sessionId()));
        }
        invite.setContent(
                Story.session("phone", 7_000 + story.number()), headers.createContentTypeHeader("application", "sdp"));
        ClientTransaction transaction = provider.getNewClientTransaction(invite);
        transaction.setApplicationData(story);
        transaction.sendRequest();
    }

    @Override
    void request(RequestEvent event) {}

    @Override
    void response(ResponseEvent event) throws Exception {
        Response response = event.getResponse();
        if (response.getStatusCode() < 200) {
            return;
        }
        if (isOf(response, Request.BYE) || response.getStatusCode() >= 300) {
            ended.countDown();
            return;
        }
        Story story = (Story) event.getClientTransaction().getApplicationData();
        acknowledge(event.getDialog(), sequence(response));
        if (story.isReinvited() && sequence(response) == 1) {
            Request again = event.getDialog().createRequest(Request.INVITE);
            again.setHeader(headers.createSubjectHeader(Integer.toString(story.number())));
            again.setContent(
                    Story.session("phone", 7_000 + story.number()),
                    headers.createContentTypeHeader("application", "sdp"));
            ClientTransaction transaction = provider.getNewClientTransaction(again);
            transaction.setApplicationData(story);
            event.getDialog().sendRequest(transaction);
        } else {
            bye(event.getDialog());
        }
    }
}
