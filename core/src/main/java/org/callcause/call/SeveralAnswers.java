package org.callcause.call;

import java.util.ArrayList;
import java.util.List;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.SipTimers;
import org.callcause.message.Fingerprint;
import org.callcause.message.Method;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;
import org.callcause.message.SipResponse;
import org.jspecify.annotations.Nullable;

/**
 * The dialogs of an INVITE that several devices answered. The caller goes on with one and ends the others at once (RFC
 * 3261 13.2.2.4), or a device gives up a dialog that nobody wants: such a BYE ends no call.
 *
 * <p>Answers are of several devices where they came back on one hop under one branch with different To tags. Different
 * tags on different hops may as well be those of one answer, which an element on the way writes anew; and a device that
 * gives each repeat of its answer another tag describes one session in all of them.
 */
final class SeveralAnswers {

    /** How many messages an answer is compared with: others come soon, and a flood must not cost its square. */
    private static final int LOOK_BACK = 64;

    /** How many answers are told apart: more than any caller ends one by one. */
    private static final int MOST = 16;

    private final List<Answer> answers = new ArrayList<>(2);

    /** Whether a BYE of none of these dialogs came, which ends the call as any does. */
    private boolean endedOtherwise;

    private SeveralAnswers() {}

    /** Whether the message is a 2xx to an INVITE that confirms a dialog. */
    static boolean isAnswer(SipMessage message) {
        return message instanceof SipResponse response
                && response.status() / 100 == 2
                && message.sequenceMethod().equals(Method.INVITE)
                && message.hasToTag();
    }

    /** The answers of several devices among the messages of a call; none where they show no such. */
    static @Nullable SeveralAnswers among(List<CapturedMessage> messages) {
        for (int i = 1; i < messages.size(); i++) {
            if (isAnswer(messages.get(i).message())) {
                SeveralAnswers several = begunBy(messages.get(i), messages.subList(0, i));
                if (several != null) {
                    messages.forEach(several::add);
                    return several;
                }
            }
        }
        return null;
    }

    /** This answer and the first that came from another device, if one did; the messages are still to be added. */
    static @Nullable SeveralAnswers begunBy(CapturedMessage answer, List<CapturedMessage> before) {
        CapturedMessage first = null;
        for (int i = before.size() - 1; i >= Math.max(0, before.size() - LOOK_BACK); i--) {
            if (isBeside(before.get(i), answer)) {
                first = before.get(i);
            }
        }
        if (first == null) {
            return null;
        }
        SeveralAnswers several = new SeveralAnswers();
        several.answers.add(new Answer(first.detach()));
        several.answers.add(new Answer(answer.detach()));
        return several;
    }

    private static boolean isBeside(CapturedMessage one, CapturedMessage other) {
        return isAnswer(one.message())
                && !one.message().hasSameToTag(other.message())
                && isOfSameHop(one, other)
                && !describeSameSession(one.message(), other.message());
    }

    private static boolean describeSameSession(SipMessage one, SipMessage other) {
        long session = Fingerprint.ofSessionOrigin(one);
        return session != Fingerprint.NONE && session == Fingerprint.ofSessionOrigin(other);
    }

    private static boolean isOfSameHop(CapturedMessage one, CapturedMessage other) {
        SipMessage message = one.message();
        return message.sequence() == other.message().sequence()
                && message.hasSameBranch(other.message())
                && message.hasSameFromTag(other.message())
                && one.to().equals(other.to())
                && one.from().equals(other.from());
    }

    /** Takes a message of the call; in any order, and known ones as well. */
    void add(CapturedMessage captured) {
        SipMessage message = captured.message();
        if (message instanceof SipRequest request) {
            if (request.method().equals(Method.ACK)) {
                acknowledge(request);
            } else if (request.method().equals(Method.BYE)) {
                end(captured);
            }
        } else if (isAnswer(message) && isOfSameHop(captured, answers.get(0).success)) {
            confirm(captured);
        }
    }

    private void acknowledge(SipRequest acknowledgement) {
        Answer answer = dialogOf(acknowledgement);
        if (answer != null) {
            answer.acknowledged = true;
        }
    }

    private void end(CapturedMessage bye) {
        Answer answer = dialogOf(bye.message());
        if (answer == null) {
            endedOtherwise = true;
        } else if (answer.bye == null || precedes(bye, answer.bye)) {
            answer.bye = bye.detach();
        }
    }

    private void confirm(CapturedMessage success) {
        Answer known = dialogOf(success.message());
        if (known == null && answers.size() < MOST) {
            answers.add(new Answer(success.detach()));
        } else if (known != null && precedes(success, known.success)) {
            known.success = success.detach();
        }
    }

    private @Nullable Answer dialogOf(SipMessage message) {
        for (Answer answer : answers) {
            if (answer.hasDialogOf(message)) {
                return answer;
            }
        }
        return null;
    }

    /** Whether the call is over by what was added: a BYE came that did more than end a surplus dialog. */
    boolean areOver() {
        if (endedOtherwise) {
            return true;
        }
        for (Answer answer : answers) {
            if (answer.bye != null && !isSurplus(answer, answer.bye)) {
                return true;
            }
        }
        return false;
    }

    /** Whether this BYE ended one of the dialogs while the call went on in another. */
    boolean endsSurplus(SipMessage bye) {
        Answer answer = dialogOf(bye);
        return answer != null && answer.bye != null && isSurplus(answer, answer.bye);
    }

    /**
     * Beside an acknowledged dialog that lasts, one without an ACK is wanted by nobody, and one that is ended while further
     * answers may come is the one too many. A later BYE ends the talk: that of the surplus dialog was not captured then, or
     * never sent.
     */
    private boolean isSurplus(Answer ended, CapturedMessage bye) {
        for (Answer other : answers) {
            if (other != ended
                    && other.lastsDuring(bye)
                    && (!ended.acknowledged || isWhileAnswersMayCome(ended, other, bye))) {
                return true;
            }
        }
        return false;
    }

    /** Without times only a later BYE of the other dialog shows that this one was not the last. */
    private static boolean isWhileAnswersMayCome(Answer ended, Answer other, CapturedMessage bye) {
        if (!bye.hasTime() || !ended.success.hasTime() || !other.success.hasTime()) {
            return other.bye != null;
        }
        long lastAnswer = Math.max(ended.success.nanos(), other.success.nanos());
        return bye.nanos() - lastAnswer <= SipTimers.TRANSACTION_LIFETIME.toNanos();
    }

    private static boolean precedes(CapturedMessage one, CapturedMessage other) {
        boolean timesTell = one.hasTime() && other.hasTime() && one.nanos() != other.nanos();
        return timesTell ? one.nanos() < other.nanos() : one.index() < other.index();
    }

    /** A dialog that a 2xx confirmed. */
    private static final class Answer {

        /** The first sending of the 2xx. */
        private CapturedMessage success;

        private boolean acknowledged;
        private @Nullable CapturedMessage bye;

        Answer(CapturedMessage success) {
            this.success = success;
        }

        /** Whether a message of either side carries the tags of the 2xx. */
        boolean hasDialogOf(SipMessage message) {
            return message.hasSameTags(success.message());
        }

        boolean lastsDuring(CapturedMessage end) {
            return acknowledged && precedes(success, end) && (bye == null || precedes(end, bye));
        }
    }
}
