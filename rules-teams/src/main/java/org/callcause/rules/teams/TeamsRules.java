package org.callcause.rules.teams;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.incident.IncidentRule;
import org.callcause.rule.CodeBook;
import org.callcause.rule.Rule;
import org.callcause.rule.RuleModule;
import org.callcause.rules.teams.codes.PhraseRules;
import org.callcause.rules.teams.codes.ResultCodeBook;
import org.callcause.rules.teams.codes.SecurityStatusBook;
import org.callcause.rules.teams.decline.BusyRules;
import org.callcause.rules.teams.decline.DeclineRules;
import org.callcause.rules.teams.decline.DeclineSpread;
import org.callcause.rules.teams.decline.DoNotDisturbRules;
import org.callcause.rules.teams.decline.RetryRules;
import org.callcause.rules.teams.decline.TransferReportRules;
import org.callcause.rules.teams.health.OptionsRules;
import org.callcause.rules.teams.health.TrunkHealth;
import org.callcause.rules.teams.readiness.AddressingRules;
import org.callcause.rules.teams.readiness.HoldRules;
import org.callcause.rules.teams.readiness.OfferRules;
import org.callcause.rules.teams.setup.DropRules;
import org.callcause.rules.teams.setup.FailoverRules;
import org.callcause.rules.teams.setup.MediaDropRules;
import org.callcause.rules.teams.setup.ProgressRules;
import org.callcause.rules.teams.setup.RefusalRules;
import org.callcause.rules.teams.setup.TransferRules;

/** What SIP codes mean where Microsoft Teams Phone or its forerunners Lync and Skype for Business take part. */
public final class TeamsRules implements RuleModule {

    /** Made by {@link java.util.ServiceLoader}, or by hand. */
    public TeamsRules() {}

    @Override
    public String id() {
        return "teams";
    }

    @Override
    public String description() {
        return "Microsoft Teams Phone with Direct Routing; Lync and Skype for Business";
    }

    @Override
    public List<Rule> rules() {
        return Stream.of(
                        DeclineRules.rules(),
                        TransferReportRules.rules(),
                        DoNotDisturbRules.rules(),
                        BusyRules.rules(),
                        RetryRules.rules(),
                        PhraseRules.rules(),
                        AddressingRules.rules(),
                        OfferRules.rules(),
                        HoldRules.rules(),
                        ProgressRules.rules(),
                        DropRules.rules(),
                        MediaDropRules.rules(),
                        FailoverRules.rules(),
                        TransferRules.rules(),
                        RefusalRules.rules(),
                        OptionsRules.rules())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<CodeBook> codeBooks() {
        return List.of(new SecurityStatusBook(), new ResultCodeBook());
    }

    @Override
    public List<IncidentRule> incidentRules() {
        return List.of(TrunkHealth.rule(), DeclineSpread.rule());
    }
}
