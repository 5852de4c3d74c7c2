package org.callcause.rules.rfc3261.transfer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.HeaderName;
import org.callcause.message.Method;

/**
 * A transfer as the transferor's call shows it: the REFER, and the notifications that tell what became of it (RFC 3515).
 *
 * @param refer the exchange that asked for the transfer
 * @param notifications the NOTIFYs of that transfer, in order
 */
record Referral(Transaction refer, List<TrackedMessage> notifications) {

    /** Every REFER of the call, each with the notifications that came after it and before the next one. */
    static List<Referral> of(Call call) {
        List<Transaction> refers = call.transactions(Method.REFER).stream()
                .filter(one -> one.request().isPresent())
                .toList();
        List<TrackedMessage> all = notifications(call);
        List<Referral> referrals = new ArrayList<>();
        for (int i = 0; i < refers.size(); i++) {
            Transaction refer = refers.get(i);
            Optional<Transaction> next = refers.stream().skip(i + 1L).findFirst();
            referrals.add(new Referral(
                    refer, all.stream().filter(one -> belongs(one, refer, next)).toList()));
        }
        return referrals;
    }

    /** The last transfer, where it failed: one that was tried again with success is no failure. */
    static Optional<Referral> failed(Call call) {
        return of(call).stream()
                .reduce((earlier, later) -> later)
                .filter(last -> last.outcome()
                        .filter(notification -> reported(notification) >= 300)
                        .isPresent());
    }

    private static List<TrackedMessage> notifications(Call call) {
        return call.transactions(Method.NOTIFY).stream()
                .flatMap(one -> one.request().stream())
                .filter(one -> event(one).startsWith("refer"))
                .sorted(Comparator.comparingLong(TrackedMessage::index))
                .toList();
    }

    /** By the id of the Event header, which is the CSeq number of the REFER (RFC 3515 2.4.6); else by order. */
    private static boolean belongs(TrackedMessage notification, Transaction refer, Optional<Transaction> next) {
        Optional<String> id = eventId(notification);
        if (id.isPresent()) {
            return id.get().equals(String.valueOf(refer.sequence()));
        }
        return notification.index() > refer.request().orElseThrow().index()
                && next.filter(later -> notification.index()
                                > later.request().orElseThrow().index())
                        .isEmpty();
    }

    private static String event(TrackedMessage notification) {
        return notification
                .message()
                .header(HeaderName.EVENT)
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    static Optional<String> eventId(TrackedMessage notification) {
        return Stream.of(event(notification).split(";"))
                .map(String::strip)
                .filter(part -> part.startsWith("id="))
                .map(part -> part.substring(3))
                .findFirst();
    }

    /** The status that a notification reports, 0 where its body has none. */
    static int reported(TrackedMessage notification) {
        String line = reportedLine(notification);
        String[] words = line.split(" ", 3);
        return words.length > 1 && words[1].matches("[1-6]\\d\\d") ? Integer.parseInt(words[1]) : 0;
    }

    /** The status line in the body of a notification; empty without one. */
    static String reportedLine(TrackedMessage notification) {
        return notification
                .message()
                .bodyText()
                .lines()
                .filter(line -> line.toUpperCase(Locale.ROOT).startsWith("SIP/2.0 "))
                .findFirst()
                .map(String::strip)
                .orElse("");
    }

    /** The notification with the final outcome of the transfer. */
    Optional<TrackedMessage> outcome() {
        return notifications.stream().filter(one -> reported(one) >= 200).reduce((earlier, later) -> later);
    }

    /** The last word on the subscription, in lower case; empty where none was said. */
    Optional<String> lastState() {
        return notifications.stream()
                .reduce((earlier, later) -> later)
                .flatMap(one -> one.message().header(HeaderName.SUBSCRIPTION_STATE))
                .map(value -> value.toLowerCase(Locale.ROOT).replace(" ", ""));
    }

    TrackedMessage request() {
        return refer.request().orElseThrow();
    }

    boolean isAccepted() {
        return refer.finalStatus() / 100 == 2;
    }

    /** Where to: the Refer-To as it was sent, without its header part. */
    String target() {
        return request().message().nameAddresses(HeaderName.REFER_TO).stream()
                .findFirst()
                .map(address -> address.uri().raw().replaceFirst("\\?.*", ""))
                .orElse("an unnamed target");
    }

    /** Whether the target is to take over a call that the transferor has with it. */
    boolean isAttended() {
        return request()
                .message()
                .header(HeaderName.REFER_TO)
                .filter(value -> value.toLowerCase(Locale.ROOT).contains("replaces="))
                .isPresent();
    }

    /** Whether the transferor asked for no notifications (RFC 4488, RFC 7614). */
    boolean wantsNoNotifications() {
        Stream<TrackedMessage> said = Stream.concat(Stream.of(request()), refer.finalResponse().stream());
        return said.anyMatch(message -> {
            String asked = (message.message().header(HeaderName.REFER_SUB).orElse("") + " "
                            + message.message().header(HeaderName.REQUIRE).orElse(""))
                    .toLowerCase(Locale.ROOT);
            return asked.contains("false") || asked.contains("nosub") || asked.contains("explicitsub");
        });
    }
}
