/**
 * The exchange: what the people of one held session tell each other afterwards. There is one per
 * session, with an id derived from the session's, so that it is asked for once however often the
 * session is announced. Each attendee answers once, about each of the others, within seven days.
 * All answers become visible by one decision, when the last one is given or when the window closes;
 * until then a giver sees their own and nobody else's. That decision is stored in the exchange and
 * guarded by its version: no reader's clock can open it for one side earlier than for the other.
 *
 * <p>What the members of a pair or a trio tell each other bears their names. In a circle each sees
 * what at least three others told about them, {@link org.peercoaching.feedback.exchange.Together},
 * and a session of three members reveals nothing: of two givers each would know the other's part.
 * As all is revealed at once and nothing is taken afterwards, nobody sees the means before and
 * after one more answer.
 *
 * <p>Ratings and words stay here. Events tell who was asked and who answered; {@link
 * org.peercoaching.feedback.exchange.GivenAnswers} gives the ratings, never the words, to the
 * counting inside this service.
 */
@NullMarked
package org.peercoaching.feedback.exchange;

import org.jspecify.annotations.NullMarked;
