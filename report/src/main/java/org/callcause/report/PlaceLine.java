package org.callcause.report;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.callcause.dialog.CapturedMessage;
import org.callcause.vantage.PlaceOfCapture;

/** Says where a call was captured. */
final class PlaceLine {

    private PlaceLine() {}

    static String of(List<PlaceOfCapture> places) {
        return "Captured in " + places.size() + " inputs: "
                + places.stream().map(PlaceLine::of).collect(Collectors.joining("; "))
                + ". What both show is drawn once, by the clock of the first.";
    }

    private static String of(PlaceOfCapture place) {
        List<Long> numbers = place.messages().stream()
                .map(PlaceOfCapture.Copy::message)
                .map(CapturedMessage::index)
                .sorted()
                .toList();
        String first = "#" + numbers.get(0);
        String range = numbers.size() == 1 ? first : first + " to #" + numbers.get(numbers.size() - 1);
        return Wording.printable(place.capture()) + " (" + Wording.count(numbers.size(), "message") + ", " + range
                + clock(place.clock()) + ")";
    }

    private static String clock(Duration ahead) {
        return ahead.isZero()
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", clock %.3f s %s",
                        ahead.abs().toNanos() / 1e9,
                        ahead.isNegative() ? "behind" : "ahead");
    }
}
