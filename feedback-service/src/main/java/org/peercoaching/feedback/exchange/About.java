package org.peercoaching.feedback.exchange;

import org.jspecify.annotations.Nullable;
import org.peercoaching.kit.encryption.Sealed;

/**
 * What a giver tells about one other attendee.
 *
 * @param receiverId the participant id of whom it is about
 * @param words sealed with the giver's key; null where the giver wrote none
 */
public record About(String receiverId, Ratings ratings, @Nullable Sealed words) {}
