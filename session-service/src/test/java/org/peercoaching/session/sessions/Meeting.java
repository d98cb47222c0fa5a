package org.peercoaching.session.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.CoachingEvent;
import org.peercoaching.events.Member;
import org.peercoaching.events.SessionEvent;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.encryption.Sealed;
import org.peercoaching.session.relationships.Slot;
import org.peercoaching.session.relationships.Terms;

/** A session of an hour among Anna, Ben and sometimes others, for tests of decisions. */
final class Meeting {

    static final String ANNA = "p-anna";
    static final String BEN = "p-ben";
    static final String CLEO = "p-cleo";
    static final String DORA = "p-dora";
    static final String EMIL = "p-emil";

    static final Instant START = Instant.parse("2026-06-15T09:00:00Z");
    static final Instant END = START.plus(Duration.ofHours(1));

    private Meeting() {}

    static Session ofPair() {
        return of(false, ANNA, BEN);
    }

    static Session ofTrio() {
        return of(false, ANNA, BEN, CLEO);
    }

    static Session ofCircle() {
        return of(true, ANNA, BEN, CLEO, DORA, EMIL);
    }

    static Session held(Session session) {
        return accepted(complete(session, ANNA, 60, List.of(new Turn(ANNA, BEN, 30)), END)).state();
    }

    /** A member reports that it took place with everybody. */
    static Decision<Session> complete(
            Session session, String reporter, int minutes, List<Turn> turns, Instant now) {
        return Reporting.complete(
                session, new Report(minutes, turns, List.of(), List.of(reporter)), now);
    }

    static ActionItem item(String id, String owner, LocalDate dueOn) {
        return new ActionItem(id, owner, new Sealed(ANNA, "c2VhbGVk"), dueOn, null);
    }

    static Decision.Accepted<Session> accepted(Decision<Session> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return (Decision.Accepted<Session>) decision;
    }

    /** The refusal's code, or null where there was none. */
    static @Nullable String refusal(Decision<Session> decision) {
        return decision instanceof Decision.Rejected<Session> rejected
                ? rejected.refusal().code()
                : null;
    }

    /** The one event of a decision carries the state after it. */
    static SessionEvent onlyEvent(Decision<Session> decision) {
        Decision.Accepted<Session> accepted = accepted(decision);
        assertThat(accepted.events()).hasSize(1);
        CoachingEvent event = accepted.events().getFirst();
        assertThat(((SessionEvent) event).session()).isEqualTo(accepted.state().fact());
        return (SessionEvent) event;
    }

    private static Session of(boolean circle, String... participants) {
        List<Member> members =
                Stream.of(participants)
                        .map(who -> new Member(who, "e-" + who, "/engineering"))
                        .toList();
        Terms terms =
                new Terms(
                        "m-1",
                        "spring-program",
                        14,
                        circle,
                        members,
                        START.minus(Duration.ofDays(30)),
                        60);
        return Session.scheduled("s-1", "r-1", terms, new Slot(START, 60));
    }
}
