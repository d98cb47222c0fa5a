package org.peercoaching.session.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoaching.session.sessions.Meeting.ANNA;
import static org.peercoaching.session.sessions.Meeting.BEN;
import static org.peercoaching.session.sessions.Meeting.CLEO;
import static org.peercoaching.session.sessions.Meeting.END;
import static org.peercoaching.session.sessions.Meeting.accepted;
import static org.peercoaching.session.sessions.Meeting.item;
import static org.peercoaching.session.sessions.Meeting.refusal;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peercoaching.kit.decision.Decision;

class PromisesTest {

    private static final LocalDate IN_A_WEEK = LocalDate.of(2026, 6, 22);

    private final Session held = Meeting.held(Meeting.ofPair());

    @Test
    void aPromiseIsWrittenDownOnce() {
        ActionItem item = item("i-1", BEN, IN_A_WEEK);
        Session once = accepted(Promises.promise(held, item)).state();
        assertThat(once.actionItems()).containsExactly(item);
        assertThat(accepted(Promises.promise(once, item)).state()).isEqualTo(once);
    }

    @Test
    void itsOwnerAndNobodyElseSaysThatItWasKept() {
        Session session = accepted(Promises.promise(held, item("i-1", BEN, IN_A_WEEK))).state();
        assertThat(refusal(Promises.keep(session, "i-1", ANNA, END))).isEqualTo("owner-only");

        Session kept = accepted(Promises.keep(session, "i-1", BEN, END)).state();
        assertThat(kept.actionItems()).extracting(ActionItem::keptAt).containsExactly(END);
        assertThat(accepted(Promises.keep(kept, "i-1", BEN, END.plusSeconds(9))))
                .isEqualTo(new Decision.Accepted<>(kept, List.of()));
    }

    @Test
    void anUnknownItemIsNotKept() {
        assertThat(refusal(Promises.keep(held, "i-9", BEN, END))).isEqualTo("no-such-action-item");
    }

    @Test
    void onlyMembersPromise() {
        assertThat(refusal(Promises.promise(held, item("i-1", CLEO, IN_A_WEEK))))
                .isEqualTo("unknown-owner");
    }

    @Test
    void nothingIsPromisedInASessionThatWasMissed() {
        Session missed = accepted(Reporting.miss(Meeting.ofPair(), END)).state();
        assertThat(refusal(Promises.promise(missed, item("i-1", BEN, IN_A_WEEK))))
                .isEqualTo("session-not-held");
    }

    @Test
    void anItemIsDueBetweenTheSessionsDayAndAYearLater() {
        // 09:00 UTC on the 15th is still the 14th in the westernmost zone.
        LocalDate first = LocalDate.of(2026, 6, 14);
        assertThat(refusal(Promises.promise(held, item("i", BEN, first)))).isNull();
        assertThat(refusal(Promises.promise(held, item("i", BEN, first.plusYears(1))))).isNull();
        assertThat(refusal(Promises.promise(held, item("i", BEN, first.minusDays(1)))))
                .isEqualTo("due-out-of-reach");
        assertThat(refusal(Promises.promise(held, item("i", BEN, LocalDate.MAX))))
                .isEqualTo("due-out-of-reach");
    }

    @Test
    void aSessionHoldsTwentyItems() {
        Session session = held;
        for (int n = 0; n < Promises.MOST_ITEMS; n++) {
            session = accepted(Promises.promise(session, item("i-" + n, BEN, IN_A_WEEK))).state();
        }
        assertThat(refusal(Promises.promise(session, item("one-more", BEN, IN_A_WEEK))))
                .isEqualTo("too-many-action-items");
    }
}
