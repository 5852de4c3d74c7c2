package org.callcause.rules.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.callcause.Callcause;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.Likelihood;
import org.callcause.diagnosis.Reference;
import org.callcause.incident.IncidentRule;
import org.callcause.rule.Rule;
import org.callcause.rule.RuleSet;
import org.callcause.rules.teams.codes.ResultCode;
import org.callcause.rules.teams.codes.ResultCodes;
import org.callcause.rules.teams.facts.Documents;
import org.callcause.testkit.RuleExample;
import org.junit.jupiter.api.Test;

/** What the rules rest on: documents with the date of the edition that was read, and no more certainty than they give. */
class CitationTests {

    private static final Pattern DATED = Pattern.compile("(.+) \\((\\d{4}(?:-\\d{2}){0,2})\\)");

    private static final Pattern STANDARD = Pattern.compile("RFC \\d+ [\\d.]+");

    /** Documents whose stored copy bears no date. */
    private static final Set<String> UNDATED =
            Set.of(Documents.TRANSFERS, Documents.NOTIFICATIONS, "Microsoft Graph: call, delete (table of codes)");

    /**
     * Rules that may be certain: Microsoft documents that neither 603 nor 486 is to be tried again, and the second INVITE
     * under the same Call-ID is in the trace; that the SBC is found by the name in its Contact, and the trace shows an address
     * there and Microsoft's word that it found no trunk. Everything else rests on an inference somewhere.
     */
    private static final Set<String> CERTAIN =
            Set.of("teams/retry-after-603", "teams/retry-after-busy", "teams/403-contact-address");

    private static List<String> citations() {
        TeamsRules module = new TeamsRules();
        return Stream.of(
                        module.rules().stream().map(Rule::references).flatMap(List::stream),
                        module.incidentRules().stream()
                                .map(IncidentRule::references)
                                .flatMap(List::stream),
                        ResultCodes.all().stream().map(ResultCode::source).map(Reference::new))
                .flatMap(references -> references)
                .map(Reference::text)
                .distinct()
                .toList();
    }

    @Test
    void everyCitationIsASectionOfAStandardOrADocumentWithItsDate() {
        assertThat(citations())
                .filteredOn(citation -> !UNDATED.contains(citation))
                .allSatisfy(citation -> assertThat(citation)
                        .matches(text -> STANDARD.matcher(text).matches()
                                || DATED.matcher(text).matches()));
    }

    @Test
    void aDocumentIsCitedInOneEditionOnly() {
        Map<String, Set<String>> editions = new HashMap<>();
        for (String citation : citations()) {
            Matcher dated = DATED.matcher(citation);
            if (dated.matches()) {
                editions.computeIfAbsent(dated.group(1), fresh -> new HashSet<>())
                        .add(dated.group(2));
            }
        }

        assertThat(editions)
                .isNotEmpty()
                .allSatisfy((document, dates) -> assertThat(dates).as(document).hasSize(1));
    }

    @Test
    void onlyWhatIsDocumentedAndSeenIsCertain() {
        Set<String> certain = new HashSet<>();
        for (RuleExample example : new TeamsRulesTests().examples()) {
            Callcause.with(RuleSet.builder().add(new TeamsRules()).build())
                    .analyze(example.call().messages())
                    .forEach(report -> report.diagnoses().stream()
                            .filter(diagnosis -> diagnosis.likelihood() == Likelihood.CERTAIN)
                            .map(Diagnosis::rule)
                            .forEach(certain::add));
        }

        assertThat(CERTAIN).containsAll(certain);
    }
}
