package org.peercoaching.local.demonstration;

import java.util.Map;

/**
 * What a loading came to.
 *
 * @param commands that were done in this run
 * @param refusals what the platform refused, and how often; empty if all went well
 */
public record Summary(int commands, Map<String, Integer> refusals) {}
