package org.peercoaching.session.relationships;

/**
 * A session's entry in its relationship, written before the session itself: the relationship's end
 * calls off whatever is listed, even what does not exist yet.
 *
 * @param slot the time as it was first asked for; a later move changes the session alone
 */
public record Booking(String sessionId, Slot slot) {}
