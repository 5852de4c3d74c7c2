package org.callcause.rules.teams.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.callcause.rules.teams.codes.ResultCode;
import org.callcause.rules.teams.codes.ResultCode.Outcome;
import org.callcause.rules.teams.codes.ResultCodes;
import org.callcause.rules.teams.codes.SecurityStatuses;
import org.callcause.rules.teams.codes.Subcodes;
import org.callcause.rules.teams.facts.Places;

/** What a record alone says of a call: who made the final response, what it means, what to do and where to look next. */
public final class RecordReading {

    private static final int ANSWERS_OF_SBC = 560_000;

    /** Declined on every device that rang: a success to Microsoft, and still somebody's question. */
    private static final int DECLINED_EVERYWHERE = 10_024;

    /** Codes that whoever was called, or who called, gives by deciding so, whatever the subcode. */
    private static final Set<String> CALLEE_DECIDED = Set.of("486", "487", "600", "603");

    private RecordReading() {}

    /** The SIP answer of the SBC that subcode {@code 560nnn} stands for; absent where Microsoft made it. */
    static Optional<Integer> madeBySbc(CallRecord record) {
        return record.subcode().stream()
                .map(subcode -> subcode - ANSWERS_OF_SBC)
                .filter(answer -> answer >= 300 && answer < 700)
                .boxed()
                .findFirst();
    }

    /**
     * Whether the record stands for a call that went as somebody wished: it was answered, or the caller took it back, or
     * another phone took it, which the usage report counts as a failure all the same.
     */
    public static boolean isHealthy(CallRecord record) {
        if (record.successful().orElse(false) || Subcodes.isNormalEnd(code(record), subcode(record))) {
            return true;
        }
        if (code(record).equals("487")) {
            return record.subcode().orElse(0) != DECLINED_EVERYWHERE
                    && row(record)
                            .filter(known -> known.outcome() == Outcome.SUCCESS)
                            .isPresent();
        }
        return record.successful().isEmpty() && record.finalCode().orElse(0) == 0;
    }

    /** Whether the network delivered the call, answered or not, as the network effectiveness ratio counts. */
    static boolean isDelivered(CallRecord record) {
        return isHealthy(record)
                || row(record)
                        .map(known -> known.outcome() == Outcome.SUCCESS || known.outcome() == Outcome.EXPECTED)
                        .orElseGet(() -> CALLEE_DECIDED.contains(code(record)));
    }

    /** The sentences, the most telling first; none for a call that ended normally. */
    public static List<String> of(CallRecord record) {
        if (record.kind() == CallRecord.Kind.CALLING_PLAN) {
            return List.of(
                    "This record has no SIP result: the call went over Microsoft or an operator, whose SBC it is."
                            + " There is no SBC's log to read; ask the operator with the time and both numbers.");
        }
        if (record.kind() == CallRecord.Kind.GRAPH_CALL) {
            return List.of("A call record of Graph has no SIP result: its sessions say whether they failed, and how the"
                    + " media fared.");
        }
        return isHealthy(record) ? List.of() : failed(record);
    }

    /** The same where the SIP shows that somebody further on had given another answer. */
    static List<String> ofTranslated(CallRecord record, int answer, boolean proven) {
        return List.of(
                (proven ? "So " : "If that leg is this call's, ") + record.result()
                        + " is only what was made of it: why the call was refused, " + answer
                        + " says, and not what Microsoft documents of that pair.",
                "To be sure. " + sentence(Places.CALL_FLOW),
                sentence(Places.FAR_SIDE));
    }

    private static List<String> failed(CallRecord record) {
        List<String> sentences = new ArrayList<>(DeclineReading.of(record));
        Optional<ResultCode> row = row(record);
        row.ifPresentOrElse(
                known -> explain(record, known, sentences),
                () -> sentences.add(
                        "The pair " + record.result() + " is in none of the documents that Callcause knows."));
        SecurityStatuses.inText(record.phrase())
                .ifPresent(status -> sentences.add(status.number() + " is " + status.name() + ": " + status.meaning()
                        + (status.inferred() ? " (inferred from what Windows calls it)" : "") + ". "
                        + sentence(status.action())));
        sentences.add(maker(record));
        record.carrierAnswer().ifPresent(answer -> sentences.add(deeper(record, answer)));
        sentences.add("To be sure. " + sentence(Places.CALL_FLOW));
        sentences.add(sentence(Places.OTHER_CLIENT));
        return sentences;
    }

    private static void explain(CallRecord record, ResultCode known, List<String> sentences) {
        sentences.add("Microsoft's pair " + record.result() + " means that " + known.meaning() + " ("
                + known.outcome().sentence() + ").");
        sentences.add("What to do: " + sentence(known.action()));
        if (!known.note().isEmpty()) {
            sentences.add("Note: " + sentence(known.note()));
        }
        sentences.add("Source: " + sentence(known.source()));
    }

    private static String maker(CallRecord record) {
        return madeBySbc(record)
                .map(answer -> "The subcode says that the SBC, or the carrier behind it, answered " + answer
                        + ": look there, not at Microsoft.")
                .orElseGet(() -> record.subcode().isPresent()
                        ? "The subcode does not begin with 560, so the final response is Microsoft's own."
                        : "Without a subcode the record does not say who made the final response.");
    }

    /** What stands nearest to the far side counts: every element above it may have translated it. */
    private static String deeper(CallRecord record, CallRecord.CarrierAnswer answer) {
        String sip =
                answer.sip().isPresent() ? (answer.sip().getAsInt() + " " + answer.words()).strip() : "no SIP code";
        String cause = answer.cause().isPresent()
                ? " with Q.850 cause " + answer.cause().getAsInt()
                : "";
        boolean same = answer.sip().isPresent() && answer.sip().equals(record.finalCode());
        return same
                ? "Below the code the record has " + sip + cause + ", which says the same."
                : "Below " + record.result() + " the record has " + sip + cause
                        + ": the two contradict each other. The deeper one is nearer to whoever refused and counts"
                        + " more; the one above it is what the service made of it.";
    }

    private static Optional<ResultCode> row(CallRecord record) {
        return record.finalCode().isEmpty()
                ? Optional.empty()
                : ResultCodes.best(code(record), subcode(record), record.phrase());
    }

    private static String code(CallRecord record) {
        return record.finalCode().isPresent()
                ? String.valueOf(record.finalCode().getAsInt())
                : "";
    }

    private static String subcode(CallRecord record) {
        return record.subcode().isPresent() ? String.valueOf(record.subcode().getAsInt()) : "";
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
