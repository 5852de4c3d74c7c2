package org.callcause.diagnosis;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What made a call end, as one kebab-case word. The vocabulary is open: a rule module may add words of its own.
 *
 * @param word lower-case letters, digits and single hyphens
 */
public record Cause(String word) {

    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** A person, or a device for a person, refused the call. */
    public static final Cause DECLINED = new Cause("declined");

    /** It rang and nobody picked up. */
    public static final Cause NO_ANSWER = new Cause("no-answer");

    /** The callee is in another call. */
    public static final Cause BUSY = new Cause("busy");

    /** The callee does not want calls now. */
    public static final Cause DO_NOT_DISTURB = new Cause("do-not-disturb");

    /** Another device took the call. */
    public static final Cause ANSWERED_ELSEWHERE = new Cause("answered-elsewhere");

    /** The callee, or somebody for the callee, marked the call as unwanted. */
    public static final Cause UNWANTED_CALL = new Cause("unwanted-call");

    /** A network blocked the call because its analytics called it suspicious. */
    public static final Cause NETWORK_BLOCKED_ANALYTICS = new Cause("network-blocked-analytics");

    /** A machine refused the call by a rule. */
    public static final Cause BLOCKED_BY_POLICY = new Cause("blocked-by-policy");

    /** No device of the callee is registered. */
    public static final Cause NOT_REGISTERED = new Cause("not-registered");

    /** The called address does not exist there. */
    public static final Cause UNALLOCATED_NUMBER = new Cause("unallocated-number");

    /** The called address is incomplete, ambiguous or not understood. */
    public static final Cause INVALID_NUMBER_FORMAT = new Cause("invalid-number-format");

    /** The called address is gone or has moved. */
    public static final Cause NUMBER_CHANGED = new Cause("number-changed");

    /** Call forwarding leads in a circle. */
    public static final Cause FORWARDING_LOOP = new Cause("forwarding-loop");

    /** The request came back to an element that had sent it. */
    public static final Cause LOOP = new Cause("loop");

    /** The target of a transfer cannot take the call. */
    public static final Cause TRANSFER_TARGET_UNAVAILABLE = new Cause("transfer-target-unavailable");

    /** A transfer did not work. */
    public static final Cause TRANSFER_FAILED = new Cause("transfer-failed");

    /** The call that was to be replaced does not exist. */
    public static final Cause REPLACES_NO_MATCH = new Cause("replaces-no-match");

    /** Nothing answered the request. */
    public static final Cause NO_RESPONSE = new Cause("no-response");

    /** The next element cannot be reached. */
    public static final Cause HOST_UNREACHABLE = new Cause("host-unreachable");

    /** The connection that carried the message failed. */
    public static final Cause TRANSPORT_FAILED = new Cause("transport-failed");

    /** A secure connection could not be made. */
    public static final Cause TLS_FAILED = new Cause("tls-failed");

    /** A name could not be resolved. */
    public static final Cause DNS_FAILED = new Cause("dns-failed");

    /** The next hop took the request, and behind it nothing answered. */
    public static final Cause STUCK_BEHIND_NEXT_HOP = new Cause("stuck-behind-next-hop");

    /** An address that is only valid behind a NAT misdirects messages. */
    public static final Cause NAT_SIGNALLING = new Cause("nat-signalling");

    /** The answer was never acknowledged. */
    public static final Cause MISSING_ACK = new Cause("missing-ack");

    /** A reliable provisional response was never acknowledged. */
    public static final Cause MISSING_PRACK = new Cause("missing-prack");

    /** The BYE did not reach the other side. */
    public static final Cause LOST_BYE = new Cause("lost-bye");

    /** The session was not refreshed in time. */
    public static final Cause SESSION_TIMER_EXPIRED = new Cause("session-timer-expired");

    /** Both sides changed the session at once. */
    public static final Cause GLARE = new Cause("glare");

    /** The receiver does not know the dialog. */
    public static final Cause DIALOG_UNKNOWN = new Cause("dialog-unknown");

    /** The CSeq number went backwards or overlapped. */
    public static final Cause CSEQ_ERROR = new Cause("cseq-error");

    /** The message was too large for its way. */
    public static final Cause MESSAGE_TOO_LARGE = new Cause("message-too-large");

    /** The credentials were refused. */
    public static final Cause AUTHENTICATION_FAILED = new Cause("authentication-failed");

    /** The challenge was not answered with credentials. */
    public static final Cause AUTHENTICATION_NOT_ANSWERED = new Cause("authentication-not-answered");

    /** The caller may not do this. */
    public static final Cause AUTHORIZATION_REFUSED = new Cause("authorization-refused");

    /** The registration had run out. */
    public static final Cause REGISTRATION_EXPIRED = new Cause("registration-expired");

    /** The registrar refused the registration. */
    public static final Cause REGISTRATION_REJECTED = new Cause("registration-rejected");

    /** The proof of the caller's identity is missing or invalid. */
    public static final Cause IDENTITY_INVALID = new Cause("identity-invalid");

    /** A certificate does not fit the name it is used for. */
    public static final Cause CERTIFICATE_MISMATCH = new Cause("certificate-mismatch");

    /** The server is overloaded and expects to recover soon. */
    public static final Cause OVERLOAD_TRANSIENT = new Cause("overload-transient");

    /** The server cannot serve and does not expect to soon. */
    public static final Cause STRUCTURAL_UNAVAILABLE = new Cause("structural-unavailable");

    /** The server cannot serve, and nothing tells for how long or why. */
    public static final Cause UNAVAILABLE_UNDETERMINED = new Cause("unavailable-undetermined");

    /** The server tried further on and failed there. */
    public static final Cause DOWNSTREAM_FAILURE = new Cause("downstream-failure");

    /** A limit of channels, calls or licences is reached. */
    public static final Cause CAPACITY_EXCEEDED = new Cause("capacity-exceeded");

    /** Calls or requests came faster than the receiver allows. */
    public static final Cause RATE_LIMITED = new Cause("rate-limited");

    /** The server is being maintained. */
    public static final Cause MAINTENANCE = new Cause("maintenance");

    /** The server failed inside. */
    public static final Cause SERVER_ERROR = new Cause("server-error");

    /** The receiver does not support the method or function. */
    public static final Cause NOT_IMPLEMENTED = new Cause("not-implemented");

    /** The receiver does not support the type of body or media. */
    public static final Cause MEDIA_TYPE_UNSUPPORTED = new Cause("media-type-unsupported");

    /** The two sides have no codec in common. */
    public static final Cause CODEC_MISMATCH = new Cause("codec-mismatch");

    /** One side wants encrypted media and the other does not. */
    public static final Cause SRTP_MISMATCH = new Cause("srtp-mismatch");

    /** The media path could not be negotiated. */
    public static final Cause ICE_FAILED = new Cause("ice-failed");

    /** A media address is private and cannot be reached. */
    public static final Cause PRIVATE_MEDIA_ADDRESS = new Cause("private-media-address");

    /** Media flowed in one direction only. */
    public static final Cause ONE_WAY_MEDIA = new Cause("one-way-media");

    /** No media flowed. */
    public static final Cause NO_MEDIA = new Cause("no-media");

    /** So much of the media was lost or late that it was hard to follow. */
    public static final Cause POOR_AUDIO = new Cause("poor-audio");

    /** A message breaks the grammar so that it could not be understood. */
    public static final Cause MALFORMED_MESSAGE = new Cause("malformed-message");

    /** A rule of an RFC was broken in a way that hurt the call. */
    public static final Cause CONFORMANCE = new Cause("conformance");

    /** An extension is required that the other side does not support. */
    public static final Cause EXTENSION_REQUIRED = new Cause("extension-required");

    /** The session timer is shorter than the other side allows. */
    public static final Cause SESSION_INTERVAL_TOO_SMALL = new Cause("session-interval-too-small");

    /** The call was tried again after a refusal that forbids it. */
    public static final Cause RETRY_AFTER_FINAL = new Cause("retry-after-final");

    /** The telephone network released the call. */
    public static final Cause PSTN_RELEASE = new Cause("pstn-release");

    /** Two networks do not understand each other here. */
    public static final Cause INTERWORKING = new Cause("interworking");

    /** A call of higher priority took the place. */
    public static final Cause EMERGENCY_OR_PREEMPTION = new Cause("emergency-or-preemption");

    private static final List<Cause> STANDARD = List.of(
            DECLINED,
            NO_ANSWER,
            BUSY,
            DO_NOT_DISTURB,
            ANSWERED_ELSEWHERE,
            UNWANTED_CALL,
            NETWORK_BLOCKED_ANALYTICS,
            BLOCKED_BY_POLICY,
            NOT_REGISTERED,
            UNALLOCATED_NUMBER,
            INVALID_NUMBER_FORMAT,
            NUMBER_CHANGED,
            FORWARDING_LOOP,
            LOOP,
            TRANSFER_TARGET_UNAVAILABLE,
            TRANSFER_FAILED,
            REPLACES_NO_MATCH,
            NO_RESPONSE,
            HOST_UNREACHABLE,
            TRANSPORT_FAILED,
            TLS_FAILED,
            DNS_FAILED,
            STUCK_BEHIND_NEXT_HOP,
            NAT_SIGNALLING,
            MISSING_ACK,
            MISSING_PRACK,
            LOST_BYE,
            SESSION_TIMER_EXPIRED,
            GLARE,
            DIALOG_UNKNOWN,
            CSEQ_ERROR,
            MESSAGE_TOO_LARGE,
            AUTHENTICATION_FAILED,
            AUTHENTICATION_NOT_ANSWERED,
            AUTHORIZATION_REFUSED,
            REGISTRATION_EXPIRED,
            REGISTRATION_REJECTED,
            IDENTITY_INVALID,
            CERTIFICATE_MISMATCH,
            OVERLOAD_TRANSIENT,
            STRUCTURAL_UNAVAILABLE,
            UNAVAILABLE_UNDETERMINED,
            DOWNSTREAM_FAILURE,
            CAPACITY_EXCEEDED,
            RATE_LIMITED,
            MAINTENANCE,
            SERVER_ERROR,
            NOT_IMPLEMENTED,
            MEDIA_TYPE_UNSUPPORTED,
            CODEC_MISMATCH,
            SRTP_MISMATCH,
            ICE_FAILED,
            PRIVATE_MEDIA_ADDRESS,
            ONE_WAY_MEDIA,
            NO_MEDIA,
            POOR_AUDIO,
            MALFORMED_MESSAGE,
            CONFORMANCE,
            EXTENSION_REQUIRED,
            SESSION_INTERVAL_TOO_SMALL,
            RETRY_AFTER_FINAL,
            PSTN_RELEASE,
            INTERWORKING,
            EMERGENCY_OR_PREEMPTION);

    /**
     * Keeps the word.
     *
     * @throws IllegalArgumentException if it is not in kebab case
     */
    public Cause {
        if (!KEBAB_CASE.matcher(word).matches()) {
            throw new IllegalArgumentException("not a kebab-case word: " + word);
        }
    }

    /** The words of this library. */
    public static List<Cause> standard() {
        return STANDARD;
    }

    @Override
    public String toString() {
        return word;
    }
}
