package org.peercoaching.kit.aggregate;

import org.peercoaching.kit.decision.RefusedException;

/**
 * Holds an Idempotency-Key to the one request it was first used for. Aggregates remember the
 * requests that changed them; where a request itself says which aggregate it is about, a reused key
 * would meet another one, which does not know it. For these requests the key is written down by
 * itself.
 */
public final class RequestKeys {

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
            throw new RefusedException(StoredAggregate.KEY_REUSED);
        }
    }
}
