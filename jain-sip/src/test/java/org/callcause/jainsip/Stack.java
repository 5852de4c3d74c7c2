package org.callcause.jainsip;

import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.InvalidArgumentException;
import javax.sip.ListeningPoint;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipFactory;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.SipStack;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.address.Address;
import javax.sip.address.AddressFactory;
import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.header.HeaderFactory;
import javax.sip.header.ToHeader;
import javax.sip.message.Message;
import javax.sip.message.MessageFactory;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** A JAIN-SIP stack on a loopback port, with the callbacks that a test does not care about. */
abstract class Stack implements SipListener, AutoCloseable {

    private static int stacks;

    final SipStack stack;
    final SipProvider provider;
    final String transport;
    final int port;
    final AddressFactory addresses;
    final HeaderFactory headers;
    final MessageFactory messages;
    volatile CountDownLatch ended = new CountDownLatch(1);

    Stack(String transport, Properties further) throws Exception {
        this.transport = transport;
        SipFactory factory = SipFactory.getInstance();
        factory.setPathName("gov.nist");
        Properties properties = new Properties();
        synchronized (Stack.class) {
            properties.setProperty("javax.sip.STACK_NAME", "stack-" + ++stacks);
        }
        // Datagrams are handled in the order in which they arrive: the stack drops a 180 that it reads after the 200.
        properties.setProperty("gov.nist.javax.sip.THREAD_POOL_SIZE", "1");
        properties.putAll(further);
        this.stack = factory.createSipStack(properties);
        this.addresses = factory.createAddressFactory();
        this.headers = factory.createHeaderFactory();
        this.messages = factory.createMessageFactory();
        ListeningPoint point = listen(stack, transport);
        this.port = point.getPort();
        this.provider = stack.createSipProvider(point);
        provider.addSipListener(this);
    }

    private static ListeningPoint listen(SipStack stack, String transport) throws Exception {
        for (int port = 31_000 + (int) (System.nanoTime() % 1_000); ; port += 7) {
            try {
                return stack.createListeningPoint("127.0.0.1", port, transport);
            } catch (Exception taken) {
                if (port > 40_000) {
                    throw taken;
                }
            }
        }
    }

    /** What the stack was given as its server logger. */
    CallcauseServerLogger tap() {
        return (CallcauseServerLogger) ((SIPTransactionStack) stack).getServerLogger();
    }

    ClientTransaction invite(int toPort) throws Exception {
        ClientTransaction transaction = provider.getNewClientTransaction(invitation(toPort));
        transaction.sendRequest();
        return transaction;
    }

    Request invitation(int toPort) throws Exception {
        Address from = addresses.createAddress("<sip:caller@127.0.0.1:" + port + ">");
        Address to = addresses.createAddress("<sip:called@127.0.0.1:" + toPort + ">");
        Request invite = messages.createRequest(
                addresses.createURI("sip:called@127.0.0.1:" + toPort + ";transport=" + transport),
                Request.INVITE,
                provider.getNewCallId(),
                headers.createCSeqHeader(1L, Request.INVITE),
                headers.createFromHeader(from, "tag" + System.nanoTime()),
                headers.createToHeader(to, null),
                List.of(headers.createViaHeader("127.0.0.1", port, transport, null)),
                headers.createMaxForwardsHeader(70));
        invite.addHeader(headers.createContactHeader(
                addresses.createAddress("<sip:caller@127.0.0.1:" + port + ";transport=" + transport + ">")));
        return invite;
    }

    void acknowledge(Dialog dialog) throws SipException {
        acknowledge(dialog, 1L);
    }

    void acknowledge(Dialog dialog, long sequence) throws SipException {
        try {
            dialog.sendAck(dialog.createAck(sequence));
        } catch (InvalidArgumentException impossible) {
            throw new SipException("ACK", impossible);
        }
    }

    void bye(Dialog dialog) throws SipException {
        dialog.sendRequest(provider.getNewClientTransaction(dialog.createRequest(Request.BYE)));
    }

    void answer(ServerTransaction transaction, Request request, int status) throws Exception {
        Response response = messages.createResponse(status, request);
        if (status > 100) {
            ((ToHeader) response.getHeader(ToHeader.NAME)).setTag("called" + port);
        }
        if (status < 300) {
            response.addHeader(headers.createContactHeader(
                    addresses.createAddress("<sip:called@127.0.0.1:" + port + ";transport=" + transport + ">")));
        }
        transaction.sendResponse(response);
    }

    ServerTransaction transactionOf(RequestEvent event) throws Exception {
        ServerTransaction transaction = event.getServerTransaction();
        return transaction == null ? provider.getNewServerTransaction(event.getRequest()) : transaction;
    }

    static String callId(Message message) {
        return ((CallIdHeader) message.getHeader(CallIdHeader.NAME)).getCallId();
    }

    static long sequence(Response response) {
        return ((CSeqHeader) response.getHeader(CSeqHeader.NAME)).getSeqNumber();
    }

    static boolean isOf(Response response, String method) {
        return ((CSeqHeader) response.getHeader(CSeqHeader.NAME)).getMethod().equals(method);
    }

    void awaitEnd() throws InterruptedException {
        if (!ended.await(20, TimeUnit.SECONDS)) {
            throw new AssertionError("the call did not end within 20 s");
        }
    }

    /** What the listeners of the tests throw is the test's fault and shows there. */
    static RuntimeException failed(Exception problem) {
        return new IllegalStateException(problem);
    }

    @Override
    public void processTimeout(TimeoutEvent event) {}

    @Override
    public void processIOException(IOExceptionEvent event) {}

    @Override
    public void processTransactionTerminated(TransactionTerminatedEvent event) {}

    @Override
    public void processDialogTerminated(DialogTerminatedEvent event) {}

    @Override
    public void processRequest(RequestEvent event) {
        try {
            request(event);
        } catch (Exception problem) {
            throw failed(problem);
        }
    }

    @Override
    public void processResponse(ResponseEvent event) {
        try {
            response(event);
        } catch (Exception problem) {
            throw failed(problem);
        }
    }

    abstract void request(RequestEvent event) throws Exception;

    abstract void response(ResponseEvent event) throws Exception;

    @Override
    public void close() {
        stack.stop();
    }
}
