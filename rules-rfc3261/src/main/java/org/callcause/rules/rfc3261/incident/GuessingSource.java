package org.callcause.rules.rfc3261.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.callcause.incident.EndedCall;
import org.callcause.incident.Exemplars;
import org.callcause.incident.RecentMap;
import org.jspecify.annotations.Nullable;

/** The requests of an address that was refused, or that calls itself a scanner. */
final class GuessingSource {

    /** What tools that look for open servers call themselves when nobody changed it. */
    private static final List<String> SCANNERS = List.of(
            "friendly-scanner",
            "sipvicious",
            "sipcli",
            "sip-scan",
            "sipsak",
            "sundayddr",
            "vaxsipuseragent",
            "pplsip",
            "iwar",
            "sivus",
            "gulp",
            "smap",
            "voipscan");

    private static final int SCANS = 5;
    private static final int MANY = 20;
    private static final double A_MINUTE = 10;
    private static final double ACCEPTED_AT_MOST = 0.1;
    private static final int FOUND_AFTER = 10;
    private static final int MOST_USERS = 256;

    /** How many wrong passwords were sent for each user; most sources send none. */
    private @Nullable RecentMap<String, Integer> wrongByUser;

    private final Distinct refusedUsers = new Distinct();
    private final Distinct acceptedUsers = new Distinct();
    private final Distinct users = new Distinct();
    private final List<String> found = new ArrayList<>(0);
    private final Tally answers = new Tally();
    private final Tally userAgents = new Tally();
    private final Exemplars exemplars = new Exemplars();
    private long tries;
    private long refused;
    private long accepted;
    private long withCredentials;
    private int mostOfOneUser;
    private long scans;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    /** What it is. */
    enum Finding {
        SCANNER(" scans the system"),
        PASSWORDS(" guesses passwords"),
        EXTENSIONS(" looks for extensions that exist");

        private final String title;

        Finding(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    static boolean isScanner(String userAgent) {
        String name = userAgent.toLowerCase(Locale.ROOT);
        for (String scanner : SCANNERS) {
            if (name.contains(scanner)) {
                return true;
            }
        }
        return false;
    }

    void refuses(EndedCall call, String user, boolean scanner) {
        took(call);
        refused++;
        users.add(user.hashCode());
        refusedUsers.add(user.hashCode());
        answers.addAnswer(call);
        if (call.signs().credentials() > 0 && saysOfThePassword(call)) {
            int wrong = wrong(user) + call.signs().credentials();
            RecentMap<String, Integer> known = wrongByUser == null ? new RecentMap<>(MOST_USERS) : wrongByUser;
            known.put(user, wrong);
            wrongByUser = known;
            mostOfOneUser = Math.max(mostOfOneUser, wrong);
        }
        scans += scanner ? 1 : 0;
    }

    private int wrong(String user) {
        Integer wrong = wrongByUser == null ? null : wrongByUser.get(user);
        return wrong == null ? 0 : wrong;
    }

    /** A call is forbidden, or goes to nobody, after the password was right as well. */
    private static boolean saysOfThePassword(EndedCall refused) {
        return !refused.isCall() || refused.status() == 401 || refused.status() == 407;
    }

    void scans(EndedCall call) {
        took(call);
        users.add(call.parties().calleeHash());
        answers.addAnswer(call);
        scans++;
    }

    /** A request of a user was accepted. */
    void accepts(String user, long time, Optional<EndedCall> call) {
        accepted++;
        int wrong = wrong(user);
        if (wrong >= FOUND_AFTER && found.size() < 3 && !found.contains(user)) {
            found.add(user);
            last = Math.max(last, time);
            call.ifPresent(registration -> exemplars.add(registration));
        } else if (!refusedUsers.contains(user.hashCode())) {
            acceptedUsers.add(user.hashCode());
        }
    }

    private void took(EndedCall call) {
        tries++;
        withCredentials += call.signs().credentials() > 0 ? 1 : 0;
        first = Math.min(first, call.moments().start());
        last = Math.max(last, call.moments().start());
        String userAgent = call.signs().userAgent();
        userAgents.add(userAgent.isEmpty() ? "nothing" : userAgent);
        exemplars.add(call);
    }

    Optional<Finding> finding() {
        if (scans >= SCANS) {
            return Optional.of(Finding.SCANNER);
        }
        double minutes = Math.max(1, last - first) / (double) Saying.MINUTE;
        if (refused / minutes < A_MINUTE) {
            return Optional.empty();
        }
        if (mostOfOneUser >= MANY) {
            return Optional.of(Finding.PASSWORDS);
        }
        boolean nobodyKnown = accepted <= ACCEPTED_AT_MOST * (tries + accepted) && acceptedUsers.count() == 0;
        return refusedUsers.count() >= MANY && nobodyKnown ? Optional.of(Finding.EXTENSIONS) : Optional.empty();
    }

    List<String> foundPasswords() {
        return List.copyOf(found);
    }

    long tries() {
        return tries;
    }

    long refused() {
        return refused;
    }

    long accepted() {
        return accepted;
    }

    long withCredentials() {
        return withCredentials;
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    Distinct users() {
        return users;
    }

    Tally answers() {
        return answers;
    }

    Tally userAgents() {
        return userAgents;
    }

    Exemplars exemplars() {
        return exemplars;
    }
}
