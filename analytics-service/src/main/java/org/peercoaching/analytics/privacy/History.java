package org.peercoaching.analytics.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All figures of what is the case that were ever published of one measure, and whether another one
 * may join them.
 *
 * <p>Over months people come to lie in ever smaller blocks, because some change and some do not: to
 * demand of every block what {@link Blocks} demands would let a figure stand for good once somebody
 * withdrew. It is enough that no combination comes down to fewer than k people. One that the new
 * figure takes no part in does not, as before. One that it takes part in is about everybody on one
 * side or the other of each cut that the figure makes through a block, because all others treat
 * both sides alike; and about everybody who is new in it. So one cut with at least k people on both
 * sides, or k people who are new, are enough; so is that no block at all is small, and that the
 * same was published before.
 */
final class History {

    private final int k;
    private final Set<Elements> told = new HashSet<>();
    private List<Elements> blocks = List.of();

    History(Collection<Elements> published, int k) {
        this.k = k;
        published.forEach(this::published);
    }

    /** Whether a figure may be published now. */
    boolean allow(Figure figure) {
        return figure.tells().stream().allMatch(this::allow);
    }

    private boolean allow(Elements figure) {
        if (figure.people() < k) {
            return false;
        }
        if (told.contains(figure)) {
            return true;
        }
        Elements rest = figure;
        boolean isAnySmall = false;
        for (Elements block : blocks) {
            Elements inside = block.and(figure);
            long outside = inside.isEmpty() ? block.people() : block.minus(figure).people();
            if (inside.people() >= k && outside >= k) {
                return true;
            }
            isAnySmall |= isFew(inside.people()) || isFew(outside);
            rest = inside.isEmpty() ? rest : rest.minus(inside);
        }
        return rest.people() >= k || !(isAnySmall || isFew(rest.people()));
    }

    private boolean isFew(long people) {
        return people > 0 && people < k;
    }

    /** Takes note that a figure about some elements was published. */
    void published(Elements figure) {
        figure.bySet().forEach(this::cut);
    }

    private void cut(Elements figure) {
        if (!told.add(figure)) {
            return;
        }
        List<Elements> cut = new ArrayList<>(blocks.size() + 1);
        Elements rest = figure;
        for (Elements block : blocks) {
            Elements inside = block.and(figure);
            if (inside.isEmpty()) {
                cut.add(block);
            } else {
                cut.add(inside);
                addUnlessEmpty(cut, block.minus(figure));
                rest = rest.minus(inside);
            }
        }
        addUnlessEmpty(cut, rest);
        blocks = cut;
    }

    private static void addUnlessEmpty(List<Elements> blocks, Elements elements) {
        if (!elements.isEmpty()) {
            blocks.add(elements);
        }
    }
}
