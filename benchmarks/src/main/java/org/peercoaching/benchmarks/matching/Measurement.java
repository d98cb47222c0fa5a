package org.peercoaching.benchmarks.matching;

import java.util.List;

/** Something that is measured in a JVM of its own. */
interface Measurement {

    /** Of the people and of the matchings that are measured; others warm up. */
    long SEED = 1;

    /**
     * One row of a table.
     *
     * @throws IllegalStateException where the result is not what it claims to be
     */
    Row row(String people, int size);

    /** The table's title and its head. */
    List<String> head();

    /** One of them. */
    static Measurement named(String name) {
        return switch (name) {
            case "pairs" -> new Pairs();
            case "other-solver" -> new OtherSolver();
            case "new-person" -> new NewPerson();
            case "circles" -> new Circles();
            case "rounds" -> new EightRounds();
            case "again" -> new Again();
            default -> throw new IllegalArgumentException("No measurement is called " + name);
        };
    }

    static int threads() {
        return Runtime.getRuntime().availableProcessors();
    }
}
