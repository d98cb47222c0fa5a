package org.peercoaching.benchmarks;

import org.peercoaching.benchmarks.matching.MatchingTables;
import org.peercoaching.benchmarks.rounds.RoundTable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All benchmarks, each a command. */
@Command(
        name = "benchmarks",
        mixinStandardHelpOptions = true,
        subcommands = {CommitToTopic.class, MatchingTables.class, RoundTable.class})
public final class Benchmarks {

    private Benchmarks() {}

    /** Runs one. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmarks()).execute(arguments));
    }
}
