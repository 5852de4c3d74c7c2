package org.callcause.testkit.mangled;

import static org.callcause.testkit.mangled.Change.any;
import static org.callcause.testkit.mangled.Change.ofOne;
import static org.callcause.testkit.mangled.Change.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.callcause.testkit.mangled.Change.OfLines;

/** What happens to single headers. */
final class HeaderChanges {

    /** What messages are put in order by. */
    private static final List<String> KEYS = List.of(
            "Via",
            "From",
            "To",
            "Call-ID",
            "CSeq",
            "Contact",
            "Route",
            "Record-Route",
            "Content-Type",
            "Content-Length",
            "Max-Forwards");

    private static final List<String> TAGS = List.of("", ";tag=", ";tag=other", ";tag", ";tag=a;tag=b");

    private HeaderChanges() {}

    static List<Change> all() {
        return List.of(
                ofLines((lines, random) -> lines.remove(random.nextInt(lines.size()))),
                ofOne((sheet, random) -> sheet.without(any(KEYS, random))),
                HeaderChanges::removeEverywhere,
                ofLines(HeaderChanges::empty),
                ofLines(HeaderChanges::repeat),
                ofLines(HeaderChanges::move),
                ofLines(HeaderChanges::cutShort),
                ofLines(HeaderChanges::capitalize),
                ofLines(HeaderChanges::spoil),
                ofLines(HeaderChanges::spoil),
                ofOne(HeaderChanges::spoilKey),
                ofOne(HeaderChanges::add),
                ofOne(HeaderChanges::add),
                HeaderChanges::addEverywhere,
                HeaderChanges::takeValueOfAnother,
                HeaderChanges::takeValueOfAnother,
                ofOne(HeaderChanges::changeTag),
                ofOne((sheet, random) -> sheet.with("To", sheet.value("From").orElse(""))));
    }

    private static Change ofLines(OfLines<HeaderLine> change) {
        return ofOne((sheet, random) -> {
            List<HeaderLine> lines = new ArrayList<>(sheet.headers());
            if (!lines.isEmpty()) {
                change.make(lines, random);
            }
            return sheet.with(lines);
        });
    }

    private static void removeEverywhere(List<Sheet> call, RandomGenerator random) {
        String name = random.nextBoolean() ? any(KEYS, random) : anyName(call, random);
        call.replaceAll(sheet -> sheet.without(name));
    }

    private static void empty(List<HeaderLine> lines, RandomGenerator random) {
        int at = random.nextInt(lines.size());
        lines.set(at, lines.get(at).with(""));
    }

    private static void repeat(List<HeaderLine> lines, RandomGenerator random) {
        lines.add(random.nextInt(lines.size() + 1), any(lines, random));
    }

    private static void move(List<HeaderLine> lines, RandomGenerator random) {
        HeaderLine moved = lines.remove(random.nextInt(lines.size()));
        lines.add(random.nextInt(lines.size() + 1), moved);
    }

    private static void cutShort(List<HeaderLine> lines, RandomGenerator random) {
        int at = random.nextInt(lines.size());
        lines.set(at, lines.get(at).with(part(lines.get(at).value(), random)));
    }

    private static void capitalize(List<HeaderLine> lines, RandomGenerator random) {
        int at = random.nextInt(lines.size());
        lines.set(at, lines.get(at).with(lines.get(at).value().toUpperCase(Locale.ROOT)));
    }

    private static void spoil(List<HeaderLine> lines, RandomGenerator random) {
        int at = random.nextInt(lines.size());
        lines.set(at, lines.get(at).with(HostileValues.any(lines.get(at).name(), random)));
    }

    private static Sheet spoilKey(Sheet sheet, RandomGenerator random) {
        String name = any(KEYS, random);
        return sheet.with(name, HostileValues.any(name, random));
    }

    private static Sheet add(Sheet sheet, RandomGenerator random) {
        String name = any(HostileValues.NAMES, random);
        return sheet.with(name, HostileValues.any(name, random));
    }

    /** To all requests, or to all responses. */
    private static void addEverywhere(List<Sheet> call, RandomGenerator random) {
        String name = any(HostileValues.NAMES, random);
        String value = HostileValues.any(name, random);
        boolean toResponses = random.nextBoolean();
        call.replaceAll(sheet -> sheet.isResponse() == toResponses ? sheet.with(name, value) : sheet);
    }

    /** Mostly that of a header of the same name. */
    private static void takeValueOfAnother(List<Sheet> call, RandomGenerator random) {
        String name = random.nextBoolean() ? any(KEYS, random) : anyName(call, random);
        String source = random.nextInt(4) == 0 ? anyName(call, random) : name;
        any(call, random)
                .value(source)
                .ifPresent(value ->
                        ofOne((sheet, chance) -> sheet.with(name, value)).make(call, random));
    }

    private static Sheet changeTag(Sheet sheet, RandomGenerator random) {
        String name = random.nextBoolean() ? "To" : "From";
        String value = sheet.value(name).orElse("<sip:x>");
        int tag = value.indexOf(";tag=");
        return sheet.with(name, (tag < 0 ? value : value.substring(0, tag)) + any(TAGS, random));
    }

    private static String anyName(List<Sheet> call, RandomGenerator random) {
        List<HeaderLine> lines = any(call, random).headers();
        return lines.isEmpty() ? any(KEYS, random) : any(lines, random).name();
    }
}
