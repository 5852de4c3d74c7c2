package org.callcause.rule;

import java.util.List;
import org.callcause.call.Call;
import org.callcause.diagnosis.Alternative;

/**
 * The stories that are told of calls which ended as a rule's calls do, whatever the rule itself found. Asked only of a call
 * whose first diagnosis is that rule's, and the reading whose cause that diagnosis names is then left out.
 */
@FunctionalInterface
public interface NearbyReadings {

    /** Those near this call, and what in it speaks against each. */
    List<Alternative> of(Call call);
}
