package org.callcause.rule;

import java.util.ArrayList;
import java.util.List;
import org.callcause.call.Call;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.Likelihood;
import org.callcause.diagnosis.NotChecked;
import org.callcause.diagnosis.Violation;
import org.callcause.message.SipMessage;

/**
 * Takes what one rule says of one call. Whatever is said here carries the rule's own id, so that no rule can speak for
 * another.
 */
public final class Findings {

    private record Claim(Finding finding, Cause cause, Likelihood likelihood) {}

    private final Rule rule;
    private final Call call;
    private final List<Claim> claims = new ArrayList<>(1);
    private final List<Finding> violations = new ArrayList<>(0);
    private final List<NotChecked> notChecked = new ArrayList<>(0);

    Findings(Rule rule, Call call) {
        this.rule = rule;
        this.call = call;
    }

    /** Begins a diagnosis: the call ended because of this. */
    public Finding diagnose(Cause cause, Likelihood likelihood) {
        Finding finding = new Finding(rule, call);
        claims.add(new Claim(finding, cause, likelihood));
        return finding;
    }

    /**
     * Begins a violation: a rule of an RFC was broken, whether or not it hurt the call. One that quotes a message that
     * {@linkplain SipMessage#isCut() was cut} is told as not checked: what is wrong may have been right in the whole message.
     */
    public Finding violation() {
        Finding finding = new Finding(rule, call);
        violations.add(finding);
        return finding;
    }

    /** Says that the rule could not be decided, because of what is missing. */
    public void notChecked(String why) {
        notChecked.add(new NotChecked(rule.id(), why));
    }

    List<Diagnosis> diagnoses() {
        List<Diagnosis> diagnoses = new ArrayList<>(claims.size());
        for (Claim claim : claims) {
            diagnoses.add(claim.finding().toDiagnosis(claim.cause(), claim.likelihood()));
        }
        return diagnoses;
    }

    List<Violation> violations() {
        List<Violation> broken = new ArrayList<>(violations.size());
        for (Finding violation : violations) {
            if (violation.cut().isEmpty()) {
                broken.add(violation.toViolation());
            }
        }
        return broken;
    }

    List<NotChecked> notChecked() {
        List<NotChecked> all = new ArrayList<>(notChecked);
        for (Finding violation : violations) {
            violation
                    .cut()
                    .ifPresent(message -> all.add(new NotChecked(
                            rule.id(),
                            "whether the standard was kept: the end of message " + message.index() + " is missing")));
        }
        return all;
    }
}
