package org.callcause.acceptance.secondopinion;

import java.util.List;

/**
 * Where the two parsers say different things of one message.
 *
 * @param fact what they were asked
 * @param ours what Callcause says
 * @param theirs what jain-sip-ri says; never empty, since what it leaves out is no opinion
 * @param message the message as it stands
 */
record Disagreement(Fact fact, List<String> ours, List<String> theirs, String message) {}
