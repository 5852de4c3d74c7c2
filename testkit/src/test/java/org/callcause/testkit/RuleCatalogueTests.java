package org.callcause.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuleCatalogueTests {

    private final String page = RuleCatalogue.page(new SampleRules(), SampleRules.EXAMPLES);

    @Test
    void pageTellsEachRuleWithItsFirstFiringExample() {
        assertThat(page).contains("""
                        ## `sample/trunk-full`

                        **All trunk channels are in use**

                        Applies when the final status is 503 and the final response has Retry-After.

                        From: RFC 3261 21.5.4.

                        Goes before `sample/unavailable`.

                        For example: The trunk says when to come back.

                        ```text
                               caller                       proxy                        trunk
                        0.000  |-- INVITE ----------------->|                            |
                        0.020  |                            |-- INVITE ----------------->|
                        0.040  |                            |<- 503 Service Unavailable -|  Retry-After: 20
                        0.042  |                            |-- ACK -------------------->|
                        0.044  |<- 503 Service Unavailable -|                            |
                        0.060  |-- ACK -------------------->|                            |
                        ```

                        Diagnosis: `capacity-exceeded`, likely. The trunk refused the call and asks to retry in 20 s.

                        - For the admin: Raise the channel limit of the trunk.
                        - To be sure: The number of calls on the trunk at that time.

                        ## `sample/unavailable`
                        """);
    }

    @Test
    void pageBeginsWithAListOfTheRules() {
        assertThat(page).startsWith("""
                        # Rules of `sample`

                        This page is written from the rules themselves; a test fails when it differs from them.

                        | Rule | What it says |
                        |---|---|
                        | [`sample/trunk-full`](#sampletrunk-full) | All trunk channels are in use |
                        | [`sample/unavailable`](#sampleunavailable) | The server cannot serve the call |
                        """);
    }

    @Test
    void sameRulesGiveTheSamePage() {
        assertThat(RuleCatalogue.page(new SampleRules(), SampleRules.EXAMPLES)).isEqualTo(page);
    }
}
