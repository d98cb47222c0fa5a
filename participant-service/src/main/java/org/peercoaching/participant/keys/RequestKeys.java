package org.peercoaching.participant.keys;

import org.peercoaching.kit.aggregate.Claims;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;
import org.springframework.stereotype.Component;

/** Holds each Idempotency-Key to the one request it was first used for. */
@Component
public class RequestKeys {

    private final Claims claims;

    RequestKeys(Claims claims) {
        this.claims = claims;
    }

    /**
     * Writes down what a request's key stands for: one write, none for a request without a key.
     *
     * @throws RefusedException if the caller used the key for another request before
     */
    public void hold(Trigger.Request request) {
        String command = request.commandId();
        if (command != null
                && !claims.claim("command:" + command, request.bodyHash())
                        .equals(request.bodyHash())) {
            throw new RefusedException(KEY_REUSED);
        }
    }

    private static final Refusal KEY_REUSED =
            Refusal.invalid(
                    "idempotency-key-reused",
                    "This Idempotency-Key was used for another request. Use a new key for each new request.");
}
