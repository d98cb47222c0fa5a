package org.peercoaching.matching.engine.circles;

import java.util.Arrays;
import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.peercoaching.matching.engine.Sizes;

/**
 * Places people by chains: somebody who is in no circle takes the place of a second one, who takes
 * the place of a third one, and so on, until the last one joins a circle that has room, or the last
 * ones of several chains make a new circle. Where it is hard to place the last few, it is because
 * they are far from each other: chains bring them together.
 */
final class Chains {

    private static final int NOBODY = -1;

    /** How far a first look goes, in labels for each person in no circle. */
    private static final int NEAR = 32;

    /** How much further each next one goes. */
    private static final int FURTHER = 8;

    /** Steps in which a circle around one person's chains is looked for. */
    private static final int MOST_TRIES = 20_000;

    private final Neighbours neighbours;
    private final Scores scores;
    private final Sizes sizes;
    private final Trade trade;
    private final RandomGenerator random;

    /** How many labels a person has at most: a label is a chain that would free the person. */
    private final int width;

    /** Who in no circle the chain starts with, by label. */
    private final int[] starters;

    /** The label of whoever would take the person's place, by label. */
    private final int[] before;

    private final byte[] labels;
    private final int[] reach;
    private final int[] circle;
    private final int[] heads;

    /** When a circle was last looked at. */
    private final int[] seen;

    private int stamp;
    private int[] queue = new int[1024];
    private int queued;
    private int tries;
    private long steps;
    private long spent;

    Chains(
            int people,
            Neighbours neighbours,
            Scores scores,
            Sizes sizes,
            Trade trade,
            RandomGenerator random) {
        this.neighbours = neighbours;
        this.scores = scores;
        this.sizes = sizes;
        this.trade = trade;
        this.random = random;
        width = sizes.min() + 2;
        starters = new int[people * width];
        before = new int[people * width];
        labels = new byte[people];
        seen = new int[people];
        reach = new int[people];
        circle = new int[sizes.min()];
        heads = new int[sizes.min()];
    }

    /**
     * Places as many as it can, and returns whether it placed anybody. It looks near those who are
     * in no circle first, and further only if that does not help.
     */
    boolean place(Arrangement arrangement, Effort effort) {
        int placed = arrangement.placed();
        int far = NEAR * arrangement.waiting();
        while (arrangement.waiting() > 0 && effort.goOn()) {
            explore(arrangement, far, effort);
            gather(arrangement, effort);
            count(effort);
            if (arrangement.placed() > placed) {
                return true;
            }
            if (queued < far) {
                return false;
            }
            far *= FURTHER;
        }
        return false;
    }

    private void count(Effort effort) {
        effort.spend(steps - spent);
        spent = steps;
    }

    private boolean goOn(Effort effort) {
        count(effort);
        return effort.goOn();
    }

    /** From all who are in no circle at once, who could be freed by whom. */
    private void explore(Arrangement arrangement, int far, Effort effort) {
        Arrays.fill(labels, (byte) 0);
        queued = 0;
        int count = arrangement.waiting();
        int offset = count == 0 ? 0 : random.nextInt(count);
        for (int i = 0; i < count; i++) {
            int person = arrangement.waiting((offset + i) % count);
            label(person, person, NOBODY);
        }
        for (int next = 0; next < queued && queued < far && goOn(effort); next++) {
            int person = queue[next] / width;
            int label = queue[next];
            if (arrangement.isWaiting(starters[label])) {
                follow(person, label, arrangement);
            }
        }
    }

    private void label(int person, int starter, int from) {
        int at = person * width;
        for (int i = at; i < at + labels[person]; i++) {
            if (starters[i] == starter) {
                return;
            }
        }
        if (labels[person] < width) {
            int label = at + labels[person]++;
            starters[label] = starter;
            before[label] = from;
            if (queued == queue.length) {
                queue = Arrays.copyOf(queue, 2 * queued + 16);
            }
            queue[queued++] = label;
        }
    }

    /** Looks into all circles near a person for somebody whose place they could take. */
    private void follow(int person, int label, Arrangement arrangement) {
        stamp++;
        int[] near = neighbours.of(person);
        steps += near.length;
        for (int other : near) {
            int at = arrangement.circleOf(other);
            if (at == Arrangement.NONE || seen[at] == stamp || at == arrangement.circleOf(person)) {
                continue;
            }
            seen[at] = stamp;
            int[] members = arrangement.members(at);
            int strangers = 0;
            int stranger = NOBODY;
            for (int member : members) {
                if (scores.of(person, member) == Scores.NEVER) {
                    strangers++;
                    stranger = member;
                }
            }
            steps += members.length;
            if (strangers > 1) {
                continue;
            }
            if (strangers == 0 && members.length < sizes.max() && joins(label, at, arrangement)) {
                return;
            }
            for (int member : members) {
                if ((strangers == 0 || member == stranger)
                        && labels[member] < width
                        && trade.canReplace(members, member, person)) {
                    label(member, starters[label], label);
                }
            }
        }
    }

    private boolean joins(int label, int at, Arrangement arrangement) {
        trade.begin();
        int person = label / width;
        int member = arrangement.members(at)[0];
        if (free(label, arrangement)
                && arrangement.circleOf(member) == at
                && trade.join(at, person, arrangement)) {
            return true;
        }
        trade.undo(arrangement);
        return false;
    }

    /** Frees a person by the chain that a label tells of. */
    private boolean free(int label, Arrangement arrangement) {
        int from = before[label];
        return from == NOBODY
                ? arrangement.isWaiting(label / width)
                : free(from, arrangement)
                        && trade.replace(label / width, from / width, arrangement);
    }

    /**
     * Makes circles of people who can be freed by chains that start with different people. Those
     * who can go the fewest ways come first.
     */
    private void gather(Arrangement arrangement, Effort effort) {
        sortByReach();
        int next = 0;
        while (next < queued && arrangement.waiting() >= sizes.min() && goOn(effort)) {
            int starter = starters[queue[next]];
            tries = MOST_TRIES;
            boolean made = false;
            for (; next < queued && starters[queue[next]] == starter; next++) {
                if (!made && tries > 0 && arrangement.isWaiting(starter)) {
                    circle[0] = queue[next] / width;
                    heads[0] = queue[next];
                    made = grow(1, 0, arrangement);
                }
            }
            steps += MOST_TRIES - tries;
        }
    }

    /** Orders labels by starter, those with the fewest first; otherwise nearest first as before. */
    private void sortByReach() {
        Arrays.fill(reach, 0);
        for (int i = 0; i < queued; i++) {
            reach[starters[queue[i]]]++;
        }
        queue =
                IntStream.range(0, queued)
                        .map(i -> queue[i])
                        .boxed()
                        .sorted(
                                Comparator.<Integer>comparingInt(label -> reach[starters[label]])
                                        .thenComparingInt(label -> starters[label]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        steps += queued;
    }

    private boolean grow(int count, int from, Arrangement arrangement) {
        if (count == sizes.min()) {
            return make(arrangement);
        }
        int[] near = neighbours.of(circle[0]);
        for (int i = from; i < near.length && tries > 0; i++) {
            int person = near[i];
            if (labels[person] > 0 && fits(person, count)) {
                for (int label = person * width;
                        label < person * width + labels[person] && tries > 0;
                        label++) {
                    tries--;
                    if (isNew(starters[label], count) && arrangement.isWaiting(starters[label])) {
                        circle[count] = person;
                        heads[count] = label;
                        if (grow(count + 1, i + 1, arrangement)) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    private boolean fits(int person, int count) {
        tries--;
        for (int i = 1; i < count; i++) {
            if (scores.of(person, circle[i]) == Scores.NEVER) {
                return false;
            }
        }
        return true;
    }

    private boolean isNew(int starter, int count) {
        for (int i = 0; i < count; i++) {
            if (starters[heads[i]] == starter) {
                return false;
            }
        }
        return true;
    }

    private boolean make(Arrangement arrangement) {
        tries -= 10;
        trade.begin();
        for (int head : heads) {
            if (!free(head, arrangement)) {
                trade.undo(arrangement);
                return false;
            }
        }
        int[] people = circle.clone();
        Arrays.sort(people);
        if (trade.found(people, arrangement)) {
            return true;
        }
        trade.undo(arrangement);
        return false;
    }
}
