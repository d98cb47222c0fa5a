package org.peercoaching.feedback.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.peercoaching.feedback.Cast.absent;
import static org.peercoaching.feedback.Cast.held;
import static org.peercoaching.feedback.Cast.member;
import static org.peercoaching.feedback.Cast.session;
import static org.peercoaching.feedback.Cast.there;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.CoachingEvent;
import org.peercoaching.events.ExchangeEvent.FeedbackGiven;
import org.peercoaching.events.ExchangeEvent.FeedbackRequested;
import org.peercoaching.events.Member;
import org.peercoaching.events.SessionEvent.Session;
import org.peercoaching.events.SessionEvent.Status;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.decision.Refusal;

class ExchangeTest {

    private static final Instant ASKED = Instant.parse("2026-02-17T14:00:00Z");
    private static final Instant NEXT_DAY = ASKED.plus(Duration.ofDays(1));
    private static final Instant WINDOW_END = ASKED.plus(Duration.ofDays(7));

    private static final Member ANNA = member("anna", "/engineering/storage");
    private static final Member BEN = member("ben", "/finance");
    private static final Member CARL = member("carl", "/finance");

    private static final Ratings GOOD = new Ratings(4, 4, 5, 3, 4);

    private final Exchange pair = asked(held("s1", "program", ANNA, BEN));
    private final Exchange trio = asked(held("s1", "program", ANNA, BEN, CARL));

    @Test
    void aHeldSessionAsksEachAttendeeOnce() {
        assertThat(events(trio.ask()))
                .allSatisfy(event -> assertThat(event).isInstanceOf(FeedbackRequested.class))
                .extracting(event -> ((FeedbackRequested) event).giverId())
                .containsExactly("anna", "ben", "carl");
        assertThat(trio.windowEndsAt()).isEqualTo(WINDOW_END);
    }

    @Test
    void whoWasNotThereIsNeitherAskedNorAskedAbout() {
        Exchange exchange =
                asked(
                        session(
                                "s1",
                                "program",
                                Status.CONFIRMED,
                                there(ANNA),
                                absent(BEN),
                                there(CARL)));
        assertThat(exchange.attendees()).containsExactly("anna", "carl");
        assertThat(refusal(exchange.answer("ben", about("anna", "carl"), NEXT_DAY)).code())
                .isEqualTo("no-such-exchange");
        assertThat(refusal(exchange.answer("anna", about("ben", "carl"), NEXT_DAY)).code())
                .isEqualTo("unknown-receiver");
    }

    @Test
    void nobodyIsAskedWhereFewerThanTwoWereThereOrNothingWasHeld() {
        assertThat(
                        Exchange.about(
                                "x",
                                session("s", "p", Status.REPORTED, there(ANNA), absent(BEN)),
                                ASKED))
                .isEmpty();
        for (Status status :
                List.of(Status.SCHEDULED, Status.CANCELLED, Status.CANCELLED_LATE, Status.MISSED)) {
            assertThat(
                            Exchange.about(
                                    "x", session("s", "p", status, there(ANNA), there(BEN)), ASKED))
                    .as(status.name())
                    .isEmpty();
        }
    }

    @Test
    void anAnswerIsAnnouncedWithWhoGaveItAndNothingElse() {
        Decision<Exchange> decision = pair.answer("anna", about("ben"), NEXT_DAY);
        FeedbackGiven given = (FeedbackGiven) events(decision).getFirst();
        assertThat(given.giverId()).isEqualTo("anna");
        assertThat(given.exchange().requests())
                .extracting(request -> request.answeredAt())
                .containsExactly(NEXT_DAY, null);
        assertThat(state(decision).revealed()).isFalse();
    }

    @Test
    void theLastAnswerRevealsAll() {
        Exchange one = state(trio.answer("ben", about("anna", "carl"), NEXT_DAY));
        Exchange two = state(one.answer("anna", about("ben", "carl"), NEXT_DAY));
        assertThat(two.revealed()).isFalse();
        Exchange all = state(two.answer("carl", about("ben", "anna"), NEXT_DAY.plusSeconds(9)));
        assertThat(all.revealedAt()).isEqualTo(NEXT_DAY.plusSeconds(9));
    }

    @Test
    void theEndOfTheWindowRevealsWhatWasGivenAndTakesNothingMore() {
        Exchange one = state(pair.answer("anna", about("ben"), NEXT_DAY));
        assertThat(state(one.close(WINDOW_END.minusMillis(1)))).isEqualTo(one);
        Exchange closed = state(one.close(WINDOW_END));
        assertThat(closed.revealedAt()).isEqualTo(WINDOW_END);
        assertThat(state(closed.close(WINDOW_END.plusSeconds(60)))).isEqualTo(closed);
        assertThat(refusal(closed.answer("ben", about("anna"), WINDOW_END)).code())
                .isEqualTo("window-closed");
        assertThat(refusal(closed.answer("ben", about("anna"), NEXT_DAY)).code())
                .as("a slow clock opens nothing that was revealed")
                .isEqualTo("window-closed");
    }

    @Test
    void anAnswerIsTakenUpToTheEndOfTheWindowAndNotAtIt() {
        assertThat(pair.answer("anna", about("ben"), WINDOW_END.minusMillis(1)))
                .isInstanceOf(Decision.Accepted.class);
        assertThat(refusal(pair.answer("anna", about("ben"), WINDOW_END)).code())
                .isEqualTo("window-closed");
    }

    @Test
    void anAnswerIsGivenOnce() {
        Exchange one = state(pair.answer("anna", about("ben"), NEXT_DAY));
        assertThat(refusal(one.answer("anna", about("ben"), NEXT_DAY)).code())
                .isEqualTo("already-answered");
    }

    @Test
    void anAnswerIsAboutEachOfTheOthersOnce() {
        assertThat(refusal(trio.answer("anna", about("ben"), NEXT_DAY)).code())
                .isEqualTo("receiver-missing");
        assertThat(refusal(trio.answer("anna", about("ben", "ben"), NEXT_DAY)).code())
                .isEqualTo("receiver-twice");
        assertThat(refusal(trio.answer("anna", about("ben", "carl", "dora"), NEXT_DAY)).code())
                .isEqualTo("unknown-receiver");
        assertThat(refusal(trio.answer("anna", about("ben", "anna"), NEXT_DAY)).code())
                .isEqualTo("about-oneself");
        assertThat(refusal(trio.answer("anna", List.of(), NEXT_DAY)).code())
                .isEqualTo("receiver-missing");
    }

    @Test
    void aRatingOutOfItsRangeCannotBeMade() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Ratings(0, 1, 1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ratings(1, 1, 1, 1, 6));
    }

    private static Exchange asked(Session session) {
        return Exchange.about("exchange-1", session, ASKED).orElseThrow();
    }

    private static List<About> about(String... receivers) {
        return Arrays.stream(receivers).map(to -> new About(to, GOOD, null)).toList();
    }

    private static Exchange state(Decision<Exchange> decision) {
        return accepted(decision).state();
    }

    private static List<CoachingEvent> events(Decision<Exchange> decision) {
        return accepted(decision).events();
    }

    private static Decision.Accepted<Exchange> accepted(Decision<Exchange> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return (Decision.Accepted<Exchange>) decision;
    }

    private static Refusal refusal(Decision<Exchange> decision) {
        assertThat(decision).isInstanceOf(Decision.Rejected.class);
        return ((Decision.Rejected<Exchange>) decision).refusal();
    }
}
