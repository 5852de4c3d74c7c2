package com.example.acme;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.callcause.rule.RuleModule;
import org.callcause.testkit.RuleExample;
import org.callcause.testkit.RuleModuleContract;

/** What every rule module has to keep, with the calls of this one. Headers and other parts of a message follow a bar. */
class AcmeRulesTests extends RuleModuleContract {

    @Override
    protected RuleModule module() {
        return new AcmeRules();
    }

    @Override
    protected Optional<Path> cataloguePath() {
        return Optional.of(Path.of("docs", "rules", "acme.md"));
    }

    @Override
    protected List<RuleExample> examples() {
        return List.of(
                RuleExample.fires("acme/trunk-full", "The trunk names its channels", """
                    0.000 caller -> trunk  INVITE
                    0.030 trunk  -> caller 503 | Retry-After: 20 | X-Acme-Channels: 30/30
                    0.032 caller -> trunk  ACK
                    """),
                RuleExample.silent("acme/trunk-full", "Another server is overloaded", """
                    0.000 caller -> server INVITE
                    0.030 server -> caller 503 | Retry-After: 20
                    0.032 caller -> server ACK
                    """));
    }
}
