package org.peercoaching.kit.web;

import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.kit.aggregate.Trigger;

/**
 * What a controller needs of a changing request: who may repeat it and which version it expects. A
 * controller takes it as a parameter.
 *
 * @param callerKey names the caller
 * @param idempotencyKey the client's key, or a random one where it gave none
 * @param trigger what the store needs to let it take effect once
 */
public record Command(String callerKey, String idempotencyKey, Trigger.Request trigger) {

    /** The id of a thing that this request creates: a retry of it finds the same id. */
    public String newId(String kind) {
        return Ids.derived(kind, callerKey, idempotencyKey);
    }
}
