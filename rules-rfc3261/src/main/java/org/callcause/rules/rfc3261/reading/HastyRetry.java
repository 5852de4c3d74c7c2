package org.callcause.rules.rfc3261.reading;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.RetryAfter;

/**
 * A server that was asked again before the time that its 503 had named (RFC 3261 21.5.4).
 *
 * @param refusal the 503
 * @param again the request that came too soon
 * @param seconds the time that the 503 had named
 */
public record HastyRetry(TrackedMessage refusal, TrackedMessage again, long seconds) {

    /** The first of the call. */
    public static Optional<HastyRetry> of(Call call) {
        List<Transaction> attempts = call.attempts();
        for (int i = 0; i + 1 < attempts.size(); i++) {
            Optional<TrackedMessage> refusal =
                    attempts.get(i).finalResponse().filter(response -> response.status() == 503);
            long seconds = refusal.flatMap(response -> response.message().retryAfter())
                    .map(RetryAfter::seconds)
                    .orElse(0L);
            Endpoint server = attempts.get(i).firstHop().to();
            for (Transaction later : attempts.subList(i + 1, attempts.size())) {
                Optional<TrackedMessage> again =
                        later.request().filter(request -> request.to().equals(server));
                if (seconds > 0
                        && again.isPresent()
                        && again.get().index() > refusal.orElseThrow().index()
                        && Traffic.within(
                                refusal.orElseThrow(),
                                again.get(),
                                Duration.ofSeconds(seconds).minusMillis(500))) {
                    return Optional.of(new HastyRetry(refusal.orElseThrow(), again.get(), seconds));
                }
            }
        }
        return Optional.empty();
    }
}
