package org.callcause.testkit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Draws the captured messages of a script as arrows between the parties. */
final class Ladder {

    private static final int NARROWEST = 14;

    private final List<Scene> scenes;
    private final List<String> parties;
    private final int margin;
    private final int[] columns;

    private Ladder(List<Scene> scenes) {
        this.scenes = scenes;
        this.parties = scenes.stream()
                .flatMap(scene ->
                        Stream.of(scene.sending().from(), scene.sending().to()))
                .distinct()
                .toList();
        this.margin =
                scenes.stream().mapToInt(scene -> time(scene).length()).max().orElse(0);
        this.columns = columns();
    }

    static String of(List<Scene> all) {
        List<Scene> captured =
                all.stream().filter(scene -> scene.sending().captured()).toList();
        return captured.isEmpty() ? "" : new Ladder(captured).draw();
    }

    private int[] columns() {
        int[] gaps = new int[Math.max(0, parties.size() - 1)];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = Math.max(NARROWEST, parties.get(i).length() + 2);
        }
        for (Scene scene : scenes) {
            int left = Math.min(from(scene), to(scene));
            int right = Math.max(from(scene), to(scene));
            int wanted = label(scene).length() + 6;
            int present = 0;
            for (int i = left; i < right; i++) {
                present += gaps[i];
            }
            if (present < wanted) {
                gaps[left] += wanted - present;
            }
        }
        int[] positions = new int[parties.size()];
        positions[0] = margin == 0 ? 0 : margin + 2;
        for (int i = 0; i < gaps.length; i++) {
            positions[i + 1] = positions[i] + gaps[i];
        }
        return positions;
    }

    private String draw() {
        List<String> lines = new ArrayList<>();
        lines.add(header());
        String call = scenes.get(0).call();
        for (Scene scene : scenes) {
            if (!scene.call().equals(call)) {
                call = scene.call();
                lines.add("call " + call);
            }
            lines.add(line(scene));
        }
        return String.join("\n", lines) + "\n";
    }

    private String header() {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < parties.size(); i++) {
            pad(line, columns[i]);
            line.append(parties.get(i));
        }
        return line.toString();
    }

    private String line(Scene scene) {
        StringBuilder line = new StringBuilder(time(scene));
        for (int column : columns) {
            pad(line, column);
            line.append('|');
        }
        int left = columns[Math.min(from(scene), to(scene))] + 1;
        int right = columns[Math.max(from(scene), to(scene))];
        boolean forward = from(scene) < to(scene);
        String label = " " + label(scene) + " ";
        int room = right - left - 2 - label.length();
        String start = (forward ? "--" : "<-") + label;
        String arrow =
                forward ? start + "-".repeat(Math.max(0, room - 1)) + ">" : start + "-".repeat(Math.max(0, room));
        if (left <= right) {
            line.replace(left, right, arrow);
        }
        String note = scene.sending().additions().toString();
        return note.isEmpty() ? line.toString() : line + "  " + note;
    }

    private static String label(Scene scene) {
        int copies = scene.sending().copies();
        return copies == 1 ? scene.label() : scene.label() + " x" + copies;
    }

    private static String time(Scene scene) {
        return scene.sending().nanos().isPresent()
                ? BigDecimal.valueOf(scene.sending().nanos().getAsLong(), 9)
                        .stripTrailingZeros()
                        .setScale(3, RoundingMode.HALF_UP)
                        .toPlainString()
                : "";
    }

    private int from(Scene scene) {
        return parties.indexOf(scene.sending().from());
    }

    private int to(Scene scene) {
        return parties.indexOf(scene.sending().to());
    }

    private static void pad(StringBuilder line, int length) {
        while (line.length() < length) {
            line.append(' ');
        }
    }
}
