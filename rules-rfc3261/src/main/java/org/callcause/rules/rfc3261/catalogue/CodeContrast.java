package org.callcause.rules.rfc3261.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How the classes of two codes differ, and how a gateway turns one into the other. */
final class CodeContrast {

    private static final Pattern STATUS = Pattern.compile("[1-6]\\d\\d");

    private final Texts common;
    private final Texts causes;

    CodeContrast(Locale language) {
        this.common = Texts.of("common", language);
        this.causes = Texts.of("release-cause", language);
    }

    /** Sentences; empty if one of the two is no code of the standards. */
    List<String> of(String one, String other) {
        if (one.equals(other) || !isOurs(one) || !isOurs(other)) {
            return List.of();
        }
        if (isStatus(one) && isStatus(other)) {
            return List.of(statuses(one.charAt(0), other.charAt(0)));
        }
        if (isCause(one) && isCause(other)) {
            return List.of(causes(ReleaseCauseChapter.cause(one), ReleaseCauseChapter.cause(other)));
        }
        if (isStatus(one) && isCause(other)) {
            return List.of(common.get("between.kinds"), mapping(one, other));
        }
        if (isCause(one) && isStatus(other)) {
            return List.of(common.get("between.kinds"), mapping(other, one));
        }
        boolean ofOneKind = isWarning(one) && isWarning(other);
        return ofOneKind ? List.of() : List.of(common.get("between.kinds"));
    }

    private String statuses(char one, char other) {
        return one == other
                ? common.get("between.same")
                : common.get("between." + (char) Math.min(one, other) + "." + (char) Math.max(one, other));
    }

    private String causes(int one, int other) {
        String first = causes.get("class." + ReleaseCauseChapter.causeClass(one));
        String second = causes.get("class." + ReleaseCauseChapter.causeClass(other));
        return first.equals(second)
                ? common.get("between.causes", first)
                : common.get("between.cause-classes", first, second);
    }

    private String mapping(String status, String reference) {
        int cause = ReleaseCauseChapter.cause(reference);
        boolean toStatus = ReleaseCauses.status(cause).orElse(0) == Integer.parseInt(status);
        boolean toCause = StatusChapter.causeOf(Integer.parseInt(status)) == cause;
        if (toStatus && toCause) {
            return common.get("between.cause-to-status", reference, status)
                    + " "
                    + common.get("between.status-to-cause", status, reference);
        }
        if (toStatus) {
            return common.get("between.cause-to-status", reference, status);
        }
        return toCause ? common.get("between.status-to-cause", status, reference) : common.get("between.not-mapped");
    }

    private static boolean isOurs(String reference) {
        return isStatus(reference) || isCause(reference) || isWarning(reference);
    }

    private static boolean isStatus(String reference) {
        return STATUS.matcher(reference).matches();
    }

    private static boolean isCause(String reference) {
        return reference.startsWith(ReleaseCauseChapter.PREFIX);
    }

    private static boolean isWarning(String reference) {
        return reference.startsWith(WarningChapter.PREFIX);
    }
}
