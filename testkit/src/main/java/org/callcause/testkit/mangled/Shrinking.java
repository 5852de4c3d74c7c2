package org.callcause.testkit.mangled;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.callcause.dialog.CapturedMessage;

/** Takes away from a call what a fault does not need, so that a person sees what it is about. */
public final class Shrinking {

    private final Predicate<List<CapturedMessage>> fault;
    private List<Sheet> call;

    private Shrinking(List<Sheet> call, Predicate<List<CapturedMessage>> fault) {
        this.call = call;
        this.fault = fault;
    }

    /**
     * Messages, headers and bodies as few as the fault needs.
     *
     * @param call shows the fault
     * @param fault whether these messages show it too; asked some hundred times
     */
    public static List<CapturedMessage> of(List<CapturedMessage> call, Predicate<List<CapturedMessage>> fault) {
        Shrinking shrinking = new Shrinking(call.stream().map(Sheet::of).toList(), fault);
        shrinking.dropMessages();
        shrinking.dropParts();
        shrinking.dropMessages();
        return MangledCalls.messages(shrinking.call);
    }

    private void dropMessages() {
        for (int i = call.size() - 1; i >= 0; i--) {
            List<Sheet> fewer = new ArrayList<>(call);
            fewer.remove(i);
            keepIfFaulty(fewer);
        }
    }

    private void dropParts() {
        for (int i = 0; i < call.size(); i++) {
            replace(i, call.get(i).carrying(""));
            for (int line = call.get(i).headers().size() - 1; line >= 0; line--) {
                List<HeaderLine> fewer = new ArrayList<>(call.get(i).headers());
                fewer.remove(line);
                replace(i, call.get(i).with(fewer));
            }
        }
    }

    private void replace(int at, Sheet smaller) {
        List<Sheet> other = new ArrayList<>(call);
        other.set(at, smaller);
        keepIfFaulty(other);
    }

    private void keepIfFaulty(List<Sheet> smaller) {
        if (!smaller.isEmpty() && fault.test(MangledCalls.messages(smaller))) {
            call = smaller;
        }
    }
}
