package org.peercoaching.matching.matches;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.Member;
import org.peercoaching.events.UnmatchedEvent.Reason;
import org.peercoaching.matching.engine.LeftOut;
import org.peercoaching.matching.engine.Rule;

class UnmatchedTest {

    private static final Member ANNA = Neighbours.member("p", "anna");

    @Test
    void theRuleThatForbadeTheMostIsTheReason() {
        Unmatched told = told(3, Map.of(Rule.NO_COMMON_TIME, 1, Rule.NO_COMMON_LANGUAGE, 2), 0);
        assertThat(told.reason()).isEqualTo(Reason.NO_COMMON_LANGUAGE);
        assertThat(told.forbidden())
                .containsExactly(
                        new Unmatched.Forbidden(Rule.NO_COMMON_LANGUAGE, 2),
                        new Unmatched.Forbidden(Rule.NO_COMMON_TIME, 1));
    }

    @Test
    void whoWasVetoedReadsTheSameAsWhoseLikesHadBetterPartners() {
        Unmatched vetoedByAll = told(3, Map.of(Rule.KEPT_APART, 3), 0);
        Unmatched outbid = told(3, Map.of(), 3);
        assertThat(vetoedByAll).isEqualTo(outbid);
        assertThat(vetoedByAll.reason()).isEqualTo(Reason.NO_ONE_LEFT);

        Map<Rule, Integer> languages = Map.of(Rule.NO_COMMON_LANGUAGE, 1);
        Map<Rule, Integer> andVetoes = Map.of(Rule.NO_COMMON_LANGUAGE, 1, Rule.KEPT_APART, 1);
        assertThat(told(3, andVetoes, 1)).isEqualTo(told(3, languages, 2));
    }

    private static Unmatched told(int considered, Map<Rule, Integer> forbidden, int possible) {
        return Unmatched.of(
                "round", ANNA, new LeftOut(ANNA.participantId(), considered, forbidden, possible));
    }
}
