package org.peercoaching.analytics.privacy;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides what may be published beside what is published already.
 *
 * <p>Everything published cuts the elements into blocks: two elements lie in one block if every
 * published figure is about both or about neither. Whatever a stranger adds to, subtracts from or
 * multiplies among the published figures speaks of whole blocks only, because no published figure
 * tells the elements of a block apart. So it is enough that no block has people but fewer than k of
 * them: then no such combination, over units, periods and releases, comes down to fewer than k
 * people. A figure that would cut a smaller block is refused.
 */
public final class Blocks {

    private final int k;
    private List<Elements> blocks = new ArrayList<>();

    /**
     * Elements of which nothing is published yet.
     *
     * @param k how many people a block must have
     */
    public Blocks(Elements all, int k) {
        this.k = k;
        if (!all.isEmpty()) {
            blocks.add(all);
        }
    }

    /** Whether a figure about some elements may be published. */
    public boolean allow(Elements figure) {
        if (figure.people() < k) {
            return false;
        }
        Elements rest = figure;
        for (Elements block : blocks) {
            Elements inside = block.and(figure);
            if (!inside.isEmpty()) {
                if (isFew(inside) || isFew(block.minus(figure))) {
                    return false;
                }
                rest = rest.minus(block);
            }
        }
        return !isFew(rest);
    }

    /** Takes note that a figure about some elements is published. */
    public void published(Elements figure) {
        List<Elements> cut = new ArrayList<>(blocks.size() + 1);
        Elements rest = figure;
        for (Elements block : blocks) {
            Elements inside = block.and(figure);
            if (inside.isEmpty()) {
                cut.add(block);
            } else {
                cut.add(inside);
                addUnlessEmpty(cut, block.minus(figure));
                rest = rest.minus(block);
            }
        }
        addUnlessEmpty(cut, rest);
        blocks = cut;
    }

    /** Publishes a figure if that is allowed. */
    public boolean publish(Elements figure) {
        boolean allowed = allow(figure);
        if (allowed) {
            published(figure);
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
