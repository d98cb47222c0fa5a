package org.peercoaching.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.Topics;
import org.peercoaching.local.data.DataDirectory;
import org.peercoaching.local.demonstration.LoadedPlan;
import org.peercoaching.local.demonstration.plan.Amounts;
import org.peercoaching.local.demonstration.plan.HalfAYear;
import org.peercoaching.local.demonstration.plan.Program;
import org.peercoaching.local.demonstration.plan.Scenario;
import org.peercoaching.local.issuer.Account;
import org.peercoaching.local.issuer.SignIn;
import org.peercoaching.local.service.Service;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.TopicReader;

/**
 * A running platform that has loaded the full demonstration: as much happened as was planned,
 * nothing is lost, and every figure equals a recount. Not a part of any build; CONTRIBUTING tells
 * how to run it.
 */
class RecountOfARunningPlatform implements HalfAYear {

    private static final String ORIGIN =
            System.getProperty("platform.origin", "http://localhost:8080");
    private static final String BROKER = System.getProperty("platform.broker", "localhost:9092");

    private static final Path DATA = Path.of(System.getProperty("platform.data", "data"));

    private static final Scenario SCENARIO = Scenario.full();
    private static final RawTopics TOPICS = new RawTopics(BROKER);

    @Override
    public Amounts pairs() {
        return amounts(SCENARIO.programs().getFirst());
    }

    @Override
    public Amounts circles() {
        return amounts(SCENARIO.programs().getLast());
    }

    private static Amounts amounts(Program program) {
        return new AnnouncedAmounts(TOPICS, program.id()).count();
    }

    @Test
    void exactlyAsMuchHappenedAsWasPlanned() {
        AnnouncedAmounts.assertAsPlanned(
                TOPICS, new LoadedPlan(new DataDirectory(DATA), SCENARIO), SCENARIO);
    }

    @Test
    void nothingIsLostDoubledOrOutOfOrder() {
        assertThat(TOPICS.unreadable()).isZero();
        assertThat(TOPICS.sourcesInDisorder()).isEmpty();
        assertThat(TOPICS.contradictions()).isEmpty();
        assertThat(TOPICS.missingReactions()).isEmpty();
        for (Service service : Service.values()) {
            assertThat(TopicReader.records(BROKER, Topics.deadLetters(service.id())))
                    .as("dead letters of %s", service)
                    .isEmpty();
        }
    }

    @Test
    void everyFigureEqualsARecountAndWhatIsOldIsReleased() throws Exception {
        Http analyst =
                new Http(
                        URI.create(ORIGIN).getPort(),
                        new SignIn(ORIGIN).token("analyst", Account.PASSWORD));
        Figures figures = new Figures(analyst, Duration.ZERO).awaitCaughtUp();
        figures.assertRecentWeeksOfUnitsHeldBack();
        assertThat(figures.assertOlderWeeksOfUnitsReleased().values())
                .allSatisfy(weeks -> assertThat(weeks).isPositive());
        figures.assertEqualToRecountOf(TOPICS, SCENARIO);
    }
}
