package org.peercoaching.kit.aggregate;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** How much of what happened is still on its way to the broker: {@code GET /actuator/flow}. */
@Endpoint(id = "flow")
public class FlowEndpoint {

    private final Sweeper sweeper;

    FlowEndpoint(Sweeper sweeper) {
        this.sweeper = sweeper;
    }

    /**
     * The flow of events.
     *
     * @param outboxPending aggregates with unpublished events, counted in the store now
     */
    public record Flow(long outboxPending) {}

    /** The flow now. */
    @ReadOperation
    public Flow flow() {
        return new Flow(sweeper.countPending());
    }
}
