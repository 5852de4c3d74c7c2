package org.callcause.dialog;

import org.callcause.message.SipMessage;
import org.callcause.message.Via;

/** The part of the top Via that names a transaction. */
final class BranchKey {

    private static final String COOKIE = "z9hG4bK";

    private BranchKey() {}

    /**
     * The branch, where it begins with the cookie of RFC 3261 17.2.3. Without the cookie a branch is not unique: there
     * the sender's address is added, and the caller compares the rest of what RFC 2543 compares.
     */
    static String of(SipMessage message) {
        return message.hasBranchCookie()
                ? message.topBranch().orElse("")
                : message.topVia().map(BranchKey::of).orElse("");
    }

    static String of(Via via) {
        String branch = via.branch().orElse("");
        return branch.startsWith(COOKIE) && branch.length() > COOKIE.length() ? branch : via.sentBy() + "|" + branch;
    }

    /** Whether the keys of both are the same. */
    static boolean isSame(SipMessage one, SipMessage other) {
        return one.hasBranchCookie() ? one.hasSameBranch(other) : !other.hasBranchCookie() && of(one).equals(of(other));
    }
}
