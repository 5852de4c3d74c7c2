package org.callcause.testkit.mangled;

import static org.callcause.testkit.mangled.Change.any;
import static org.callcause.testkit.mangled.Change.ofOne;

import java.util.List;
import java.util.random.RandomGenerator;

/** Something else is asked or answered: other status codes, phrases, methods, numbers and Request-URIs. */
final class StartLineChanges {

    private static final List<String> METHODS =
            List.of(("INVITE ACK BYE CANCEL PRACK UPDATE INFO REFER NOTIFY SUBSCRIBE"
                            + " MESSAGE OPTIONS REGISTER PUBLISH invite X")
                    .split(" "));

    private static final List<String> ODD_STATUS =
            List.of("0", "99", "000", "700", "999", "1000", "-1", "20", "2147483648", "OK", "");

    private static final List<String> PHRASES = List.of("", " ", "x".repeat(300), "\u00e9\u0001", "\"", "OK");

    private static final List<String> URIS = """

        sip:
        *
        <sip:bob@example.com>
        tel:+1
        sip:@
        sips:bob@[::1]:99999
        sip:bob@example.com;
        urn:service:sos
        sip:bob@example.com?Replaces=a%3Bto-tag%3D
        """.lines().toList();

    private static final List<String> NUMBERS = List.of("0", "1", "2", "3", "4294967295", "99999999999", "-1", "");

    private StartLineChanges() {}

    static List<Change> all() {
        return List.of(
                ofOne((sheet, random) -> answering(sheet, status(random))),
                ofOne((sheet, random) -> answering(sheet, status(random))),
                StartLineChanges::changeAnswerWhereverItPasses,
                ofOne((sheet, random) -> saying(sheet, any(PHRASES, random))),
                ofOne((sheet, random) -> asking(sheet, any(METHODS, random))),
                ofOne((sheet, random) -> counting(sheet, any(METHODS, random))),
                ofOne((sheet, random) -> {
                    String method = any(METHODS, random);
                    return counting(asking(sheet, method), method);
                }),
                StartLineChanges::changeMethodEverywhere,
                ofOne((sheet, random) -> addressing(sheet, any(URIS, random))),
                ofOne((sheet, random) -> sheet.with("CSeq", any(NUMBERS, random) + " " + countedMethod(sheet))));
    }

    /** Any code there may be, seldom one that may not. */
    private static String status(RandomGenerator random) {
        return random.nextInt(8) == 0 ? any(ODD_STATUS, random) : String.valueOf(100 + random.nextInt(520));
    }

    /** An answer that is passed on stays the same on all its way. */
    private static void changeAnswerWhereverItPasses(List<Sheet> call, RandomGenerator random) {
        String before = any(call, random).start();
        String status = status(random);
        call.replaceAll(sheet -> sheet.start().equals(before) ? answering(sheet, status) : sheet);
    }

    private static void changeMethodEverywhere(List<Sheet> call, RandomGenerator random) {
        String before = countedMethod(any(call, random));
        String method = any(METHODS, random);
        call.replaceAll(sheet -> countedMethod(sheet).equals(before) ? counting(asking(sheet, method), method) : sheet);
    }

    private static Sheet answering(Sheet sheet, String status) {
        return sheet.isResponse() ? sheet.beginning("SIP/2.0 " + status + " Mangled") : sheet;
    }

    private static Sheet saying(Sheet sheet, String phrase) {
        String[] words = sheet.start().split(" ", 3);
        return sheet.isResponse() && words.length > 1
                ? sheet.beginning(words[0] + " " + words[1] + " " + phrase)
                : sheet;
    }

    private static Sheet asking(Sheet sheet, String method) {
        int space = sheet.start().indexOf(' ');
        return sheet.isResponse() || space < 0
                ? sheet
                : sheet.beginning(method + sheet.start().substring(space));
    }

    private static Sheet addressing(Sheet sheet, String uri) {
        int space = sheet.start().indexOf(' ');
        return sheet.isResponse() || space < 0
                ? sheet
                : sheet.beginning(sheet.start().substring(0, space + 1) + uri + " SIP/2.0");
    }

    private static Sheet counting(Sheet sheet, String method) {
        String value = sheet.value("CSeq").orElse("1");
        int space = value.indexOf(' ');
        return sheet.with("CSeq", (space < 0 ? value : value.substring(0, space)) + " " + method);
    }

    private static String countedMethod(Sheet sheet) {
        String value = sheet.value("CSeq").orElse("");
        return value.substring(value.lastIndexOf(' ') + 1);
    }
}
