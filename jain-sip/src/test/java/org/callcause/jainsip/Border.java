package org.callcause.jainsip;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.header.SubjectHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/**
 * A B2BUA for many calls at once, such as a border element: it makes a call of its own out of each, translates refusals,
 * hands re-INVITEs on, and knows which Call-IDs belong together.
 */
final class Border extends Stack {

    private final int carrierPort;
    private final Map<String, Bridged> byCallId = new ConcurrentHashMap<>();
    /** The truth: the Call-ID that it sent out for each that came in. */
    final Map<String, String> outgoing = new ConcurrentHashMap<>();

    private static final class Bridged {
        final Story story;
        volatile ServerTransaction pending;
        volatile Dialog out;

        Bridged(Story story, ServerTransaction pending) {
            this.story = story;
            this.pending = pending;
        }
    }

    Border(int carrierPort) throws Exception {
        super("udp", new Properties());
        this.carrierPort = carrierPort;
    }

    @Override
    void request(RequestEvent event) throws Exception {
        Request request = event.getRequest();
        switch (request.getMethod()) {
            case Request.INVITE -> {
                if (((ToHeader) request.getHeader(ToHeader.NAME)).getTag() == null) {
                    invited(request, transactionOf(event));
                } else {
                    invitedAgain(request, transactionOf(event));
                }
            }
            case Request.BYE -> {
                answer(transactionOf(event), request, 200);
                bye(byCallId.get(callId(request)).out);
            }
            default -> {}
        }
    }

    private void invited(Request request, ServerTransaction transaction) throws Exception {
        answer(transaction, request, 100);
        Bridged call = new Bridged(Story.of(request), transaction);
        byCallId.put(callId(request), call);
        Request onward = invitation(carrierPort);
        onward.addHeader(request.getHeader(SubjectHeader.NAME));
        String session = Story.session("border", 9_000_000 + call.story.number());
        switch (call.story.shared()) {
            case SESSION_ID -> onward.addHeader(headers.createHeader("Session-ID", call.story.sessionId()));
            case OTHER_CALL_ID -> onward.addHeader(headers.createHeader("X-CID", callId(request)));
            case SESSION_ORIGIN -> session = new String(request.getRawContent(), StandardCharsets.UTF_8);
            case NOTHING -> {}
        }
        onward.setContent(session, headers.createContentTypeHeader("application", "sdp"));
        outgoing.put(callId(request), callId(onward));
        send(call, provider.getNewClientTransaction(onward));
    }

    private void send(Bridged call, ClientTransaction transaction) throws Exception {
        transaction.setApplicationData(call);
        transaction.sendRequest();
    }

    private void invitedAgain(Request request, ServerTransaction transaction) throws Exception {
        Bridged call = byCallId.get(callId(request));
        call.pending = transaction;
        Request onward = call.out.createRequest(Request.INVITE);
        onward.setContent(
                Story.session("border", 9_000_000 + call.story.number()),
                headers.createContentTypeHeader("application", "sdp"));
        ClientTransaction again = provider.getNewClientTransaction(onward);
        again.setApplicationData(call);
        call.out.sendRequest(again);
    }

    @Override
    void response(ResponseEvent event) throws Exception {
        Response response = event.getResponse();
        if (!isOf(response, Request.INVITE) || response.getStatusCode() <= 100) {
            return;
        }
        Bridged call = (Bridged) event.getClientTransaction().getApplicationData();
        boolean answered = response.getStatusCode() == 200;
        if (answered) {
            call.out = event.getDialog();
            acknowledge(event.getDialog(), sequence(response));
        }
        answer(call.pending, call.pending.getRequest(), answered ? 200 : call.story.translated());
    }
}
