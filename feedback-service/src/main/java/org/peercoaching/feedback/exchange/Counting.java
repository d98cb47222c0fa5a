package org.peercoaching.feedback.exchange;

import org.peercoaching.kit.consume.Handled;

/**
 * Counts answers, inside this service. An exchange hands its answers over when its window closes,
 * so that they are counted even where the broker was away; most of them were counted by then.
 */
@FunctionalInterface
public interface Counting {

    /**
     * Counts an answer, once however often it comes.
     *
     * @return refused where its week was counted already
     */
    Handled count(GivenAnswer answer);
}
