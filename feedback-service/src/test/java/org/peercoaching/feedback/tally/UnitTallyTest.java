package org.peercoaching.feedback.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.CoachingEvent;
import org.peercoaching.events.ProgramEvent.Method;
import org.peercoaching.events.TallyEvent.Dimension;
import org.peercoaching.events.TallyEvent.FeedbackTallied;
import org.peercoaching.events.TallyEvent.Histogram;
import org.peercoaching.events.TallyEvent.Tally;
import org.peercoaching.feedback.exchange.GivenAnswer;
import org.peercoaching.feedback.exchange.GivenAnswer.Rating;
import org.peercoaching.feedback.exchange.Ratings;
import org.peercoaching.feedback.tally.UnitTally.Stage;
import org.peercoaching.kit.decision.Decision;

class UnitTallyTest {

    private final UnitTally team = UnitTally.empty("program", "/engineering/storage", "2026-W09");
    private final UnitTally root = UnitTally.empty("program", "/", "2026-W09");

    @Test
    void answersOfEnoughDistinctGiversArePublishedAndGone() {
        Decision<UnitTally> closed = withGivers(team, 5).close(Method.ONE_ON_ONE);
        assertThat(state(closed).stage()).isEqualTo(Stage.PUBLISHED);
        assertThat(state(closed).answers()).isEmpty();
        assertThat(tally(closed).givers()).isEqualTo(5);
    }

    @Test
    void manyAnswersOfTooFewGiversAreHandedUp() {
        UnitTally busy = withGivers(team, 4);
        for (int again = 1; again <= 10; again++) {
            busy = state(busy.count(answer("later-" + again + ":giver-1", "giver-1")));
        }
        Decision<UnitTally> closed = busy.close(Method.ONE_ON_ONE);
        assertThat(events(closed)).isEmpty();
        assertThat(state(closed).stage()).isEqualTo(Stage.HANDED_UP);
        assertThat(state(closed).answers()).hasSize(14);
        assertThat(state(state(closed).handedUp()).answers()).isEmpty();
    }

    @Test
    void tooFewAtTheRootStayUnpublishedAndAreGone() {
        Decision<UnitTally> closed = withGivers(root, 4).close(Method.ONE_ON_ONE);
        assertThat(events(closed)).isEmpty();
        assertThat(state(closed).stage()).isEqualTo(Stage.WITHHELD);
        assertThat(state(closed).answers()).isEmpty();
    }

    @Test
    void anAnswerCountsOnceHoweverOftenItComes() {
        UnitTally once = withGivers(team, 5);
        assertThat(once.count(answer("exchange-1:giver-1", "giver-1")))
                .isEqualTo(Decision.rejected(UnitTally.COUNTED_ALREADY));
        assertThat(state(once.take(once.answers()))).isEqualTo(once);
    }

    @Test
    void aClosedUnitTakesNothingMoreAndIsPublishedOnce() {
        UnitTally closed = state(withGivers(team, 5).close(Method.ONE_ON_ONE));
        assertThat(closed.count(answer("late", "late")))
                .isEqualTo(Decision.rejected(TallyWeek.CLOSED));
        assertThat(state(closed.take(withGivers(team, 2).answers()))).isEqualTo(closed);
        assertThat(events(closed.close(Method.ONE_ON_ONE))).isEmpty();
        assertThat(state(closed.handedUp())).isEqualTo(closed);
    }

    @Test
    void whatWasHandedUpCountsWithTheUnitsOwn() {
        UnitTally together =
                state(
                        withGivers(root, 3)
                                .take(
                                        Map.of(
                                                "below:a", counted(answer("below:a", "a")),
                                                "below:b", counted(answer("below:b", "b")))));
        assertThat(tally(together.close(Method.ONE_ON_ONE)).givers()).isEqualTo(5);
    }

    @Test
    void theCountsSayHowOftenEachRatingWasGiven() {
        UnitTally unit = team;
        for (int giver = 1; giver <= 5; giver++) {
            unit =
                    state(
                            unit.count(
                                    new GivenAnswer(
                                            "x:" + giver,
                                            "program",
                                            "giver-" + giver,
                                            "/engineering/storage",
                                            Instant.EPOCH,
                                            List.of(
                                                    new Rating(
                                                            "one", new Ratings(giver, 5, 4, 3, 2)),
                                                    new Rating(
                                                            "other",
                                                            new Ratings(1, 5, 4, 3, 2))))));
        }
        Tally tally = tally(unit.close(Method.ONE_ON_ONE));
        assertThat(tally.answers()).isEqualTo(10);
        assertThat(tally.receivers()).isEqualTo(2);
        assertThat(tally.dimensions())
                .containsExactly(
                        new Histogram(Dimension.LISTENING, List.of(6, 1, 1, 1, 1)),
                        new Histogram(Dimension.QUESTIONING, List.of(0, 0, 0, 0, 10)),
                        new Histogram(Dimension.SUPPORT, List.of(0, 0, 0, 10, 0)),
                        new Histogram(Dimension.CHALLENGE, List.of(0, 0, 10, 0, 0)),
                        new Histogram(Dimension.USEFULNESS, List.of(0, 10, 0, 0, 0)));
    }

    @Test
    void aClosedWeekListsNoNewUnit() {
        TallyWeek open = state(TallyWeek.empty("program", "2026-W09").list("/a"));
        assertThat(state(open.list("/a"))).isEqualTo(open);
        TallyWeek closed = state(TallyWeek.close(Optional.of(open)));
        assertThat(state(closed.list("/a"))).isEqualTo(closed);
        assertThat(closed.list("/b")).isEqualTo(Decision.rejected(TallyWeek.CLOSED));
    }

    private static UnitTally withGivers(UnitTally unit, int givers) {
        UnitTally counted = unit;
        for (int giver = 1; giver <= givers; giver++) {
            counted = state(counted.count(answer("exchange-1:giver-" + giver, "giver-" + giver)));
        }
        return counted;
    }

    private static GivenAnswer answer(String answerId, String giver) {
        return new GivenAnswer(
                answerId,
                "program",
                giver,
                "/engineering/storage",
                Instant.EPOCH,
                List.of(new Rating("receiver-of-" + giver, new Ratings(4, 4, 4, 4, 4))));
    }

    private static CountedAnswer counted(GivenAnswer answer) {
        return new CountedAnswer(answer.giverId(), answer.ratings());
    }

    private static <S> S state(Decision<S> decision) {
        return ((Decision.Accepted<S>) decision).state();
    }

    private static List<CoachingEvent> events(Decision<UnitTally> decision) {
        return ((Decision.Accepted<UnitTally>) decision).events();
    }

    private static Tally tally(Decision<UnitTally> decision) {
        return ((FeedbackTallied) events(decision).getFirst()).tally();
    }
}
