package org.peercoaching.feedback.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.peercoaching.feedback.Cast.held;
import static org.peercoaching.feedback.Cast.member;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.ExchangeEvent.FeedbackRequested;
import org.peercoaching.events.ProgramEvent.ProgramOpened;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.SessionEvent;
import org.peercoaching.events.SessionEvent.Session;
import org.peercoaching.events.SessionEvent.SessionCompleted;
import org.peercoaching.events.SessionEvent.SessionConfirmed;
import org.peercoaching.events.Topics;
import org.peercoaching.feedback.Cast;
import org.peercoaching.feedback.Scene;
import org.peercoaching.feedback.exchange.Exchanges.Draft;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.testkit.ServiceTest;
import org.peercoaching.testkit.TopicReader;
import org.peercoaching.testkit.TopicWriter;

/** Asking and closing, by two at once and late. */
@ServiceTest
class AskingAndClosingTest {

    private final Exchanges exchanges;
    private final AggregateStore<Exchange> stored;
    private final OpenRequests openRequests;
    private final MongoDatabase database;
    private final BusinessClock clock;
    private final String anna = Ids.random();
    private final String ben = Ids.random();
    private final Session session =
            held(Ids.random(), "program", member(anna, "/engineering"), member(ben, "/finance"));
    private final String id = Scene.idOfExchange(session);

    AskingAndClosingTest(
            Exchanges exchanges,
            AggregateStore<Exchange> stored,
            OpenRequests openRequests,
            MongoDatabase database,
            BusinessClock clock) {
        this.exchanges = exchanges;
        this.stored = stored;
        this.openRequests = openRequests;
        this.database = database;
        this.clock = clock;
    }

    /** A week closes only where its program is known. */
    @BeforeEach
    void theProgramIsKnown() {
        TopicWriter.publish("program", 1, new ProgramOpened(Cast.program("program")));
    }

    @RepeatedTest(10)
    void twoWhoAskAndTwoWhoCloseAtOnceAskEachAttendeeOnce() {
        Instant longAgo = clock.instant().minus(Exchange.WINDOW).minus(Duration.ofDays(1));
        atOnce(
                () -> ask(2, new SessionCompleted(session), longAgo),
                () -> ask(3, new SessionConfirmed(session), longAgo));
        atOnce(() -> exchanges.close(id), () -> exchanges.close(id));

        assertThat(stored.find(id).orElseThrow().state().revealed()).isTrue();
        assertThat(openRequests.of(anna)).isEmpty();
        Document exchange = database.getCollection("exchanges").find(Filters.eq(id)).first();
        assertThat(exchange).containsEntry("seq", 2L);
        await().untilAsserted(() ->
                assertThat(announced())
                        .extracting(
                                PublishedEvent::sequence,
                                event -> ((FeedbackRequested) event.event()).giverId())
                        .containsExactly(Tuple.tuple(1L, anna), Tuple.tuple(2L, ben)));
    }

    @Test
    void theEndOfTheWindowTakesAnExchangeOffEveryListAlsoOfThoseWhoAnswered() {
        ask(2, new SessionCompleted(session), clock.instant());
        exchanges.answer(
                id,
                anna,
                List.of(new Draft(ben, new Ratings(4, 4, 4, 4, 4), null)),
                new Trigger.Request(null, "body", null));
        await().untilAsserted(() -> assertThat(openRequests.of(anna)).isEmpty());
        // Another process asked as well and comes to listing only now.
        openRequests.add(List.of(anna, ben), id);

        clock.move(clock.offset().plus(Exchange.WINDOW));
        exchanges.close(id);
        assertThat(openRequests.of(anna)).isEmpty();
        assertThat(openRequests.of(ben)).isEmpty();
    }

    private void ask(long sequence, SessionEvent event, Instant at) {
        exchanges.sessionHeld(
                new PublishedEvent(session.sessionId(), sequence, at, null, event), event);
    }

    private List<PublishedEvent> announced() {
        return TopicReader.events(Topics.FEEDBACK.name(), id).stream().distinct().toList();
    }

    private static void atOnce(Runnable one, Runnable other) {
        CyclicBarrier together = new CyclicBarrier(2);
        CompletableFuture.allOf(
                        Stream.of(one, other)
                                .map(work ->
                                        CompletableFuture.runAsync(() -> {
                                            meet(together);
                                            work.run();
                                        }))
                                .toArray(CompletableFuture[]::new))
                .join();
    }

    private static void meet(CyclicBarrier together) {
        try {
            together.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
