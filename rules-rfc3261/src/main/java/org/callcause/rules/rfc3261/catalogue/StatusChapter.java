package org.callcause.rules.rfc3261.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.callcause.message.StatusCode;
import org.callcause.rule.CodeEntry;
import org.callcause.rule.CodeTopic;

/** The SIP status codes as a person asks for them. */
final class StatusChapter implements Chapter {

    private static final Pattern ASKED =
            Pattern.compile("(?:SIP(?:/2\\.0)?[ /]*)?([1-6]\\d\\d)", Pattern.CASE_INSENSITIVE);

    /** The cause of the telephone network that a gateway makes of a status (RFC 3398 section 8.2.6.1). */
    private static final Map<Integer, Integer> CAUSES = Table.rows("status-to-cause.txt").stream()
            .collect(Collectors.toUnmodifiableMap(
                    row -> Integer.valueOf(row.get(0)), row -> Integer.valueOf(row.get(1))));

    private static final int CAUSE_OF_UNLISTED = 31;

    @Override
    public List<String> references() {
        return StatusFacts.registered().stream()
                .map(facts -> String.valueOf(facts.code()))
                .toList();
    }

    @Override
    public List<String> referencesOf(String asked) {
        Matcher number = ASKED.matcher(asked);
        if (number.matches()) {
            return List.of(number.group(1));
        }
        return StatusFacts.registered().stream()
                .map(facts -> new StatusCode(facts.code()))
                .filter(code -> code.standardPhrase().orElse("").equalsIgnoreCase(asked)
                        || asked.equalsIgnoreCase(
                                code + " " + code.standardPhrase().orElse("")))
                .map(StatusCode::toString)
                .toList();
    }

    @Override
    public CodeEntry entry(String reference, Locale language) {
        StatusEntry status = StatusCatalogue.in(language).entry(Integer.parseInt(reference));
        Texts common = Texts.of("common", language);
        if (!status.isRegistered()) {
            return unassigned(status, common);
        }
        CodeEntry entry = CodeEntry.of(reference, status.phrase())
                .in(status.statusClass())
                .says(CodeTopic.MEANING, status.meaning())
                .says(CodeTopic.WHEN, status.whenSeen())
                .says(CodeTopic.MADE_BY, status.madeBy())
                .says(CodeTopic.CALLER, status.forCaller())
                .says(CodeTopic.OPERATOR, status.forOperator())
                .says(CodeTopic.RETRY_AFTER, common.get("retry-after." + (status.isRetryAfterAllowed() ? "yes" : "no")))
                .says(CodeTopic.IN_DIALOG, status.inDialog())
                .says(CodeTopic.INTERWORKING, interworking(status.code().value(), common))
                .cites(status.reference());
        for (var confusable : status.confusables()) {
            entry = entry.confusedWith(confusable.reference(), confusable.test());
        }
        return entry;
    }

    /** What a receiver makes of it, and nothing that the code it counts as says of its own sender. */
    private static CodeEntry unassigned(StatusEntry status, Texts common) {
        return CodeEntry.of(status.code().toString(), status.phrase())
                .in(status.statusClass())
                .says(CodeTopic.NOTE, status.note().orElse(""))
                .says(
                        CodeTopic.OPERATOR,
                        common.find("seen." + status.code()).isPresent()
                                ? ""
                                : common.get("unregistered.operator", status.code()))
                .says(CodeTopic.IN_DIALOG, status.inDialog())
                .says(CodeTopic.INTERWORKING, interworking(status.countsAs().value(), common))
                .cites("RFC 3261 8.1.3.2");
    }

    /** The cause that RFC 3398 lets a gateway make of the status; 0 where it gives none, or the Warning decides. */
    static int causeOf(int status) {
        return switch (status) {
            case 487, 488, 606 -> 0;
            default -> status < 400 ? 0 : CAUSES.getOrDefault(status, CAUSE_OF_UNLISTED);
        };
    }

    private static String interworking(int status, Texts common) {
        if (status < 400) {
            return "";
        }
        return switch (status) {
            case 487 -> common.get("interworking.to-cause-none");
            case 488, 606 -> common.get("interworking.to-cause-warning");
            default ->
                CAUSES.containsKey(status)
                        ? common.get("interworking.to-cause", named(CAUSES.get(status)))
                        : common.get("interworking.to-cause-default");
        };
    }

    private static String named(int cause) {
        return cause + " (" + ReleaseCauses.name(cause) + ")";
    }
}
