package org.callcause.rule;

import java.util.List;
import java.util.stream.Collectors;

/** Small pieces of the sentences that triggers print. */
final class Words {

    private Words() {}

    /** {@code 1}, {@code 1 or 2}, {@code 1, 2 or 3}. */
    static String either(List<?> values) {
        if (values.size() == 1) {
            return String.valueOf(values.get(0));
        }
        int last = values.size() - 1;
        return values.subList(0, last).stream().map(String::valueOf).collect(Collectors.joining(", "))
                + " or "
                + values.get(last);
    }
}
