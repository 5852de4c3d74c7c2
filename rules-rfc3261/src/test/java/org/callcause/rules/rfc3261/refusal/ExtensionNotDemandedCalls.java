package org.callcause.rules.rfc3261.refusal;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls that were refused for an extension. */
final class ExtensionNotDemandedCalls {

    private ExtensionNotDemandedCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/420-not-demanded", "The INVITE only offers what it is refused for", """
                    0.000 caller -> proxy  INVITE | Supported: 100rel
                    0.020 proxy  -> caller 100
                    0.250 proxy  -> caller 420 | Unsupported: 100rel
                    0.270 caller -> proxy  ACK
                    """),
                silent("rfc3261/420-not-demanded", "The INVITE demands it", """
                    0.000 caller -> proxy  INVITE | Require: 100rel
                    0.020 proxy  -> caller 100
                    0.250 proxy  -> caller 420 | Unsupported: 100rel
                    0.270 caller -> proxy  ACK
                    """),
                silent("rfc3261/420-not-demanded", "The INVITE demands it of the proxies", """
                    0.000 caller -> proxy  INVITE | Proxy-Require: sec-agree, privacy
                    0.020 proxy  -> caller 100
                    0.250 proxy  -> caller 420 | Unsupported: privacy
                    0.270 caller -> proxy  ACK
                    """),
                silent("rfc3261/420-not-demanded", "The proxy is seen to add the demand", """
                    0.000 caller -> proxy  INVITE
                    0.010 proxy  -> callee INVITE | Require: 100rel
                    0.250 callee -> proxy  420 | Unsupported: 100rel
                    0.255 proxy  -> callee ACK
                    0.260 proxy  -> caller 420 | Unsupported: 100rel
                    0.270 caller -> proxy  ACK
                    """));
    }
}
