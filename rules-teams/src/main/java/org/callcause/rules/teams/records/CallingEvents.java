package org.callcause.rules.teams.records;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.callcause.rules.teams.records.CallRecord.CarrierAnswer;
import org.callcause.rules.teams.records.CallRecord.Kind;
import org.callcause.rules.teams.records.CallRecord.Times;
import tools.jackson.databind.JsonNode;

/**
 * Events of the calling service that Teams shares, as applications get them: a code with its subcode outside, and within
 * it what SIP and Q.850 said. The documents write the names with and without a capital.
 */
final class CallingEvents {

    private CallingEvents() {}

    /** The result that an object holds, in itself or in its {@code data}. */
    static Optional<JsonNode> resultIn(JsonNode node) {
        return part(node, "ResultInformation").or(() -> part(node.path("data"), "ResultInformation"));
    }

    static CallRecord read(Row event, JsonNode result, Function<JsonNode, Row> rows) {
        Row row = rows.apply(result);
        OptionalInt sip = code(result, "SipDetails", rows);
        OptionalInt cause = code(result, "Q850Details", rows);
        String words = part(result, "SipDetails")
                .flatMap(details -> rows.apply(details).text("Message", "message"))
                .orElse("");
        return new CallRecord(
                row.place(),
                Kind.CALLING_EVENT,
                event.text("correlationId", "callConnectionId"),
                Optional.empty(),
                "",
                new Times(
                        Optional.empty(),
                        Optional.empty(),
                        event.time("time", "eventTime"),
                        Optional.empty(),
                        Optional.empty()),
                Optional.empty(),
                new PhoneNumber(""),
                new PhoneNumber(""),
                "",
                row.number("Code", "code"),
                row.number("SubCode", "subCode"),
                row.text("Message", "message").orElse(""),
                "",
                Optional.empty(),
                sip.isEmpty() && cause.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new CarrierAnswer(sip, words, cause)));
    }

    private static OptionalInt code(JsonNode result, String name, Function<JsonNode, Row> rows) {
        return part(result, name)
                .map(details -> rows.apply(details).number("Code", "code"))
                .orElse(OptionalInt.empty());
    }

    private static Optional<JsonNode> part(JsonNode node, String name) {
        String small = Character.toLowerCase(name.charAt(0)) + name.substring(1);
        return Optional.of(node.path(name))
                .filter(JsonNode::isObject)
                .or(() -> Optional.of(node.path(small)).filter(JsonNode::isObject));
    }
}
