package org.peercoaching.local.demonstration;

import java.util.Map;

/**
 * What a loading came to.
 *
 * @param commands that were done in this run
 * @param repeats how often something was sent again because it was not answered
 * @param refusals what the platform refused, and how often; empty if all went well
 */
public record Summary(int commands, int repeats, Map<String, Integer> refusals) {}
