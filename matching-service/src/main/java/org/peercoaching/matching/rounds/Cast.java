package org.peercoaching.matching.rounds;

import java.util.List;
import java.util.Objects;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Task;

/** The people of a round, and what it goes by. */
record Cast(Basis basis, List<Entry> people) {

    /** What the engine is asked, around some choices of the managers. */
    Task task(Order order, Review review) {
        List<Candidate> candidates =
                people.stream()
                        .map(Entry::candidate)
                        .filter(Objects::nonNull)
                        .map(one -> one.apartFrom(review.forbiddenTo(one.id())))
                        .toList();
        return new Task(
                candidates,
                basis.policy().toEngine(basis.focusSkills()),
                review.locked(),
                order.seed(),
                order.workAtMost());
    }
}
