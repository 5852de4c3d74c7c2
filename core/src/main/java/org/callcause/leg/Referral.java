package org.callcause.leg;

import java.util.Optional;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.NameAddress;

/**
 * A REFER: who is asked to call whom.
 *
 * @param request the REFER
 * @param target the address to call
 * @param user the user of that address
 * @param accepted whether whom it asks agreed to call
 * @param replaced the Call-ID that the new call is to replace, where it is to
 */
record Referral(TrackedMessage request, NameAddress target, String user, boolean accepted, Optional<String> replaced) {}
