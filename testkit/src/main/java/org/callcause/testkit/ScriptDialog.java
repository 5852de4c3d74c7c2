package org.callcause.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A dialog between two parties of a script (RFC 3261 12), or a subscription (RFC 6665). */
final class ScriptDialog {

    /**
     * One end.
     *
     * @param party who
     * @param address the name and URI with the tag, as From and To carry it
     * @param target the Contact URI, where requests for this end go
     */
    record End(String party, String address, String target) {}

    private final End caller;
    private final End callee;
    private final SentRequest root;
    private final List<String> recordRoute;
    private boolean confirmed;
    private boolean terminated;

    ScriptDialog(End caller, End callee, SentRequest root, List<String> recordRoute) {
        this.caller = caller;
        this.callee = callee;
        this.root = root;
        this.recordRoute = List.copyOf(recordRoute);
    }

    End end(boolean callerSide) {
        return callerSide ? caller : callee;
    }

    boolean involves(String party) {
        return caller.party().equals(party) || callee.party().equals(party);
    }

    boolean isCallee(String party) {
        return callee.party().equals(party);
    }

    boolean isMadeBy(SentRequest request) {
        return root == request;
    }

    String calleeTag() {
        return Addresses.tag(callee.address());
    }

    /** The way that the requests of one end take, the nearest first (RFC 3261 12.1). */
    List<String> routes(boolean callerSide) {
        List<String> routes = new ArrayList<>(recordRoute);
        if (callerSide) {
            Collections.reverse(routes);
        }
        return routes;
    }

    boolean isConfirmed() {
        return confirmed;
    }

    void confirm() {
        confirmed = true;
    }

    boolean isTerminated() {
        return terminated;
    }

    void terminate() {
        terminated = true;
    }
}
