package org.peercoaching.matching.engine.circles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.score.Cohort;

/**
 * The people of a task: who is to be placed, and who already is.
 *
 * @param cohort everybody
 * @param locked members of the matches that stand, by index
 * @param open everybody else, in the order of their ids
 */
record Roster(Cohort cohort, List<int[]> locked, int[] open) {

    static Roster of(Task task) {
        Cohort cohort = Cohort.of(task.candidates(), task.policy(), task.seed());
        Map<String, Integer> indices = HashMap.newHashMap(cohort.size());
        for (int i = 0; i < cohort.size(); i++) {
            indices.put(cohort.person(i).id(), i);
        }
        boolean[] taken = new boolean[cohort.size()];
        List<int[]> locked = new ArrayList<>();
        for (List<String> members : task.locked()) {
            if (members.size() < 2) {
                throw new IllegalArgumentException("A locked match needs two members or more");
            }
            locked.add(members.stream().mapToInt(id -> take(id, indices, taken)).toArray());
        }
        int[] open =
                IntStream.range(0, cohort.size())
                        .filter(i -> !taken[i])
                        .boxed()
                        .sorted(Comparator.comparing(i -> cohort.person(i).id()))
                        .mapToInt(Integer::intValue)
                        .toArray();
        return new Roster(cohort, locked, open);
    }

    private static int take(String id, Map<String, Integer> indices, boolean[] taken) {
        Integer index = indices.get(id);
        if (index == null) {
            throw new IllegalArgumentException("A locked match names somebody who is no candidate");
        }
        if (taken[index]) {
            throw new IllegalArgumentException("Locked matches name somebody twice");
        }
        taken[index] = true;
        return index;
    }

    /** Those to be placed, in the order that the seed decides. */
    int[] openBySeed() {
        int[] sorted = open.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
