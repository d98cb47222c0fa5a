package org.peercoaching.matching.engine.pairs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Task;

/**
 * The candidates of a task, parted into those of locked matches and the others.
 *
 * @param groups members of each locked match
 * @param others who is to be matched
 */
record Locked(List<List<Candidate>> groups, List<Candidate> others) {

    static Locked of(Task task) {
        Map<String, Candidate> free = HashMap.newHashMap(task.candidates().size());
        for (Candidate candidate : task.candidates()) {
            if (free.put(candidate.id(), candidate) != null) {
                throw new IllegalArgumentException("Two candidates have the same id");
            }
        }
        List<List<Candidate>> groups = new ArrayList<>();
        for (List<String> ids : task.locked()) {
            List<Candidate> members = new ArrayList<>();
            for (String id : ids) {
                Candidate member = free.remove(id);
                if (member == null) {
                    throw new IllegalArgumentException(
                            "A locked match names somebody twice, or who is no candidate");
                }
                members.add(member);
            }
            groups.add(members);
        }
        return new Locked(groups, List.copyOf(free.values()));
    }
}
