package org.peercoaching.matching.matches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoaching.matching.matches.Neighbours.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.MatchEvent;
import org.peercoaching.events.Member;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.matching.policies.ProgramPolicy;

class MatchTest {

    private static final Member ANNA = Neighbours.member("p", "anna");
    private static final Member BEN = Neighbours.member("p", "ben");
    private static final Instant WINDOW_ENDS = ProgramPolicy.STANDARD.declinableUntil(NOW);

    private final Match match = decide(List.of(ANNA, BEN));

    @Test
    void itCanBeDeclinedUntilTheWindowEnds() {
        assertThat(match.declinableUntil()).isEqualTo(WINDOW_ENDS);
        assertThat(accepted(match.decline(WINDOW_ENDS)).state().ending())
                .isEqualTo(new Match.Ending(WINDOW_ENDS, Match.How.DECLINED));
        assertThat(match.decline(WINDOW_ENDS.plusMillis(1)))
                .isInstanceOfSatisfying(
                        Decision.Rejected.class,
                        rejected -> {
                            assertThat(rejected.refusal().code()).isEqualTo("decline-window-over");
                            assertThat(rejected.refusal().advice())
                                    .contains("another")
                                    .contains("end the relationship");
                        });
    }

    @Test
    void theEventSaysThatItEndedAndNotByWhom() {
        Instant later = NOW.plus(Duration.ofDays(3));
        Decision.Accepted<Match> declined = accepted(match.decline(later));
        assertThat(declined.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        MatchEvent.MatchDeclined.class,
                        event -> {
                            assertThat(event.endedAt()).isEqualTo(later);
                            assertThat(event.match().members()).containsExactly(ANNA, BEN);
                        });
        // There is nobody to name: the match does not know who asked.
        assertThat(declined).isEqualTo(accepted(match.decline(later)));
    }

    @Test
    void anotherCanBeAskedForAtAnyTime() {
        Instant late = WINDOW_ENDS.plus(Duration.ofDays(90));
        assertThat(accepted(match.giveUp(late)).events())
                .hasOnlyElementsOfType(MatchEvent.MatchGivenUp.class);
    }

    @Test
    void itEndsOnceWhoeverAsksAgain() {
        Match ended = accepted(match.decline(NOW)).state();
        assertThat(ended.decline(WINDOW_ENDS.plusSeconds(1))).isEqualTo(Decision.accepted(ended));
        assertThat(ended.giveUp(NOW)).isEqualTo(Decision.accepted(ended));
    }

    @Test
    void aDroppedMatchIsNoMatch() {
        Match dropped = decide(List.of(ANNA));
        assertThat(dropped.decline(NOW)).isInstanceOf(Decision.Rejected.class);
        assertThat(dropped.hasMember(ANNA.participantId())).isFalse();
    }

    private static Match decide(List<Member> remaining) {
        return accepted(
                        Match.decide(
                                Neighbours.proposal("round", ANNA, BEN),
                                remaining,
                                Map.of(),
                                new Outcomes.Publication(
                                        "round", "p", 14, 1, NOW, ProgramPolicy.STANDARD, null)))
                .state();
    }

    private static Decision.Accepted<Match> accepted(Decision<Match> decision) {
        return (Decision.Accepted<Match>) decision;
    }
}
