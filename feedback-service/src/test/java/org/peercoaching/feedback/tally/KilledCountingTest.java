package org.peercoaching.feedback.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.ExchangeEvent;
import org.peercoaching.events.ExchangeEvent.FeedbackGiven;
import org.peercoaching.events.ProgramEvent.Method;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.TallyEvent.FeedbackTallied;
import org.peercoaching.events.TallyEvent.Histogram;
import org.peercoaching.events.TallyEvent.Tally;
import org.peercoaching.events.Topics;
import org.peercoaching.feedback.exchange.Exchange;
import org.peercoaching.feedback.exchange.Seat;
import org.peercoaching.feedback.tally.KillableStore.Moment;
import org.peercoaching.feedback.tally.Organization.Figures;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.kit.consume.Handled;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.mongo.Replica;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.kit.time.DueHandler;
import org.peercoaching.kit.time.DueWork;
import org.peercoaching.testkit.ServiceTest;
import org.peercoaching.testkit.TopicReader;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/**
 * Counting and closing are killed at every write and taken up again: what is published is always
 * what a plain recount says, once.
 */
@ServiceTest
@Import(KillableStore.class)
@DirtiesContext
class KilledCountingTest {

    private static final int K = 5;

    private final AggregateStore<Exchange> exchanges;
    private final Replica<RunningProgram> programs;
    private final Tallies tallies;
    private final WeekClosing closing;
    private final DueWork dueWork;
    private final DueHandler windowCloses;
    private final BusinessClock clock;
    private final Instant windowEndsAt;

    KilledCountingTest(
            AggregateStore<Exchange> exchanges,
            Replica<RunningProgram> programs,
            Tallies tallies,
            WeekClosing closing,
            DueWork dueWork,
            @Qualifier("windowCloses") DueHandler windowCloses,
            BusinessClock clock) {
        this.exchanges = exchanges;
        this.programs = programs;
        this.tallies = tallies;
        this.closing = closing;
        this.dueWork = dueWork;
        this.windowCloses = windowCloses;
        this.clock = clock;
        this.windowEndsAt = clock.instant().plus(Duration.ofDays(7));
    }

    @Test
    void aClosingKilledAtAnyWritePublishesTheSameAfterwards() {
        Organization organization = Organization.random(seeded(42), 14, windowEndsAt);
        assertThat(organization.published(K))
                .as("an organization worth testing")
                .hasSizeBetween(2, 5);
        List<Organization> closed = new ArrayList<>();
        for (Moment moment : Moment.values()) {
            boolean survived = false;
            for (int death = 1; !survived; death++) {
                Organization copy = organization.again();
                answersAreGiven(copy);
                answersOf(copy).forEach(tallies::count);
                int at = death;
                survived =
                        KillableStore.survives(
                                () -> closing.close(weekOf(copy)), write -> write == at, moment);
                closing.close(weekOf(copy));
                closed.add(copy);
            }
        }
        assertThat(closed).hasSizeGreaterThan(20);
        assertPublishedAsRecounted(closed);
    }

    @Test
    void countingAndClosingKilledAgainAndAgainPublishTheSameAfterwards() {
        List<Organization> closed = new ArrayList<>();
        for (long seed = 1; seed <= 8; seed++) {
            RandomGenerator random = seeded(seed);
            Organization organization =
                    Organization.random(random, 10 + random.nextInt(20), windowEndsAt);
            answersAreGiven(organization);
            for (FeedbackGiven given : answersOf(organization)) {
                untilItSurvives(() -> tallies.count(given), random);
                if (random.nextInt(5) == 0) {
                    assertThat(tallies.count(given)).isEqualTo(Handled.DUPLICATE);
                }
            }
            untilItSurvives(() -> closing.close(weekOf(organization)), random);
            closed.add(organization);
        }
        assertPublishedAsRecounted(closed);
    }

    @Test
    void twoClosingsAtOncePublishTheSameAsOne() {
        List<Organization> closed = new ArrayList<>();
        for (long seed = 11; seed <= 16; seed++) {
            Organization organization = Organization.random(seeded(seed), 20, windowEndsAt);
            answersAreGiven(organization);
            answersOf(organization).forEach(tallies::count);
            long one = seed;
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(() ->
                                    untilItSurvives(
                                            () -> closing.close(weekOf(organization)),
                                            seeded(one))),
                            CompletableFuture.runAsync(() ->
                                    untilItSurvives(
                                            () -> closing.close(weekOf(organization)),
                                            seeded(-one))))
                    .join();
            closed.add(organization);
        }
        assertPublishedAsRecounted(closed);
    }

    @Test
    void anAnswerThatComesAfterItsWeekWasClosedIsInNoTally() {
        Organization organization = Organization.random(seeded(7), 20, windowEndsAt);
        answersAreGiven(organization);
        List<FeedbackGiven> given = answersOf(organization);
        FeedbackGiven straggler = given.getLast();
        given.subList(0, given.size() - 1).forEach(tallies::count);
        closing.close(weekOf(organization));
        assertThat(tallies.count(straggler)).isEqualTo(Handled.REFUSED);
        closing.close(weekOf(organization));
        assertPublishedAsRecounted(
                List.of(
                        organization.without(
                                straggler.exchange().exchangeId(), straggler.giverId())));
    }

    @Test
    void anOutageOverTheEndOfTheWeekLosesNoAnswer() {
        Organization organization = Organization.random(seeded(5), 20, windowEndsAt);
        answersAreGiven(organization);
        List<FeedbackGiven> given = answersOf(organization);
        // One was read before the outage and made the week known; the others' events still wait.
        assertThat(tallies.count(given.getFirst())).isEqualTo(Handled.APPLIED);
        organization
                .exchanges()
                .forEach(exchange ->
                        dueWork.schedule(windowCloses.kind(), exchange.exchangeId(), windowEndsAt));
        clock.move(clock.offset().plus(Duration.ofDays(30)));
        dueWork.runDue();
        assertPublishedAsRecounted(List.of(organization));
        assertThat(given.stream().map(tallies::count)).doesNotContain(Handled.APPLIED);
    }

    @Test
    void aWeekWaitsForItsProgram() {
        Organization organization = Organization.random(seeded(3), 20, windowEndsAt);
        exchangesLieInTheStore(organization);
        answersOf(organization).forEach(tallies::count);
        assertThatIllegalStateException().isThrownBy(() -> closing.close(weekOf(organization)));
        programIsKnown(organization);
        closing.close(weekOf(organization));
        assertPublishedAsRecounted(List.of(organization));
    }

    private void answersAreGiven(Organization organization) {
        programIsKnown(organization);
        exchangesLieInTheStore(organization);
    }

    private void programIsKnown(Organization organization) {
        programs.keep(organization.program(), 1, new RunningProgram(Method.ONE_ON_ONE));
    }

    private void exchangesLieInTheStore(Organization organization) {
        for (Exchange exchange : organization.exchanges()) {
            exchanges
                    .handle(
                            exchange.exchangeId(),
                            Trigger.internal(),
                            none -> Decision.accepted(exchange))
                    .orThrow();
        }
    }

    private static List<FeedbackGiven> answersOf(Organization organization) {
        return organization.exchanges().stream()
                .flatMap(exchange ->
                        exchange.seats().stream()
                                .filter(seat -> seat.answer() != null)
                                .map(seat -> given(exchange, seat)))
                .toList();
    }

    private static FeedbackGiven given(Exchange exchange, Seat seat) {
        return new FeedbackGiven(
                seat.giver().participantId(),
                new ExchangeEvent.Exchange(
                        exchange.exchangeId(),
                        exchange.sessionId(),
                        exchange.relationshipId(),
                        exchange.programId(),
                        exchange.cadenceDays(),
                        exchange.askedAt(),
                        exchange.windowEndsAt(),
                        List.of()));
    }

    /** Kills it at one write in three, before or after it, until a try lives to its end. */
    private static void untilItSurvives(Runnable work, RandomGenerator random) {
        boolean survived = false;
        while (!survived) {
            survived =
                    KillableStore.survives(
                            work,
                            write -> random.nextInt(3) == 0,
                            random.nextBoolean()
                                    ? Moment.BEFORE_THE_WRITE
                                    : Moment.AFTER_THE_WRITE);
        }
    }

    private String weekOf(Organization organization) {
        return TallyWeek.empty(
                        organization.program(), IsoWeek.of(windowEndsAt, ZoneOffset.UTC).code())
                .id();
    }

    private void assertPublishedAsRecounted(List<Organization> closed) {
        Map<String, Map<String, Figures>> published = awaitPublished(closed);
        for (Organization organization : closed) {
            assertThat(published.get(organization.program())).isEqualTo(organization.published(K));
        }
    }

    /** By program and unit; events of killed processes come with the next sweep. */
    private Map<String, Map<String, Figures>> awaitPublished(List<Organization> closed) {
        int expected = closed.stream().mapToInt(one -> one.published(K).size()).sum();
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> publishedOf(closed),
                        found -> found.values().stream().mapToInt(Map::size).sum() >= expected);
    }

    private static Map<String, Map<String, Figures>> publishedOf(List<Organization> closed) {
        Map<String, Map<String, Figures>> published = new HashMap<>();
        closed.forEach(one -> published.put(one.program(), new TreeMap<>()));
        for (PublishedEvent event : TopicReader.events(Topics.TALLIES.name())) {
            Tally tally = ((FeedbackTallied) event.event()).tally();
            assertThat(event.sequence()).as("a tally is published once").isEqualTo(1);
            published
                    .getOrDefault(tally.programId(), new TreeMap<>())
                    .put(
                            tally.unit(),
                            new Figures(
                                    tally.answers(),
                                    tally.givers(),
                                    tally.receivers(),
                                    tally.dimensions().stream().map(Histogram::counts).toList()));
        }
        return published;
    }

    private static RandomGenerator seeded(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
