package org.callcause.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.callcause.rule.Rule;
import org.callcause.rule.RuleModule;
import org.callcause.rule.RuleSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class RuleListTests {

    private static final class TestRules implements RuleModule {
        @Override
        public String id() {
            return "test";
        }

        @Override
        public String description() {
            return "Rules of the tests";
        }

        @Override
        public List<Rule> rules() {
            return List.of(Scenes.DECLINED, Rule.named("elsewhere/stray").check((call, findings) -> {}));
        }
    }

    private static final RuleList LIST = new RuleList(RuleSet.builder()
            .add(new TestRules())
            .suppress("test/declined", "known phone")
            .build());

    private static String text(boolean colour) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        LIST.writeText(output, new TextOptions(100, colour));
        return output.toString(StandardCharsets.UTF_8);
    }

    @Test
    void modulesRulesAndProblemsAreListed() throws IOException {
        assertThat(text(false))
                .contains("1 rule of 1 module.")
                .contains("test: Rules of the tests (1 rule)")
                .contains("  test/declined\n      The callee refused the call\n      when the final status is 603\n")
                .contains("Suppressed: test/declined: known phone")
                .contains("Could not be loaded: elsewhere/stray: the id does not begin with test/");
    }

    @Test
    void whatTwoCapturesShowIsListedThoughNoModuleHasIt() throws IOException {
        assertThat(text(false))
                .contains("captures: What two captures of the same calls show together (3 findings, of no module)")
                .contains("  captures/lost-on-the-way\n      A message was lost on the way\n");
    }

    @Test
    void coloursChangeNothingElse() throws IOException {
        assertThat(text(true).replaceAll("\u001b\\[[0-9]+m", "")).isEqualTo(text(false));
    }

    @Test
    void theListIsJsonToo() throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        LIST.writeJson(output);
        JsonNode document = new ObjectMapper().readTree(output.toByteArray());

        assertThat(document.get("modules").get(0).get("id").asString()).isEqualTo("test");
        assertThat(document.get("rules").get(0).get("when").asString()).isEqualTo("the final status is 603");
        assertThat(document.get("loadProblems")).hasSize(1);
    }
}
