package org.peercoaching.benchmarks.rounds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import org.peercoaching.matching.MatchingService;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A process of the service that fills its store, or lets a round be computed and writes a row of
 * the table into a file. It hears no events and announces none, so it needs no broker.
 */
public final class ServiceRun {

    /** What such a process is for. */
    enum Purpose {
        /** People are put into its store. */
        FILL,
        /** A round is computed. */
        COMPUTE
    }

    private static final int WARM_UP = 20_000;

    private ServiceRun() {}

    /** What for, how many people, a file for the row; then properties of the service. */
    public static void main(String[] arguments)
            throws IOException, InterruptedException, ExecutionException {
        int size = Integer.parseInt(arguments[1]);
        Path row = Path.of(arguments[2]);
        String[] properties = Arrays.copyOfRange(arguments, 3, arguments.length);
        try (ConfigurableApplicationContext service =
                new SpringApplicationBuilder(
                                MatchingService.class, Filling.class, MeasuredRound.class)
                        .run(properties)) {
            switch (Purpose.valueOf(arguments[0])) {
                case FILL -> {
                    Filling filling = service.getBean(Filling.class);
                    filling.fill(Cohort.warmUp(WARM_UP));
                    filling.fill(Cohort.measured(size));
                }
                case COMPUTE -> {
                    MeasuredRound round = service.getBean(MeasuredRound.class);
                    round.warmUp(Cohort.warmUp(WARM_UP));
                    Files.writeString(row, round.row(Cohort.measured(size)));
                }
            }
        }
    }
}
