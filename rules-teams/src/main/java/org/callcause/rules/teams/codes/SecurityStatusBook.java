package org.callcause.rules.teams.codes;

import java.util.List;
import java.util.Locale;
import org.callcause.rule.CodeBook;
import org.callcause.rule.CodeEntry;
import org.callcause.rule.CodeTopic;
import org.callcause.rules.teams.codes.SecurityStatuses.SecurityStatus;
import org.callcause.rules.teams.facts.Documents;

/** The numbers behind {@code HRESULT=}: {@code 0x80090325}, {@code SEC_E_UNTRUSTED_ROOT}. */
public final class SecurityStatusBook implements CodeBook {

    @Override
    public String title() {
        return "Microsoft Teams: security statuses of failed TLS";
    }

    @Override
    public List<CodeEntry> find(String asked, Locale language) {
        return SecurityStatuses.find(asked).map(SecurityStatusBook::entry).stream()
                .toList();
    }

    private static CodeEntry entry(SecurityStatus status) {
        CodeEntry entry = CodeEntry.of(status.number(), status.name())
                .in("TLS between Microsoft and the SBC")
                .says(CodeTopic.MEANING, status.meaning())
                .says(CodeTopic.WHEN, "in the phrase of teams/" + status.resultCode())
                .says(CodeTopic.MADE_BY, "Microsoft's proxy, about the SBC's certificate or connection")
                .says(CodeTopic.OPERATOR, status.action())
                .cites(Documents.RESULT_CODES);
        return status.inferred()
                ? entry.says(
                        CodeTopic.NOTE,
                        "The name is what Windows calls the number; Microsoft's page does not say it so.")
                : entry;
    }

    @Override
    public List<String> references() {
        return SecurityStatuses.all().stream().map(SecurityStatus::number).toList();
    }
}
