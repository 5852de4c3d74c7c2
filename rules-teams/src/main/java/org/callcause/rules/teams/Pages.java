package org.callcause.rules.teams;

/** Microsoft's documents and the places of its admin center, named as the administrator finds them. */
final class Pages {

    static final String RETRIES = "Microsoft: Direct Routing, SIP protocol, handling retries (2021-07-09)";

    static final String CALL_END_CODES = "Microsoft: call end response codes (2025-07-14)";

    static final String CLIENT_ERRORS = "Microsoft [MS-OCER] 9.2.1 (2025-05-20)";

    static final String USAGE_REPORT =
            "Teams admin center, PSTN usage report, tab Direct Routing: Final SIP code, Final"
                    + " Microsoft subcode and Final SIP phrase of this call, and its SIP call flow";

    static final String CALL_ANALYTICS =
            "Teams admin center, the user's Call history (Call Analytics, 30 days): device and"
                    + " network of this call beside a good one";

    private Pages() {}
}
