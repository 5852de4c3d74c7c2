package org.callcause.rules.teams.records;

/**
 * That a session of a call record of Graph, or a segment of one, failed: its {@code failureInfo}.
 *
 * @param place where the record stands
 * @param call the id of the call record; empty when not told
 * @param part the session or segment
 * @param stage when it failed
 * @param reason in Microsoft's words; empty when not told
 */
public record SessionFailure(RecordPlace place, String call, String part, Stage stage, String reason) {

    /** When a session failed. */
    public enum Stage {
        /** Before it was connected. */
        CALL_SETUP("while the call was set up"),
        /** After it was connected. */
        MIDCALL("after it was connected"),
        /** Not told, or in a word that is not documented. */
        UNKNOWN("at a stage that is not told");

        private final String sentence;

        Stage(String sentence) {
            this.sentence = sentence;
        }

        /** In words. */
        public String sentence() {
            return sentence;
        }

        static Stage of(String word) {
            return switch (word) {
                case "callSetup" -> CALL_SETUP;
                case "midcall" -> MIDCALL;
                default -> UNKNOWN;
            };
        }
    }
}
