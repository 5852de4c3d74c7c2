package org.callcause.rules.rfc3261;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callcause.rule.RuleModule;
import org.callcause.rules.rfc3261.dialog.DialogCalls;
import org.callcause.rules.rfc3261.forking.ForkingCalls;
import org.callcause.rules.rfc3261.grammar.GrammarCalls;
import org.callcause.rules.rfc3261.incident.IncidentTraffic;
import org.callcause.rules.rfc3261.media.MediaCalls;
import org.callcause.rules.rfc3261.nat.NatCalls;
import org.callcause.rules.rfc3261.network.NetworkCalls;
import org.callcause.rules.rfc3261.refusal.RefusalCalls;
import org.callcause.rules.rfc3261.registration.RegistrationCalls;
import org.callcause.rules.rfc3261.routing.RoutingCalls;
import org.callcause.rules.rfc3261.rtp.RtpCalls;
import org.callcause.rules.rfc3261.sessiontimer.SessionTimerCalls;
import org.callcause.rules.rfc3261.transaction.TransactionCalls;
import org.callcause.rules.rfc3261.transfer.ReferCalls;
import org.callcause.rules.rfc3261.transfer.TransferCalls;
import org.callcause.rules.rfc3261.transport.TransportCalls;
import org.callcause.testkit.IncidentExample;
import org.callcause.testkit.RuleExample;
import org.callcause.testkit.RuleModuleContract;

class StandardRulesTests extends RuleModuleContract {

    @Override
    protected RuleModule module() {
        return new StandardRules();
    }

    @Override
    protected Optional<Path> cataloguePath() {
        return Optional.of(Path.of("docs", "rules", "rfc3261.md"));
    }

    @Override
    protected List<RuleExample> examples() {
        return Stream.of(
                        RefusalCalls.examples(),
                        TransactionCalls.examples(),
                        DialogCalls.examples(),
                        RoutingCalls.examples(),
                        TransportCalls.examples(),
                        NatCalls.examples(),
                        ForkingCalls.examples(),
                        RegistrationCalls.examples(),
                        MediaCalls.examples(),
                        RtpCalls.examples(),
                        SessionTimerCalls.examples(),
                        TransferCalls.examples(),
                        ReferCalls.examples(),
                        NetworkCalls.examples(),
                        GrammarCalls.examples())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    protected List<IncidentExample> incidentExamples() {
        return IncidentTraffic.examples();
    }
}
