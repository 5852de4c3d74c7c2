package org.callcause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.diagnosis.Audience;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.Evidence;
import org.callcause.diagnosis.Origin;
import org.callcause.diagnosis.Remedy;
import org.callcause.dialog.Dialog;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.leg.JoinedCall;
import org.callcause.message.HeaderName;
import org.callcause.message.Method;
import org.callcause.message.Replaces;

/**
 * An INVITE that was to replace a call and was refused, held against that call where it was captured: its to-tag is the tag
 * of the side that gets the INVITE (RFC 3891 3), and the other way round it names no call there.
 */
record SwappedTags(JoinedCall joined, Call leg) {

    /** The reading with that; the same where the tags are not swapped, or the other call is not known. */
    Diagnosis told(Diagnosis own) {
        Optional<TrackedMessage> invite = leg.decisiveAttempt().flatMap(Transaction::request);
        Optional<Endpoint> refused = leg.furthestFinalResponse().map(TrackedMessage::from);
        if (!own.cause().equals(Cause.REPLACES_NO_MATCH) || invite.isEmpty() || refused.isEmpty()) {
            return own;
        }
        Replaces replaces = Replaces.parse(
                invite.get().message().header(HeaderName.REPLACES).orElse(""));
        return joined.replacedBy(leg)
                .filter(replaced -> isSwapped(replaced, replaces, refused.get()))
                .map(replaced -> told(own, replaces, replaced, refused.get()))
                .orElse(own);
    }

    private static boolean isSwapped(Call replaced, Replaces replaces, Endpoint refused) {
        boolean byCaller = isAt(refused, replaced.caller());
        boolean byCallee = replaced.furthestFinalResponse().map(TrackedMessage::from).stream()
                .anyMatch(at -> isAt(refused, at));
        return byCaller != byCallee
                && replaced.dialogs().stream().anyMatch(dialog -> isSwapped(dialog, replaces, byCaller));
    }

    private static boolean isSwapped(Dialog dialog, Replaces replaces, boolean byCaller) {
        String own = byCaller ? dialog.callerTag() : dialog.calleeTag();
        String other = byCaller ? dialog.calleeTag() : dialog.callerTag();
        return !own.equals(other)
                && replaces.toTag().equals(other)
                && replaces.fromTag().equals(own);
    }

    private static boolean isAt(Endpoint one, Endpoint other) {
        return other.isKnown() && one.host().equals(other.host());
    }

    private Diagnosis told(Diagnosis own, Replaces replaces, Call replaced, Endpoint refused) {
        Optional<TrackedMessage> refer = referFor(replaces);
        Optional<TrackedMessage> copied = refer.filter(request -> in(request)
                .filter(asked -> asked.toTag().equals(replaces.toTag()))
                .isPresent());
        Origin writer = copied.map(request -> new Origin(
                        "transferor", request.from(), Origin.Basis.SEEN, "its Refer-To has the two tags swapped"))
                .orElseGet(() -> new Origin(
                        Origin.CALLER,
                        leg.caller(),
                        refer.isPresent() ? Origin.Basis.SEEN : Origin.Basis.INFERRED,
                        refer.isPresent()
                                ? "its Replaces has the two tags swapped, and the Refer-To that it goes by has not"
                                : "or whoever asked for the transfer"));
        List<Evidence> evidence = new ArrayList<>(own.evidence());
        refer.ifPresent(request -> request.message()
                .headers(HeaderName.REFER_TO)
                .forEach(header ->
                        evidence.add(new Evidence(request.index(), HeaderName.REFER_TO.canonical(), header.line()))));
        return new Diagnosis(
                own.rule(),
                own.cause(),
                own.likelihood(),
                writer,
                "The call that was to be replaced is named with its two tags swapped",
                "The INVITE was to take the place of leg " + joined.number(replaced) + ", which " + refused
                        + " has. The to-tag in Replaces has to be the tag of " + refused
                        + ", which gets the INVITE, and the from-tag that of the other side; here they are the other way"
                        + " round, so " + refused + " finds no such call.",
                evidence,
                List.of(
                        new Remedy(
                                Audience.ADMIN,
                                "Mend the software of " + writer.address()
                                        + (refer.isPresent()
                                                ? ", which wrote them."
                                                : ", or of whoever asked for the transfer: a phone that was sent there"
                                                        + " copies the tags from the REFER.")),
                        new Remedy(Audience.USER, "Take both calls back, and transfer without asking first.")),
                List.of("Whether each transfer to that place fails, and each the other way round works."),
                own.references(),
                own.alternatives(),
                own.refinedDisposition());
    }

    /** The REFER that asked for this call, where it names what was to be replaced. */
    private Optional<TrackedMessage> referFor(Replaces replaces) {
        return joined.askedFrom(leg).stream()
                .flatMap(asking -> asking.transactions(Method.REFER).stream())
                .flatMap(refer -> refer.request().stream())
                .filter(request -> in(request)
                        .filter(asked -> asked.callId().equals(replaces.callId()))
                        .isPresent())
                .findFirst();
    }

    private static Optional<Replaces> in(TrackedMessage refer) {
        return refer.message().nameAddresses(HeaderName.REFER_TO).stream()
                .flatMap(target -> Replaces.in(target.uri()).stream())
                .findFirst();
    }
}
