package org.peercoaching.matching.engine.solve;

/**
 * The dual values of vertices and blossoms while a search changes many of them at the same rate: a
 * value is noted with the time since which it rises or falls.
 */
final class Values {

    private final int[] vertices;
    private final byte[] rates;
    private final int[] since;
    private final Blossoms blossoms;
    private final byte[] blossomRates;
    private final int[] blossomSince;
    private int now;

    Values(int[] vertices, Blossoms blossoms) {
        this.vertices = vertices;
        this.rates = new byte[vertices.length];
        this.since = new int[vertices.length];
        this.blossoms = blossoms;
        this.blossomRates = new byte[blossoms.nodes()];
        this.blossomSince = new int[blossoms.nodes()];
    }

    /** The time of the search; a value that falls has fallen by as much. */
    int now() {
        return now;
    }

    void setNow(int time) {
        now = time;
    }

    int of(int vertex) {
        return vertices[vertex] + rates[vertex] * (now - since[vertex]);
    }

    void raise(int vertex, int by) {
        vertices[vertex] += by;
    }

    int ofBlossom(int node) {
        return blossoms.value(node) + blossomRates[node] * (now - blossomSince[node]);
    }

    /** From now on a vertex changes at a rate: -1, 0 or 1. */
    void change(int vertex, int rate) {
        vertices[vertex] = of(vertex);
        rates[vertex] = (byte) rate;
        since[vertex] = now;
    }

    /** From now on a blossom changes at a rate: -2, 0 or 2. */
    void changeBlossom(int node, int rate) {
        blossoms.setValue(node, ofBlossom(node));
        blossomRates[node] = (byte) rate;
        blossomSince[node] = now;
    }
}
