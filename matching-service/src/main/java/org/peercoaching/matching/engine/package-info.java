/**
 * Who fits whom, and the best way to match a whole cohort. {@link
 * org.peercoaching.matching.engine.Rules} forbids pairs, {@link
 * org.peercoaching.matching.engine.Scorer} gives every other pair a symmetric integer score made of
 * terms that add up, and a {@link org.peercoaching.matching.engine.Matcher} finds the matching of
 * largest weight. Searching and explaining use the same scorer, so an explanation never says
 * something else than the score. Nothing here knows of services, stores or events.
 */
@NullMarked
package org.peercoaching.matching.engine;

import org.jspecify.annotations.NullMarked;
