package org.callcause.capture.text.dialect;

import java.util.Optional;

/** How one kind of log announces that a message follows. */
interface Dialect {

    /**
     * What the line tells of the message that follows; empty when it announces nothing in this dialect. The time in the
     * line need not be told, unless it is written as no other log writes it.
     */
    Optional<Announcement> read(String line);
}
