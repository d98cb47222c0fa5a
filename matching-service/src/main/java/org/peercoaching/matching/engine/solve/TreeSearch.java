package org.peercoaching.matching.engine.solve;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.peercoaching.matching.engine.graph.Graph;

/**
 * Makes a matching one better: from a vertex without a partner a tree of alternating paths grows,
 * along edges that are exactly covered. At its outer nodes values fall, at its inner ones they
 * rise, one unit in one unit of time; what that leads to is kept by time. The search ends when the
 * tree meets another vertex without a partner, when the value of an outer vertex has fallen to zero
 * (it goes without a partner instead), or when there is no more work to spend. At any end all edges
 * are covered and all pairs exactly.
 */
final class TreeSearch {

    private static final byte UNLABELLED = 0;
    private static final byte OUTER = 1;
    private static final byte INNER = 2;

    private final Graph graph;
    private final int[] owners;
    private final Blossoms blossoms;
    private final Values values;
    private final Work work;
    private final boolean[] removed;
    private final byte[] labels;
    private final int[] entries;
    private final int[] origins;
    private final Cycle cycle;
    private final Events events = new Events();
    private int[] nodes = new int[64];
    private int nodeCount;
    private int zero;
    private int zeroTime;
    private int third;
    private int thirdTime;
    private int horizon;
    private @Nullable Thirds thirds;

    /**
     * A search.
     *
     * @param owners for each position of the graph the vertex that lists it
     * @param removed vertices that are not there
     */
    TreeSearch(
            Graph graph,
            int[] owners,
            Blossoms blossoms,
            Values values,
            Work work,
            boolean[] removed) {
        this.graph = graph;
        this.owners = owners;
        this.blossoms = blossoms;
        this.values = values;
        this.work = work;
        this.removed = removed;
        this.labels = new byte[blossoms.nodes()];
        this.entries = new int[blossoms.nodes()];
        this.origins = new int[blossoms.nodes()];
        this.cycle = new Cycle(blossoms, this::above, origins, entries);
    }

    /** How a search ended. */
    enum End {
        /** Everybody on the way has a partner now. */
        PAIRED,
        /** Somebody is without a partner, for whom none is worth it. */
        LEFT_OUT,
        /** Somebody is without a partner who had best join two others. */
        THIRD,
        /** Work ran out: nothing has changed but values. */
        UNFINISHED
    }

    /** Searches from a vertex without a partner. */
    End improve(int root) {
        return improve(root, null);
    }

    /**
     * Searches from a vertex without a partner, the last of its part of the graph.
     *
     * @param joining null where nobody may join a pair
     */
    End improve(int root, @Nullable Thirds joining) {
        thirds = joining;
        values.setNow(0);
        events.clear();
        nodeCount = 0;
        zeroTime = Integer.MAX_VALUE;
        thirdTime = Integer.MAX_VALUE;
        horizon = Integer.MAX_VALUE;
        makeOuter(blossoms.top(root));
        End end = End.UNFINISHED;
        while (end == End.UNFINISHED && work.remains()) {
            int last = Math.min(zeroTime, thirdTime);
            if (!events.isEmpty() && events.firstTime() <= last) {
                values.setNow(events.firstTime());
                end = happens(events.take()) ? End.PAIRED : End.UNFINISHED;
            } else {
                // What somebody who joins a pair loses may lie in the past: odd sets deceive it.
                values.setNow(Math.max(values.now(), last));
                end = thirdTime < zeroTime ? End.THIRD : End.LEFT_OUT;
                flip(end == End.THIRD ? third : zero, -1);
            }
        }
        end();
        return end;
    }

    /** Who joins a pair, after a search that ended so. */
    int third() {
        return third;
    }

    private void end() {
        for (int i = 0; i < nodeCount; i++) {
            int node = nodes[i];
            if (labels[node] == UNLABELLED) {
                continue;
            }
            labels[node] = UNLABELLED;
            rate(node, 0);
            if (blossoms.isBlossom(node)) {
                values.changeBlossom(node, 0);
                openIfZero(node);
            }
        }
    }

    /** Blossoms without value are of no use any more. */
    private void openIfZero(int node) {
        if (blossoms.isBlossom(node) && blossoms.value(node) == 0) {
            int[] cycle = blossoms.cycle(node);
            blossoms.open(node);
            for (int inside : cycle) {
                openIfZero(inside);
            }
        }
    }

    private boolean happens(int what) {
        if (what < 0) {
            shrunk(-1 - what);
            return false;
        }
        int from = owners[what];
        int to = graph.neighbour(what);
        int near = blossoms.top(from);
        int far = blossoms.top(to);
        if (near == far || labels[near] != OUTER || labels[far] == INNER) {
            return false;
        }
        int slack = values.of(from) + values.of(to) - graph.weight(what);
        if (labels[far] == OUTER) {
            if (slack > 0) {
                schedule(values.now() + slack / 2, what);
            } else {
                join(from, to);
            }
            return false;
        }
        if (slack > 0) {
            schedule(values.now() + slack, what);
            return false;
        }
        return grow(from, to, far);
    }

    /** The tree reaches a node; returns whether that is the end. */
    private boolean grow(int from, int to, int node) {
        int mate = blossoms.mate(blossoms.base(node));
        if (mate < 0) {
            blossoms.rebase(node, to);
            blossoms.setMate(to, from);
            flip(from, to);
            return true;
        }
        makeInner(node, from, to);
        makeOuter(blossoms.top(mate));
        return false;
    }

    private void makeInner(int node, int from, int to) {
        rate(node, 1);
        labelInner(node, from, to);
    }

    /** The vertices of the node rise already. */
    private void labelInner(int node, int from, int to) {
        label(node, INNER);
        origins[node] = from;
        entries[node] = to;
        if (blossoms.isBlossom(node)) {
            values.changeBlossom(node, -2);
            schedule(values.now() + blossoms.value(node) / 2, -1 - node);
        }
    }

    private void makeOuter(int node) {
        label(node, OUTER);
        rate(node, -1);
        if (blossoms.isBlossom(node)) {
            values.changeBlossom(node, 2);
        }
        scanAll(node);
    }

    private void scanAll(int node) {
        for (int vertex = blossoms.first(node); vertex >= 0; vertex = blossoms.next(node, vertex)) {
            scan(vertex);
        }
    }

    private void rate(int node, int rate) {
        for (int vertex = blossoms.first(node); vertex >= 0; vertex = blossoms.next(node, vertex)) {
            values.change(vertex, rate);
        }
    }

    private void label(int node, byte label) {
        labels[node] = label;
        if (nodeCount == nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * nodeCount);
        }
        nodes[nodeCount++] = node;
    }

    /** Looks what the edges of a vertex that has become outer will lead to. */
    private void scan(int vertex) {
        int value = values.of(vertex);
        if (values.now() + value < zeroTime) {
            zeroTime = values.now() + value;
            zero = vertex;
            horizon = Math.min(horizon, zeroTime);
        }
        if (thirds != null) {
            int gain = thirds.gain(vertex, member -> labels[blossoms.top(member)] != UNLABELLED);
            if (gain > 0 && values.now() + value - gain < thirdTime) {
                thirdTime = values.now() + value - gain;
                third = vertex;
                horizon = Math.min(horizon, thirdTime);
            }
        }
        int top = blossoms.top(vertex);
        int end = graph.first(vertex + 1);
        for (int at = graph.first(vertex); at < end; at++) {
            int other = graph.neighbour(at);
            int node = blossoms.top(other);
            byte label = labels[node];
            if (node == top || label == INNER || removed[other]) {
                continue;
            }
            int slack = value + values.of(other) - graph.weight(at);
            if (label == OUTER) {
                schedule(values.now() + slack / 2, at);
            } else {
                schedule(values.now() + slack, at);
                if (blossoms.mate(blossoms.base(node)) < 0) {
                    horizon = Math.min(horizon, values.now() + slack);
                }
            }
        }
        work.spend(end - graph.first(vertex));
    }

    /** After the horizon nothing happens: the search will have ended. */
    private void schedule(int time, int what) {
        if (time <= horizon) {
            events.add(time, what);
        }
    }

    /** Two outer nodes meet: with the paths to where these fork they are a blossom. */
    private void join(int from, int to) {
        int[] around = cycle.through(from, to);
        for (int node : around) {
            if (blossoms.isBlossom(node)) {
                values.changeBlossom(node, 0);
            }
        }
        int[] newlyOuter = IntStream.of(around).filter(node -> labels[node] == INNER).toArray();
        for (int node : newlyOuter) {
            rate(node, -1);
        }
        for (int node : around) {
            labels[node] = UNLABELLED;
        }
        int blossom = blossoms.join(around, cycle.ends());
        label(blossom, OUTER);
        values.changeBlossom(blossom, 2);
        for (int node : newlyOuter) {
            scanAll(node);
        }
    }

    /** The outer node above an outer one in the tree; -1 at its root. */
    private int above(int node) {
        int mate = blossoms.mate(blossoms.base(node));
        return mate < 0 ? -1 : blossoms.top(origins[blossoms.top(mate)]);
    }

    /** The value of an inner blossom has fallen to zero: what of it the tree needs stays in it. */
    private void shrunk(int blossom) {
        if (labels[blossom] != INNER
                || blossoms.parent(blossom) >= 0
                || values.ofBlossom(blossom) != 0) {
            return;
        }
        int[] cycle = blossoms.cycle(blossom);
        int[] ends = blossoms.joints(blossom);
        int from = blossoms.position(blossom, entries[blossom]);
        values.changeBlossom(blossom, 0);
        labels[blossom] = UNLABELLED;
        blossoms.open(blossom);
        int origin = origins[blossom];
        int entry = entries[blossom];
        int step = from % 2 == 1 ? 1 : -1;
        boolean[] kept = new boolean[cycle.length];
        int at = from;
        int[] toScan = new int[cycle.length / 2 + 1];
        int scans = 0;
        while (true) {
            kept[at] = true;
            labelInner(cycle[at], origin, entry);
            if (at == 0) {
                break;
            }
            at = (at + step) % cycle.length;
            kept[at] = true;
            toScan[scans++] = cycle[at];
            int edge = step == 1 ? at : at - 1;
            origin = ends[2 * edge + (step == 1 ? 0 : 1)];
            entry = ends[2 * edge + (step == 1 ? 1 : 0)];
            at = (at + step) % cycle.length;
        }
        for (int i = 0; i < scans; i++) {
            makeOuter(toScan[i]);
        }
        for (int i = 0; i < cycle.length; i++) {
            if (!kept[i]) {
                rate(cycle[i], 0);
                seenFromOutside(cycle[i]);
            }
        }
    }

    /** A node that was inside an inner blossom is outside of the tree now. */
    private void seenFromOutside(int node) {
        for (int vertex = blossoms.first(node); vertex >= 0; vertex = blossoms.next(node, vertex)) {
            int end = graph.first(vertex + 1);
            for (int at = graph.first(vertex); at < end; at++) {
                int other = graph.neighbour(at);
                if (labels[blossoms.top(other)] == OUTER && !removed[other]) {
                    int slack = values.of(vertex) + values.of(other) - graph.weight(at);
                    schedule(values.now() + slack, opposite(at, vertex));
                }
            }
            work.spend(end - graph.first(vertex));
        }
    }

    /** The position at which the other end lists an edge. */
    private int opposite(int at, int vertex) {
        return graph.position(graph.neighbour(at), vertex);
    }

    /** Changes partners along the path from an outer vertex to the root. */
    private void flip(int vertex, int newMate) {
        int outerVertex = vertex;
        int mate = newMate;
        while (true) {
            int node = blossoms.top(outerVertex);
            int old = blossoms.mate(blossoms.base(node));
            blossoms.rebase(node, outerVertex);
            blossoms.setMate(outerVertex, mate);
            if (old < 0) {
                return;
            }
            int inner = blossoms.top(old);
            int entry = entries[inner];
            int origin = origins[inner];
            blossoms.rebase(inner, entry);
            blossoms.setMate(entry, origin);
            outerVertex = origin;
            mate = entry;
        }
    }
}
