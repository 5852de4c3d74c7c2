package org.callcause.rules.teams.codes;

import java.util.Locale;
import java.util.Optional;
import org.callcause.diagnosis.Cause;

/**
 * One row of Microsoft's documents on how calls end.
 *
 * @param code the SIP code; empty where the subcode stands alone
 * @param subcode Microsoft's subcode; empty where the document gives none
 * @param phrase the text beside them, which tells rows of one pair apart
 * @param madeBy who made the final response
 * @param outcome whether somebody has to do something
 * @param cause the cause in Callcause's words; absent for a normal end
 * @param scope which documents it comes from, and so how sure it is for a Direct Routing call
 * @param meaning a clause that can follow "means that"
 * @param action what whoever is in charge does
 * @param note what one must know before relying on it; may be empty
 * @param source the document with its date
 */
public record ResultCode(
        String code,
        String subcode,
        String phrase,
        Maker madeBy,
        Outcome outcome,
        Optional<Cause> cause,
        Scope scope,
        String meaning,
        String action,
        String note,
        String source) {

    /** Who made the final response. */
    public enum Maker {
        /** A Microsoft service. */
        MICROSOFT,
        /** The SBC, or the carrier whose answer the SBC passed on. */
        SBC,
        /** A client of the calling service. */
        CLIENT,
        /** Any of them: the document does not say. */
        DEPENDS
    }

    /** The classes that Microsoft sorts its codes into. */
    public enum Outcome {
        /** The call went as somebody wished. */
        SUCCESS("success: nothing is wrong"),
        /** A busy callee, a policy, a device that is off. */
        EXPECTED("expected: it happens in every healthy system"),
        /** Something to mend at the SBC, the carrier, the client or the tenant's configuration. */
        CLIENT("to be mended on the customer's side"),
        /** Something that only Microsoft can mend. */
        SERVER("to be mended by the service");

        private final String sentence;

        Outcome(String sentence) {
            this.sentence = sentence;
        }

        /** In words. */
        public String sentence() {
            return sentence;
        }
    }

    /** Which documents a row comes from. */
    public enum Scope {
        /** Those on Teams Direct Routing. */
        DIRECT_ROUTING("Teams Direct Routing", true),
        /** Those on telephone calls over the same service. */
        CALLING_SERVICE_PSTN("telephone calls of the calling service that Teams shares", false),
        /** Those on clients of the same service. */
        CALLING_SERVICE_CLIENT("clients of the calling service that Teams shares", false),
        /** Those on subcodes of the same service without a SIP code. */
        CALLING_SERVICE_ANY("the calling service that Teams shares", false),
        /** Those on calling bots. */
        GRAPH_BOT("calling bots over Microsoft Graph", false);

        private final String sentence;
        private final boolean documentedForTeams;

        Scope(String sentence, boolean documentedForTeams) {
            this.sentence = sentence;
            this.documentedForTeams = documentedForTeams;
        }

        /** In words. */
        public String sentence() {
            return sentence;
        }

        /** Whether the row is documented for Teams Direct Routing itself, and not for what shares its service. */
        public boolean isDocumentedForTeams() {
            return documentedForTeams;
        }

        static Scope of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** {@code teams/403/510532}; without a SIP code {@code teams/8538}. */
    public String reference() {
        return "teams" + (code.isEmpty() ? "" : "/" + code)
                + (subcode.isEmpty() ? "" : "/" + subcode.replace(" / ", "+"));
    }
}
