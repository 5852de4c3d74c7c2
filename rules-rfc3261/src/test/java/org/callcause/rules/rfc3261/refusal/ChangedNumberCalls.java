package org.callcause.rules.rfc3261.refusal;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls whose number is another one when it is refused. */
final class ChangedNumberCalls {

    private ChangedNumberCalls() {}

    private static String refused(String dialled, String sent, String status) {
        return """
                0.000 caller -> proxy   INVITE sip:%s@example.com
                0.005 proxy  -> gateway INVITE sip:%s@example.com
                0.300 gateway -> proxy  %s
                0.301 proxy  -> gateway ACK
                0.302 proxy  -> caller  %s
                0.310 caller -> proxy   ACK
                """.formatted(dialled, sent, status, status);
    }

    static List<RuleExample> examples() {
        return List.of(
                fires(
                        "rfc3261/number-changed-on-the-way",
                        "The proxy cuts more off than the country code",
                        refused("+4961519876543", "1519876543", "484")),
                fires(
                        "rfc3261/number-changed-on-the-way",
                        "The proxy adds digits at the end",
                        refused("+4930555021", "4930555021030", "404")),
                fires(
                        "rfc3261/number-changed-on-the-way",
                        "The proxy cuts the end off",
                        refused("+4930555021", "+49305550", "484")),
                silent(
                        "rfc3261/number-changed-on-the-way",
                        "The country code is taken off, and the number is not in use",
                        refused("+4961519876543", "61519876543", "404")),
                fires(
                        "rfc3261/number-changed-on-the-way",
                        "Half of the country code is left",
                        refused("+81312345678", "1312345678", "404")),
                silent(
                        "rfc3261/number-changed-on-the-way",
                        "A gateway in Tokyo gets the number without the code of Tokyo",
                        refused("+81312345678", "12345678", "404")),
                silent(
                        "rfc3261/number-changed-on-the-way",
                        "A gateway in São Paulo gets a mobile number without the code of the area",
                        refused("+5511912345678", "912345678", "404")),
                silent(
                        "rfc3261/number-changed-on-the-way",
                        "An Argentine mobile number is written as at home",
                        refused("+5491112345678", "1112345678", "404")),
                silent(
                        "rfc3261/number-changed-on-the-way",
                        "The number is written with the national prefix",
                        refused("+4961519876543", "061519876543", "404")),
                silent(
                        "rfc3261/number-changed-on-the-way",
                        "The prefix for an outside line is taken off a number that is too short",
                        refused("06151987", "6151987", "484")),
                silent(
                        "rfc3261/number-changed-on-the-way",
                        "The number is translated to an extension that does not exist",
                        refused("+4961519876543", "2001", "404")),
                silent(
                        "rfc3261/number-changed-on-the-way",
                        "The last digits are the extension, which does not exist",
                        refused("+4961519876543", "6543", "404")),
                silent(
                        "rfc3261/number-changed-on-the-way",
                        "The number goes on as it was dialled",
                        refused("+4961519876543", "+4961519876543", "404")));
    }
}
