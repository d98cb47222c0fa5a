package org.peercoaching.matching.engine.circles;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.peercoaching.matching.engine.Sizes;
import org.peercoaching.matching.engine.score.Cohort;

/** Small changes of circles, each of which leaves them allowed, and can be undone. */
final class Trade {

    private record Change(int[] before, int weight, int[] after) {}

    private final Scores scores;
    private final Shared shared;
    private final Judge judge;
    private final int[] buffer = new int[Sizes.LARGEST];
    private final Deque<Change> changes = new ArrayDeque<>();

    Trade(Cohort cohort, Scores scores, Judge judge) {
        this.scores = scores;
        this.judge = judge;
        shared = new Shared(cohort, Sizes.LARGEST);
    }

    /** What is changed from now on can be undone. */
    void begin() {
        changes.clear();
    }

    /** Undoes what was changed since the beginning. */
    void undo(Arrangement arrangement) {
        while (!changes.isEmpty()) {
            Change change = changes.pop();
            arrangement.remove(arrangement.circleOf(change.after[0]));
            if (change.before.length > 0) {
                arrangement.add(change.before, change.weight);
            }
        }
    }

    /** Whether a circle is allowed with one person in the place of another. */
    boolean canReplace(int[] members, int leaving, int coming) {
        return weigh(members, leaving, coming) > 0;
    }

    /** Puts somebody who is in no circle in the place of another, if that is allowed. */
    boolean replace(int leaving, int coming, Arrangement arrangement) {
        int circle = arrangement.circleOf(leaving);
        if (circle == Arrangement.NONE || !arrangement.isWaiting(coming)) {
            return false;
        }
        return change(circle, weigh(arrangement.members(circle), leaving, coming), arrangement);
    }

    /** Adds somebody who is in no circle to one, if that is allowed. */
    boolean join(int circle, int coming, Arrangement arrangement) {
        return arrangement.isWaiting(coming)
                && change(
                        circle,
                        weigh(arrangement.members(circle), Arrangement.NONE, coming),
                        arrangement);
    }

    /** Makes a circle of people who are in none, if that is allowed. */
    boolean found(int[] people, Arrangement arrangement) {
        for (int person : people) {
            if (!arrangement.isWaiting(person)) {
                return false;
            }
        }
        int weight = weigh(people, people[0], people[0]);
        if (weight > 0) {
            changes.push(new Change(new int[0], 0, people));
            arrangement.add(people, weight);
        }
        return weight > 0;
    }

    private boolean change(int circle, int weight, Arrangement arrangement) {
        if (weight == 0) {
            return false;
        }
        int[] before = arrangement.members(circle);
        int[] after = Arrays.copyOf(buffer, shared.members());
        Arrays.sort(after);
        changes.push(new Change(before, arrangement.weight(circle), after));
        arrangement.remove(circle);
        arrangement.add(after, weight);
        return true;
    }

    /** What they weigh with one person instead of another; 0 where that is not allowed. */
    int weigh(int[] members, int leaving, int coming) {
        int count = 0;
        buffer[count++] = coming;
        shared.keep(0);
        shared.add(coming);
        int sum = 0;
        for (int member : members) {
            if (member != leaving) {
                for (int i = 0; i < count; i++) {
                    int score = scores.of(buffer[i], member);
                    if (score == Scores.NEVER) {
                        return 0;
                    }
                    sum += score;
                }
                if (!shared.add(member)) {
                    return 0;
                }
                buffer[count++] = member;
            }
        }
        return judge.suffice(buffer, count, sum) ? judge.weight(buffer, count, sum) : 0;
    }
}
