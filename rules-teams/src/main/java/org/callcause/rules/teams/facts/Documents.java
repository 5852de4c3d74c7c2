package org.callcause.rules.teams.facts;

/** The documents that rules cite, each with the date of the edition that was read. */
public final class Documents {

    /** What an SBC has to write and how calls are set up. */
    public static final String SIP_PROTOCOL = "Microsoft: Direct Routing, SIP protocol (2021-07-09)";

    /** What to do after a final refusal. */
    public static final String RETRIES = "Microsoft: Direct Routing, SIP protocol, handling retries (2021-07-09)";

    /** Offers, answers, ICE and SRTP. */
    public static final String MEDIA_PROTOCOL = "Microsoft: Direct Routing, media protocol (2021-07-09)";

    /** Addresses, ports, names and certificates. */
    public static final String PLAN = "Microsoft: Plan Direct Routing (2022-08-07)";

    /** Addresses and ports of media bypass. */
    public static final String PLAN_BYPASS = "Microsoft: Plan media bypass with Direct Routing (2022-09-22)";

    /** How the health of an SBC is told. */
    public static final String MONITORING = "Microsoft: Monitor and troubleshoot Direct Routing (2021-07-09)";

    /** What changed, among it the time after which an SBC is demoted. */
    public static final String NEWS = "Microsoft: What's new for Direct Routing (2022-03-29)";

    /** The network effectiveness ratio. */
    public static final String HEALTH_DASHBOARD = "Microsoft: Health Dashboard for Direct Routing (2021-07-09)";

    /** Missed calls, drops and silence of calls towards Teams. */
    public static final String INBOUND = "Microsoft: Direct Routing, issues with inbound calls (2025-01-27)";

    /** Transfers; the copy that was read bears no date. */
    public static final String TRANSFERS = "Microsoft: Direct Routing, issues with call transfers";

    /** Parallel ringing and missed call notices; the copy that was read bears no date. */
    public static final String NOTIFICATIONS = "Microsoft: Direct Routing, call notifications";

    /** SIP codes with subcodes. */
    public static final String RESULT_CODES =
            "Microsoft: Direct Routing, SIP response codes and Microsoft subcodes (2024-11-22)";

    /** Codes and subcodes of the calling service behind Teams. */
    public static final String CALL_END_CODES = "Microsoft: call end response codes (2025-07-14)";

    /** What the clients of Lync and Skype for Business tell their users. */
    public static final String CLIENT_ERRORS = "Microsoft [MS-OCER] 9.2.1 (2025-05-20)";

    /** From SIP to Q.850 as Direct Routing does it. */
    public static final String CAUSE_MAPPING = "NICC ND1017 (2006-07)";

    private Documents() {}
}
