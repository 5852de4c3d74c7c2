package org.callcause.testkit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The dialog that a new request goes in, and the side that sends it.
 *
 * @param dialog the dialog
 * @param callerSide whether the request comes from the side that made the dialog
 */
record InDialog(ScriptDialog dialog, boolean callerSide) {

    private static final Set<String> NEVER = Set.of("REGISTER", "PUBLISH");
    private static final Set<String> ALWAYS = Set.of("BYE", "PRACK", "UPDATE", "INFO");

    /** Where the request belongs; absent for one outside any dialog. */
    static Optional<InDialog> of(ScriptCall call, Wire wire, String party, String nextHop, String method) {
        if (NEVER.contains(method)) {
            return Optional.empty();
        }
        Optional<InDialog> known = reliablyAnswered(call, party, method)
                .or(() -> call.dialogOf(party, nextHop).map(dialog -> new InDialog(dialog, !dialog.isCallee(party))))
                .or(() -> passing(call, party, nextHop))
                .filter(place -> fits(place.dialog, method));
        if (known.isPresent() || !ALWAYS.contains(method)) {
            return known;
        }
        String own = wire.parties().own(party);
        return call.dialogThrough(nextHop)
                .filter(dialog -> isOf(dialog, true, own) || isOf(dialog, false, own))
                .map(dialog -> new InDialog(dialog, isOf(dialog, true, own)))
                .or(() -> Optional.of(implied(call, wire, party, nextHop)));
    }

    private static boolean isOf(ScriptDialog dialog, boolean callerSide, String uri) {
        return Addresses.uri(dialog.end(callerSide).address()).equals(uri);
    }

    private static boolean fits(ScriptDialog dialog, String method) {
        return switch (method) {
            case "INVITE" -> dialog.isConfirmed() && !dialog.isTerminated();
            case "OPTIONS", "MESSAGE", "SUBSCRIBE", "REFER" -> !dialog.isTerminated();
            default -> true;
        };
    }

    /** A PRACK goes in the dialog of the oldest response that waits for one. */
    private static Optional<InDialog> reliablyAnswered(ScriptCall call, String party, String method) {
        if (!method.equals("PRACK")) {
            return Optional.empty();
        }
        return unacknowledged(call, party)
                .flatMap(response -> call.dialogBetween(response.toTag(), response.toTag()))
                .map(dialog -> new InDialog(dialog, !dialog.isCallee(party)));
    }

    static Optional<SentResponse> unacknowledged(ScriptCall call, String party) {
        return call.requests().stream()
                .filter(request ->
                        request.from().equals(party) && request.received().isEmpty())
                .flatMap(request -> request.responses().stream())
                .filter(response -> response.status() < 200 && response.isReliable() && !response.isAcknowledged())
                .findFirst();
    }

    /** An element on the way that speaks for the side whose INVITE it sent on. */
    private static Optional<InDialog> passing(ScriptCall call, String party, String nextHop) {
        if (call.isEnd(party)) {
            return Optional.empty();
        }
        boolean sentOn = invitesBetween(call, party, nextHop).findAny().isPresent();
        boolean cameThrough = invitesBetween(call, nextHop, party).findAny().isPresent();
        return sentOn || cameThrough
                ? call.dialogThrough(nextHop).map(dialog -> new InDialog(dialog, sentOn))
                : Optional.empty();
    }

    private static Stream<SentRequest> invitesBetween(ScriptCall call, String from, String to) {
        return call.latest("INVITE").filter(invite -> invite.isInitial() && invite.connects(from, to));
    }

    /** A dialog that was made before the script begins. */
    private static InDialog implied(ScriptCall call, Wire wire, String party, String nextHop) {
        Parties parties = wire.parties();
        String own = parties.own(party);
        String other = parties.called(party, nextHop);
        boolean callerSide = !own.equals(parties.own("callee"));
        ScriptDialog.End near = end(own, call.tag(party), party, wire);
        ScriptDialog.End far = end(other, call.tag("far-" + nextHop), nextHop, wire);
        SentRequest unseen = new SentRequest(
                "INVITE", party, nextHop, new Draft(""), new Additions(List.of()), Optional.empty(), Optional.empty());
        ScriptDialog dialog = new ScriptDialog(callerSide ? near : far, callerSide ? far : near, unseen, List.of());
        dialog.confirm();
        call.add(dialog);
        return new InDialog(dialog, callerSide);
    }

    private static ScriptDialog.End end(String uri, String tag, String party, Wire wire) {
        return new ScriptDialog.End(party, "<" + uri + ">;tag=" + tag, wire.contact(Parties.user(uri), party));
    }

    ScriptDialog.End near() {
        return dialog.end(callerSide);
    }

    ScriptDialog.End far() {
        return dialog.end(!callerSide);
    }

    /** The routes that remain when the request goes to this next hop. */
    List<String> routes(Wire wire, String nextHop) {
        List<String> routes = dialog.routes(callerSide);
        for (int i = 0; i < routes.size(); i++) {
            if (wire.isRouteOf(nextHop, routes.get(i))) {
                return routes.subList(i, routes.size());
            }
        }
        return List.of();
    }
}
