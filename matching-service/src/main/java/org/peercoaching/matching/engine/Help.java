package org.peercoaching.matching.engine;

import java.util.List;

/**
 * What one member of a match can give another.
 *
 * @param skills what the receiver wants to grow in and the giver is better at, most wanted first
 */
public record Help(String giver, String receiver, List<String> skills) {}
