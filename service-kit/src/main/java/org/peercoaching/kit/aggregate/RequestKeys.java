package org.peercoaching.kit.aggregate;

import java.util.Optional;
import java.util.function.Function;
import org.peercoaching.kit.decision.Decision;
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
     * A decision that, once it accepts, writes down what the request's key stands for: one write,
     * none for a request without a key. A request that is refused leaves its key free, as
     * everywhere. It throws a {@link RefusedException} if the caller used the key for another
     * request before.
     */
    public <S> Function<Optional<S>, Decision<S>> holding(
            Trigger.Request request, Function<Optional<S>, Decision<S>> decide) {
        return known -> {
            Decision<S> decision = decide.apply(known);
            if (decision instanceof Decision.Accepted<S>) {
                hold(request);
            }
            return decision;
        };
    }

    private void hold(Trigger.Request request) {
        String command = request.commandId();
        if (command != null
                && !claims.claim("command:" + command, request.bodyHash())
                        .equals(request.bodyHash())) {
            throw new RefusedException(StoredAggregate.KEY_REUSED);
        }
    }
}
