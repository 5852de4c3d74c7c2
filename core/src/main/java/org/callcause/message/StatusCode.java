package org.callcause.message;

import java.util.Optional;

/**
 * The status code of a response.
 *
 * @param value 100 to 699, or 0 where the status line has no readable code
 */
public record StatusCode(int value) {

    /** The code of a status line that could not be read. */
    public static final StatusCode UNREADABLE = new StatusCode(0);

    /** Refuses what is no status code: the value must be 0 or 100 to 699. */
    public StatusCode {
        if (value != 0 && (value < 100 || value > 699)) {
            throw new IllegalArgumentException("Not a SIP status code: " + value);
        }
    }

    /** The first digit, 1 to 6; 0 where the code is unreadable. */
    public int statusClass() {
        return value / 100;
    }

    /** Whether this is 1xx: the transaction goes on. */
    public boolean isProvisional() {
        return statusClass() == 1;
    }

    /** Whether this is 2xx to 6xx: the transaction ends. */
    public boolean isFinal() {
        return value >= 200;
    }

    /** Whether this is 2xx. */
    public boolean isSuccess() {
        return statusClass() == 2;
    }

    /** Whether this is 3xx. */
    public boolean isRedirection() {
        return statusClass() == 3;
    }

    /** Whether this is 4xx. */
    public boolean isClientError() {
        return statusClass() == 4;
    }

    /** Whether this is 5xx. */
    public boolean isServerError() {
        return statusClass() == 5;
    }

    /** Whether this is 6xx: the sender claims that no other place will answer either (RFC 3261 section 21.6). */
    public boolean isGlobalFailure() {
        return statusClass() == 6;
    }

    /** Whether this is 3xx to 6xx: the request did not succeed here. */
    public boolean isFailure() {
        return value >= 300;
    }

    /** The phrase of the IANA registry "SIP Response Codes"; empty for a code that is not registered. */
    public Optional<String> standardPhrase() {
        String phrase = registeredPhrase(value);
        return phrase.isEmpty() ? Optional.empty() : Optional.of(phrase);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }

    private static String registeredPhrase(int value) {
        return switch (value) {
            case 100 -> "Trying";
            case 180 -> "Ringing";
            case 181 -> "Call Is Being Forwarded";
            case 182 -> "Queued";
            case 183 -> "Session Progress";
            case 199 -> "Early Dialog Terminated";
            case 200 -> "OK";
            case 202 -> "Accepted";
            case 204 -> "No Notification";
            case 300 -> "Multiple Choices";
            case 301 -> "Moved Permanently";
            case 302 -> "Moved Temporarily";
            case 305 -> "Use Proxy";
            case 380 -> "Alternative Service";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 402 -> "Payment Required";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 406 -> "Not Acceptable";
            case 407 -> "Proxy Authentication Required";
            case 408 -> "Request Timeout";
            case 410 -> "Gone";
            case 412 -> "Conditional Request Failed";
            case 413 -> "Request Entity Too Large";
            case 414 -> "Request-URI Too Long";
            case 415 -> "Unsupported Media Type";
            case 416 -> "Unsupported URI Scheme";
            case 417 -> "Unknown Resource-Priority";
            case 420 -> "Bad Extension";
            case 421 -> "Extension Required";
            case 422 -> "Session Interval Too Small";
            case 423 -> "Interval Too Brief";
            case 424 -> "Bad Location Information";
            case 425 -> "Bad Alert Message";
            case 428 -> "Use Identity Header";
            case 429 -> "Provide Referrer Identity";
            case 430 -> "Flow Failed";
            case 433 -> "Anonymity Disallowed";
            case 436 -> "Bad Identity Info";
            case 437 -> "Unsupported Credential";
            case 438 -> "Invalid Identity Header";
            case 439 -> "First Hop Lacks Outbound Support";
            case 440 -> "Max-Breadth Exceeded";
            case 469 -> "Bad Info Package";
            case 470 -> "Consent Needed";
            case 480 -> "Temporarily Unavailable";
            case 481 -> "Call/Transaction Does Not Exist";
            case 482 -> "Loop Detected";
            case 483 -> "Too Many Hops";
            case 484 -> "Address Incomplete";
            case 485 -> "Ambiguous";
            case 486 -> "Busy Here";
            case 487 -> "Request Terminated";
            case 488 -> "Not Acceptable Here";
            case 489 -> "Bad Event";
            case 491 -> "Request Pending";
            case 493 -> "Undecipherable";
            case 494 -> "Security Agreement Required";
            case 500 -> "Server Internal Error";
            case 501 -> "Not Implemented";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Server Time-out";
            case 505 -> "Version Not Supported";
            case 513 -> "Message Too Large";
            case 555 -> "Push Notification Service Not Supported";
            case 580 -> "Precondition Failure";
            case 600 -> "Busy Everywhere";
            case 603 -> "Decline";
            case 604 -> "Does Not Exist Anywhere";
            case 606 -> "Not Acceptable";
            case 607 -> "Unwanted";
            case 608 -> "Rejected";
            default -> "";
        };
    }
}
