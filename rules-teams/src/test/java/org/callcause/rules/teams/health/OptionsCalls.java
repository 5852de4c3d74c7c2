package org.callcause.rules.teams.health;

import static org.callcause.rules.teams.Scenes.EDGE;
import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** OPTIONS between SBCs and Microsoft. */
public final class OptionsCalls {

    private OptionsCalls() {}

    /** The exchanges. */
    public static List<RuleExample> examples() {
        return List.of(
                fires("teams/options-unanswered", "Microsoft does not answer the SBC", EDGE + """
                    0.000 sbc -> teams OPTIONS
                    until 120
                    """),
                silent("teams/options-unanswered", "Microsoft answers", EDGE + """
                    0.000 sbc -> teams OPTIONS
                    0.080 teams -> sbc 200
                    until 120
                    """),
                fires("teams/options-refused", "The SBC forbids Microsoft to ask", EDGE + """
                    0.000 teams -> sbc OPTIONS
                    0.080 sbc -> teams 403 Forbidden
                    """),
                silent("teams/options-refused", "The SBC answers with 200", EDGE + """
                    0.000 teams -> sbc OPTIONS
                    0.080 sbc -> teams 200
                    """));
    }
}
