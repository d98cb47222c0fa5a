package org.peercoaching.kit.observe;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries a trace through events: the W3C trace context of the cause goes along as {@code
 * ce_traceparent}.
 */
public final class Traces {

    private static final String TRACEPARENT = "traceparent";

    private final Tracer tracer;
    private final Propagator propagator;

    /** Traces by the given tracer. */
    public Traces(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** The trace context of what is being done now; null outside a trace. */
    public @Nullable String current() {
        Span span = tracer.currentSpan();
        if (span == null) {
            return null;
        }
        Map<String, String> carrier = new HashMap<>();
        propagator.inject(span.context(), carrier, (into, key, value) -> carrier.put(key, value));
        return carrier.get(TRACEPARENT);
    }

    /**
     * Does something as a consequence of an event.
     *
     * @param name of the span
     * @param traceparent the event's trace context; null begins a trace
     */
    public <T> T follow(String name, @Nullable String traceparent, Supplier<T> work) {
        Span span =
                propagator
                        .extract(
                                traceparent,
                                (carrier, key) -> TRACEPARENT.equals(key) ? carrier : null)
                        .name(name)
                        .kind(Span.Kind.CONSUMER)
                        .start();
        try (Tracer.SpanInScope scope = tracer.withSpan(span)) {
            return work.get();
        } catch (RuntimeException e) {
            span.error(e);
            throw e;
        } finally {
            span.end();
        }
    }
}
