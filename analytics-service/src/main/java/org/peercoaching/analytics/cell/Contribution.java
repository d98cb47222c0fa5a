package org.peercoaching.analytics.cell;

/**
 * What one fact adds to one cell, as of a revision of the fact. One that adds nothing stays: it
 * keeps older revisions out.
 *
 * @param revision the fact's, counted up with every change
 */
public record Contribution(long revision, Values values) {}
