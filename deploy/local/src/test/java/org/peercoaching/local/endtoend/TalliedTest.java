package org.peercoaching.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.CoachingEvent;
import org.peercoaching.events.ExchangeEvent;
import org.peercoaching.events.Member;
import org.peercoaching.events.ProgramEvent;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.TallyEvent;

/** That an answer which was lost or counted twice is found. */
class TalliedTest {

    /** Already Monday in Berlin. */
    private static final Instant WINDOW_ENDS = Instant.parse("2026-06-07T22:30:00Z");

    private final List<PublishedEvent> events = new ArrayList<>();

    @Test
    void allAnswersInTalliesOfTheirWeekAgreeAndSoDoThoseOfTooFew() {
        answersOf(6);
        tally("2026-W24", 6, 6);
        // Repeats tell nothing new.
        events.addAll(List.copyOf(events));
        assertThat(disagreeing()).isEmpty();

        events.clear();
        answersOf(4);
        assertThat(disagreeing()).isEmpty();
        events.clear();
        answersOf(9);
        tally("2026-W24", 5, 5);
        assertThat(disagreeing()).isEmpty();
    }

    @Test
    void anAnswerThatIsMissingTooManyOrInAnotherWeekIsFound() {
        answersOf(6);
        tally("2026-W24", 6, 5);
        assertThat(disagreeing()).containsExactly("spring 2026-W24");
        events.clear();
        answersOf(6);
        tally("2026-W24", 6, 7);
        assertThat(disagreeing()).containsExactly("spring 2026-W24");
        events.clear();
        answersOf(6);
        assertThat(disagreeing()).containsExactly("spring 2026-W24");
        events.clear();
        answersOf(6);
        tally("2026-W23", 6, 6);
        assertThat(disagreeing()).containsExactly("spring 2026-W23", "spring 2026-W24");
    }

    private List<String> disagreeing() {
        return Tallied.disagreeing(events, ZoneId.of("Europe/Berlin"));
    }

    @Test
    void anAnswerAboutTwoPeopleCountsAsTwo() {
        answersOf(4);
        answer(4, List.of("giver4", "one", "other"));
        List<PublishedEvent> given = List.copyOf(events);
        tally("2026-W24", 5, 6);
        assertThat(disagreeing()).isEmpty();
        events.clear();
        events.addAll(given);
        tally("2026-W24", 5, 5);
        assertThat(disagreeing()).containsExactly("spring 2026-W24");
    }

    private void answersOf(int givers) {
        for (int i = 0; i < givers; i++) {
            answer(i, List.of("giver" + i, "receiver"));
        }
    }

    private void answer(int i, List<String> attendees) {
        ExchangeEvent.Exchange exchange =
                new ExchangeEvent.Exchange(
                        "x" + i,
                        "s",
                        "r",
                        "spring",
                        14,
                        WINDOW_ENDS,
                        WINDOW_ENDS,
                        attendees.stream()
                                .map(id ->
                                        new ExchangeEvent.Request(
                                                new Member(id, "e-" + id, "/"), null))
                                .toList());
        add("x" + i, new ExchangeEvent.FeedbackGiven("giver" + i, exchange));
    }

    private void tally(String week, int givers, int answers) {
        add(
                "t",
                new TallyEvent.FeedbackTallied(
                        new TallyEvent.Tally(
                                "t",
                                "spring",
                                "/",
                                ProgramEvent.Method.ONE_ON_ONE,
                                week,
                                answers,
                                givers,
                                givers,
                                List.of())));
    }

    private void add(String aggregate, CoachingEvent event) {
        events.add(new PublishedEvent(aggregate, 1, WINDOW_ENDS, null, event));
    }
}
