package org.peercoaching.analytics.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Decides what may be published beside what is published already.
 *
 * <p>Everything published cuts the elements into blocks: two elements lie in one block if every
 * published figure is about both or about neither. Whatever a stranger adds to, subtracts from or
 * multiplies among the published figures speaks of whole blocks only, because no published figure
 * tells the elements of a block apart. So it is enough that no block has people but fewer than k of
 * them: then no such combination, over units, periods and releases, comes down to fewer than k
 * people. A figure that would cut a smaller block is refused. Sets of people that one figure tells
 * of are protected each by itself.
 */
public final class Blocks {

    private final int k;
    private List<Elements> blocks;

    /**
     * Elements of which nothing is published yet.
     *
     * @param k how many people a block must have
     */
    public Blocks(Elements all, int k) {
        this.k = k;
        this.blocks = new ArrayList<>(all.bySet());
    }

    /** Whether a figure may be published. */
    public boolean allow(Figure figure) {
        return figure.tells().stream().allMatch(this::allow);
    }

    private boolean allow(Elements told) {
        if (told.people() < k) {
            return false;
        }
        Elements rest = told;
        for (Elements block : blocks) {
            Elements inside = block.and(told);
            if (!inside.isEmpty()) {
                if (isFew(inside) || isFew(block.minus(told))) {
                    return false;
                }
                rest = rest.minus(block);
            }
        }
        return !isFew(rest);
    }

    /** Takes note that figures about some elements are published. */
    public void published(Collection<Elements> figures) {
        figures.forEach(each -> each.bySet().forEach(this::published));
    }

    private void published(Elements told) {
        List<Elements> cut = new ArrayList<>(blocks.size() + 1);
        Elements rest = told;
        for (Elements block : blocks) {
            Elements inside = block.and(told);
            if (inside.isEmpty()) {
                cut.add(block);
            } else {
                cut.add(inside);
                addUnlessEmpty(cut, block.minus(told));
                rest = rest.minus(block);
            }
        }
        addUnlessEmpty(cut, rest);
        blocks = cut;
    }

    /** Publishes a figure if that is allowed. */
    public boolean publish(Figure figure) {
        boolean allowed = allow(figure);
        if (allowed) {
            published(figure.tells());
        }
        return allowed;
    }

    private boolean isFew(Elements elements) {
        return !elements.isEmpty() && elements.people() < k;
    }

    private static void addUnlessEmpty(List<Elements> blocks, Elements elements) {
        if (!elements.isEmpty()) {
            blocks.add(elements);
        }
    }
}
