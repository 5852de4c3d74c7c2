package org.callcause.rules.teams.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callcause.rules.teams.codes.ResultCode;
import org.callcause.rules.teams.codes.ResultCodes;
import org.callcause.rules.teams.facts.Places;

/** What a record alone says of a call: who made the final response, what it means and what to do. */
public final class RecordReading {

    private static final int ANSWERS_OF_SBC = 560_000;

    private RecordReading() {}

    /** The SIP answer of the SBC that subcode {@code 560nnn} stands for; absent where Microsoft made it. */
    static Optional<Integer> madeBySbc(CallRecord record) {
        return record.subcode().stream()
                .map(subcode -> subcode - ANSWERS_OF_SBC)
                .filter(answer -> answer >= 300 && answer < 700)
                .boxed()
                .findFirst();
    }

    /** Whether the record stands for a call that went as it should. */
    public static boolean isHealthy(CallRecord record) {
        return record.successful().orElse(record.finalCode().orElse(0) == 0);
    }

    /** The sentences, the most telling first; none for a call that ended normally. */
    public static List<String> of(CallRecord record) {
        List<String> sentences = new ArrayList<>();
        if (record.kind() != CallRecord.Kind.DIRECT_ROUTING) {
            return List.of(
                    "This record has no SIP result: the call went over Microsoft or an operator, whose SBC it is.");
        }
        if (isHealthy(record)) {
            return sentences;
        }
        Optional<ResultCode> row = row(record);
        row.ifPresent(known -> {
            sentences.add("Microsoft's pair " + record.result() + " means that " + known.meaning() + " ("
                    + known.outcome().sentence() + ").");
            sentences.add("What to do: " + sentence(known.action()));
            if (!known.note().isEmpty()) {
                sentences.add("Note: " + sentence(known.note()));
            }
            sentences.add("Source: " + sentence(known.source()));
        });
        madeBySbc(record)
                .ifPresentOrElse(
                        answer -> sentences.add("The subcode says that the SBC, or the carrier behind it, answered "
                                + answer + ": look there, not at Microsoft."),
                        () -> record.subcode()
                                .ifPresent(subcode ->
                                        sentences.add("The subcode does not begin with 560, so the final response is"
                                                + " Microsoft's own.")));
        if (row.isEmpty()) {
            sentences.add("The pair " + record.result() + " is in none of the documents that Callcause knows.");
        }
        sentences.add("To be sure: " + sentence(Places.CALL_FLOW));
        return sentences;
    }

    private static Optional<ResultCode> row(CallRecord record) {
        if (record.finalCode().isEmpty()) {
            return Optional.empty();
        }
        String subcode =
                record.subcode().isPresent() ? String.valueOf(record.subcode().getAsInt()) : "";
        return ResultCodes.best(String.valueOf(record.finalCode().getAsInt()), subcode, record.phrase());
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
