package org.callcause.incident;

import java.util.Optional;

/** A watch that also knows of one call what is to be told before anybody is blamed for its end. */
public interface CircumstanceWatch extends IncidentWatch {

    /**
     * What is to be known of the moment of this call, in sentences: only from what was heard before. Asked before
     * {@link #ended} of it; answered calls are not asked about.
     */
    Optional<String> circumstance(EndedCall call);
}
