package org.peercoaching.session.sessions;

/**
 * A stretch of a session in which one member coached another.
 *
 * @param coach participant id
 * @param coachee participant id
 * @param minutes 1 to 480
 */
public record Turn(String coach, String coachee, int minutes) {}
