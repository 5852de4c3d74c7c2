package org.callcause.jainsip;

import javax.sip.header.SubjectHeader;
import javax.sip.message.Message;
import org.callcause.call.Call;

/**
 * How one of many calls goes and what its two legs share, told by its number, which stands in Subject on both legs and which
 * nothing that joins legs looks at.
 */
record Story(int number) {

    /** What the B2BUA leaves alike on both legs. */
    enum Shared {
        SESSION_ID,
        OTHER_CALL_ID,
        SESSION_ORIGIN,
        NOTHING
    }

    private static final int[] ANSWERS = {200, 503, 200, 486, 404};

    static Story of(Message message) {
        return new Story(Integer.parseInt(((SubjectHeader) message.getHeader(SubjectHeader.NAME)).getSubject()));
    }

    static Story of(Call call) {
        return new Story(call.initialRequest()
                .flatMap(request -> request.message().header("Subject"))
                .map(Integer::parseInt)
                .orElseThrow());
    }

    Shared shared() {
        return Shared.values()[number % Shared.values().length];
    }

    /** What the called side answers. */
    int answer() {
        return ANSWERS[number % ANSWERS.length];
    }

    /** What the B2BUA makes of it. */
    int translated() {
        return switch (answer()) {
            case 503 -> 500;
            case 404 -> 480;
            default -> answer();
        };
    }

    boolean isReinvited() {
        return number % 3 == 0;
    }

    String sessionId() {
        return String.format("%032x;remote=%032x", 0xCA11L << 40 | number, 0);
    }

    /** A session description with an origin of its own. */
    static String session(String user, long id) {
        return String.join(
                "\r\n",
                "v=0",
                "o=" + user + " " + id + " 1 IN IP4 127.0.0.1",
                "s=-",
                "c=IN IP4 127.0.0.1",
                "t=0 0",
                "m=audio 40000 RTP/AVP 8",
                "");
    }
}
