package org.callcause.capture.text;

import java.util.Optional;

/** How one kind of log announces that a message follows. */
interface AnnouncementDialect {

    /** What the line tells, without the time in it; empty when it announces nothing in this dialect. */
    Optional<Announcement> read(String line);
}
