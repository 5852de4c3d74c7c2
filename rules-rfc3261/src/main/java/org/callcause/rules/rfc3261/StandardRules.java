package org.callcause.rules.rfc3261;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.incident.IncidentRule;
import org.callcause.rule.CodeBook;
import org.callcause.rule.Rule;
import org.callcause.rule.RuleModule;
import org.callcause.rules.rfc3261.catalogue.StandardCodeBook;
import org.callcause.rules.rfc3261.dialog.DialogRules;
import org.callcause.rules.rfc3261.forking.ForkingRules;
import org.callcause.rules.rfc3261.grammar.GrammarRules;
import org.callcause.rules.rfc3261.incident.IncidentRules;
import org.callcause.rules.rfc3261.media.MediaRules;
import org.callcause.rules.rfc3261.nat.NatRules;
import org.callcause.rules.rfc3261.network.NetworkRules;
import org.callcause.rules.rfc3261.reading.NearbyStories;
import org.callcause.rules.rfc3261.refusal.RefusalRules;
import org.callcause.rules.rfc3261.registration.RegistrationRules;
import org.callcause.rules.rfc3261.routing.RoutingRules;
import org.callcause.rules.rfc3261.rtp.RtpRules;
import org.callcause.rules.rfc3261.sessiontimer.SessionTimerRules;
import org.callcause.rules.rfc3261.transaction.TransactionRules;
import org.callcause.rules.rfc3261.transfer.TransferRules;
import org.callcause.rules.rfc3261.transport.TransportRules;

/** What RFC 3261 and its family let one know of a call from its messages. */
public final class StandardRules implements RuleModule {

    /** Made by {@link java.util.ServiceLoader}, or by hand. */
    public StandardRules() {}

    @Override
    public String id() {
        return "rfc3261";
    }

    @Override
    public String description() {
        return "RFC 3261 and its family, Q.850";
    }

    @Override
    public List<Rule> rules() {
        return Stream.of(
                        RefusalRules.rules(),
                        TransactionRules.rules(),
                        DialogRules.rules(),
                        RoutingRules.rules(),
                        TransportRules.rules(),
                        NatRules.rules(),
                        ForkingRules.rules(),
                        RegistrationRules.rules(),
                        MediaRules.rules(),
                        RtpRules.rules(),
                        SessionTimerRules.rules(),
                        TransferRules.rules(),
                        NetworkRules.rules(),
                        GrammarRules.rules())
                .flatMap(List::stream)
                .map(rule -> rule.withNearby(NearbyStories::of))
                .toList();
    }

    @Override
    public List<IncidentRule> incidentRules() {
        return IncidentRules.rules();
    }

    @Override
    public List<CodeBook> codeBooks() {
        return List.of(new StandardCodeBook());
    }
}
