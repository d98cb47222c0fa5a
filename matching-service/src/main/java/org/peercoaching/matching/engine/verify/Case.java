package org.peercoaching.matching.engine.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.score.Cohort;

/**
 * A task as numbers.
 *
 * @param indices of all candidates in the cohort, by id
 * @param locked the locked matches, members sorted
 * @param free indices of those whom no locked match holds, in the order of their ids, which is that
 *     of a certificate's values
 */
record Case(Cohort cohort, Map<String, Integer> indices, Set<List<String>> locked, int[] free) {

    static final int UNKNOWN = -1;

    static Case of(Task task) {
        Cohort cohort = Cohort.of(task.candidates(), task.policy(), task.seed());
        Map<String, Integer> indices = HashMap.newHashMap(cohort.size());
        IntStream.range(0, cohort.size()).forEach(i -> indices.put(cohort.person(i).id(), i));
        Set<String> held = new HashSet<>();
        Set<List<String>> locked = new HashSet<>();
        for (List<String> members : task.locked()) {
            locked.add(members.stream().sorted().toList());
            if (!indices.keySet().containsAll(members) || !members.stream().allMatch(held::add)) {
                throw new IllegalArgumentException(
                        "A locked match holds somebody twice, or somebody who is no candidate");
            }
        }
        List<String> ids = new ArrayList<>(indices.keySet());
        ids.removeAll(held);
        int[] free =
                ids.stream().sorted().mapToInt(id -> indices.getOrDefault(id, UNKNOWN)).toArray();
        return new Case(cohort, indices, locked, free);
    }

    int index(String id) {
        return indices.getOrDefault(id, UNKNOWN);
    }

    /** Indices of people, {@link #UNKNOWN} among them. */
    int[] indices(List<String> ids) {
        return ids.stream().mapToInt(this::index).toArray();
    }

    String id(int index) {
        return cohort.person(index).id();
    }

    /** The ids of some of those whom no locked match holds. */
    List<String> ids(int... positions) {
        return IntStream.of(positions).mapToObj(position -> id(free[position])).toList();
    }
}
