package org.peercoaching.matching.engine.verify;

import java.util.ArrayList;
import java.util.List;

/** Collects faults, up to a number that says enough. */
final class Faults {

    private static final int MOST = 100;
    private static final int MOST_PEOPLE = 8;

    private final List<Fault> found = new ArrayList<>();

    void add(Fault.Kind kind, List<String> people) {
        add(kind, people, 0, 0);
    }

    void add(Fault.Kind kind, List<String> people, long claimed, long counted) {
        if (found.size() < MOST) {
            List<String> few = people.subList(0, Math.min(people.size(), MOST_PEOPLE));
            found.add(new Fault(kind, List.copyOf(few), claimed, counted));
        }
    }

    boolean none() {
        return found.isEmpty();
    }

    Verdict orSound(long proven) {
        return found.isEmpty() ? new Verdict.Sound(proven) : new Verdict.Faulty(List.copyOf(found));
    }
}
