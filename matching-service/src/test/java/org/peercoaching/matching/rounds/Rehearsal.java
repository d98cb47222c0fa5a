package org.peercoaching.matching.rounds;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.EnrollmentEvent.Enrollment;
import org.peercoaching.events.EnrollmentEvent.Status;
import org.peercoaching.events.MatchingProfileEvent.MatchingProfile;
import org.peercoaching.events.MatchingProfileEvent.WeeklySlot;
import org.peercoaching.events.ProgramEvent;
import org.peercoaching.events.ProgramEvent.CircleSize;
import org.peercoaching.events.ProgramEvent.Method;
import org.peercoaching.events.ProgramEvent.Program;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Leases;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.kit.aggregate.Versioned;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.kit.mongo.Replica;
import org.peercoaching.matching.people.Person;
import org.peercoaching.matching.policies.ProgramPolicy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;

/**
 * A round without a client: people are put where the news of them would put them, and the steps of
 * the round are called by the test. Its lease is taken, so that the service's own worker stays
 * away.
 */
@TestComponent
class Rehearsal {

    static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

    /** The standard one, that asks for other things of a match and of a round. */
    static ProgramPolicy policy(int minimumScore, int leastMatched) {
        ProgramPolicy standard = ProgramPolicy.STANDARD;
        return new ProgramPolicy(
                standard.strengths(),
                standard.levelDistance(),
                standard.commonMinutes(),
                standard.repeatDays(),
                standard.capacity(),
                minimumScore,
                leastMatched,
                standard.sameUnit(),
                standard.priority(),
                standard.declineDays());
    }

    @Autowired AggregateStore<Round> rounds;
    @Autowired AggregateStore<Person> people;
    @Autowired Replica<MatchingProfile> profiles;
    @Autowired Proposed proposed;
    @Autowired RoundComputation computation;
    @Autowired RoundPublication publication;
    @Autowired Replica<Program> programs;
    @Autowired MongoDatabase database;

    /** A program with a started round; both have the same id. */
    String started() {
        String id = UUID.randomUUID().toString();
        start(id, id);
        return id;
    }

    /** A program of circles of four or five with a started round; both have the same id. */
    String startedForCircles() {
        String id = started();
        programs.keep(
                id,
                1,
                new Program(
                        id,
                        List.of("manager"),
                        List.of(),
                        Method.COACHING_CIRCLE,
                        new CircleSize(4, 5),
                        14,
                        90,
                        1,
                        NOW,
                        NOW.plus(Duration.ofDays(180)),
                        ProgramEvent.Status.OPEN));
        return id;
    }

    /** Another round of a program. */
    String startedAgain(String program) {
        String id = UUID.randomUUID().toString();
        start(id, program);
        return id;
    }

    /** The round, run again. */
    String again(String round) {
        String id = UUID.randomUUID().toString();
        hold(id);
        Round original = round(round);
        rounds.handle(
                        id,
                        Trigger.internal(),
                        none -> Round.again(Optional.empty(), id, original, NOW))
                .orThrow();
        return id;
    }

    /** Somebody changes the round. */
    void change(String round, Function<Round, Decision<Round>> decide) {
        rounds.handle(round, Trigger.internal(), known -> decide.apply(known.orElseThrow()))
                .orThrow();
    }

    private void hold(String round) {
        new Leases(database, "rehearsal", Clock.offset(Clock.systemUTC(), Duration.ofHours(1)))
                .take(round);
    }

    private void start(String round, String program) {
        hold(round);
        rounds.handle(
                        round,
                        Trigger.internal(),
                        none -> Round.start(Optional.empty(), round, program, Order.of(1), NOW))
                .orThrow();
    }

    /** A person who waits in the program and speaks a language. */
    void waits(String program, String name, String language) {
        profile(program, name, language, null, 1);
        waitsUnknown(program, name);
    }

    /** A person who waits in the program and whose profile was not heard of. */
    void waitsUnknown(String program, String name) {
        enrolled(program, id(program, name), Status.READY);
    }

    /** A person's profile is news. */
    void profile(
            String program, String name, String language, @Nullable String manager, long sequence) {
        String id = id(program, name);
        profiles.keep(
                id,
                sequence,
                new MatchingProfile(
                        id,
                        manager == null ? null : id(program, manager),
                        "/engineering",
                        4,
                        "Europe/Berlin",
                        List.of(language),
                        List.of(),
                        List.of(),
                        List.of(new WeeklySlot(DayOfWeek.MONDAY, "09:00", "12:00")),
                        null));
    }

    /** The person withdrew. */
    void withdraws(String program, String participantId) {
        enrolled(program, participantId, Status.WITHDRAWN);
    }

    private void enrolled(String program, String participantId, Status status) {
        Enrollment enrollment =
                new Enrollment(
                        participantId,
                        participantId,
                        program,
                        "/engineering",
                        status,
                        NOW,
                        NOW,
                        NOW,
                        NOW,
                        NOW,
                        null,
                        null);
        people.handle(
                        participantId,
                        Trigger.internal(),
                        known ->
                                Decision.accepted(
                                        known.orElseGet(() -> Person.unknown(participantId))
                                                .enrolled(enrollment)))
                .orThrow();
    }

    /** The id of a person of a program. */
    static String id(String program, String name) {
        return program + "-" + name;
    }

    /** Lets the round be computed. */
    Solution computed(String round) {
        computation.compute(round);
        return round(round).solution().orElseThrow();
    }

    /** A manager publishes the round. */
    void toPublish(String round) {
        rounds.handle(round, Trigger.internal(), known -> known.orElseThrow().publish(14, NOW))
                .orThrow();
    }

    /** A process goes on with the publication, if there is something left to do. */
    void publish(String round) {
        Round state = round(round);
        if (state.stage() instanceof Stage.Publishing publishing) {
            publication.publish(state, publishing, () -> true);
        }
    }

    Round round(String id) {
        return rounds.find(id).map(Versioned::state).orElseThrow();
    }
}
