package org.peercoaching.matching.rounds;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.peercoaching.matching.engine.Traces;

/**
 * What the engine left behind of one person, for the computation after the managers' next choice:
 * numbers alone, in the order of the ids of those whom no locked match holds.
 *
 * @param partner the place in that order of whom they are paired with; -1 for nobody
 * @param nearest the places of the others in pairs that came close
 * @param complete whether they had no other pairs
 * @see Traces
 */
public record Trace(
        int value, int shortfall, int partner, List<Integer> nearest, boolean complete) {

    static Stream<Trace> of(Traces traces) {
        return IntStream.range(0, traces.values().length)
                .mapToObj(i ->
                        new Trace(
                                traces.values()[i],
                                traces.shortfalls()[i],
                                traces.partners()[i],
                                IntStream.of(traces.nearest()[i]).boxed().toList(),
                                traces.complete()[i]));
    }

    static Traces joined(List<Trace> all) {
        boolean[] complete = new boolean[all.size()];
        for (int i = 0; i < complete.length; i++) {
            complete[i] = all.get(i).complete();
        }
        return new Traces(
                all.stream().mapToInt(Trace::value).toArray(),
                all.stream().mapToInt(Trace::shortfall).toArray(),
                all.stream().mapToInt(Trace::partner).toArray(),
                all.stream()
                        .map(trace -> trace.nearest().stream().mapToInt(i -> i).toArray())
                        .toArray(int[][]::new),
                complete);
    }
}
