package org.callcause.rules.teams.records;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.callcause.rules.teams.records.CallRecord.Kind;
import org.callcause.rules.teams.records.CallRecord.Times;

/** Reads rows that stand for a call: of the usage export's CSV files and of Graph, which differ in the names alone. */
final class CallRows {

    /** The columns without which a row says nothing of the end of a call. */
    static final List<String> DIRECT_ROUTING_COLUMNS =
            List.of("Invite time", "Success", "Caller Number", "Callee Number", "Final SIP code");

    /** Those of the other export. */
    static final List<String> CALLING_PLAN_COLUMNS = List.of("UsageId", "Call Type", "Start Time", "End Time");

    private CallRows() {}

    static CallRecord directRouting(Row row) {
        return new CallRecord(
                row.place(),
                Kind.DIRECT_ROUTING,
                row.text("CorrelationId", "correlationId"),
                row.text("Shared correlation ID", "transferorCorrelationId"),
                row.text("UPN", "userPrincipalName", "Display Name", "userDisplayName")
                        .orElse(""),
                new Times(
                        row.time("Invite time", "inviteDateTime"),
                        row.time("Start time", "startDateTime"),
                        row.time("Failure time", "failureDateTime"),
                        row.time("End time", "endDateTime"),
                        row.seconds("Duration (seconds)", "duration")),
                row.flag("Success", "successfulCall"),
                number(row, "Caller Number", "callerNumber"),
                number(row, "Callee Number", "calleeNumber"),
                row.text("Call type", "callType").orElse(""),
                row.number("Final SIP code", "finalSipCode"),
                row.number("Final Microsoft subcode", "callEndSubReason"),
                row.text("Final SIP Phrase", "finalSipCodePhrase").orElse(""),
                row.text("SBC FQDN", "trunkFullyQualifiedDomainName").orElse(""),
                row.flag("Media bypass", "mediaBypassEnabled"),
                Optional.empty());
    }

    static CallRecord callingPlan(Row row) {
        return plain(
                row,
                Kind.CALLING_PLAN,
                row.text("Call ID", "callId"),
                row.text("Caller ID", "callerNumber"),
                row.text("Destination Number", "calleeNumber", "Destination Dialed"),
                row.text("Call Type", "callType").orElse(""));
    }

    /** A call record of Graph: it has no numbers of its own, its sessions have. */
    static CallRecord graphCall(Row row) {
        return plain(
                row,
                Kind.GRAPH_CALL,
                row.text("id"),
                Optional.empty(),
                Optional.empty(),
                row.text("type").orElse(""));
    }

    private static CallRecord plain(
            Row row,
            Kind kind,
            Optional<String> id,
            Optional<String> caller,
            Optional<String> callee,
            String callType) {
        return new CallRecord(
                row.place(),
                kind,
                id,
                Optional.empty(),
                row.text("UPN", "userPrincipalName", "User Display Name", "userDisplayName")
                        .orElse(""),
                new Times(
                        Optional.empty(),
                        row.time("Start Time", "startDateTime"),
                        Optional.empty(),
                        row.time("End Time", "endDateTime"),
                        row.seconds("Duration Seconds", "duration")),
                Optional.empty(),
                new PhoneNumber(caller.orElse("")),
                new PhoneNumber(callee.orElse("")),
                callType,
                OptionalInt.empty(),
                OptionalInt.empty(),
                "",
                "",
                Optional.empty(),
                Optional.empty());
    }

    private static PhoneNumber number(Row row, String... names) {
        return new PhoneNumber(row.text(names).orElse(""));
    }
}
