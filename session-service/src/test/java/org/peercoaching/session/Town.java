package org.peercoaching.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.peercoaching.events.EnrollmentEvent;
import org.peercoaching.events.MatchEvent;
import org.peercoaching.events.Member;
import org.peercoaching.events.ParticipantEvent;
import org.peercoaching.events.ProgramEvent;
import org.peercoaching.kit.security.LoginKeys;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.TestIssuer;
import org.peercoaching.testkit.TestPlatform;
import org.peercoaching.testkit.TopicWriter;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * The people of the tests: Anna and Ben are paired, Cleo joins them in trios and Dora in circles,
 * Mia manages their program, Otto manages another one, Sam has nothing to do with any of them, Ada
 * analyses, Oli operates.
 */
public final class Town {

    public static final String PROGRAM = "spring-program";

    private static final LoginKeys LOGIN_KEYS = new LoginKeys(TestPlatform.ORGANIZATION_SECRET);

    private final Environment environment;
    private final BusinessClock clock;
    private boolean founded;

    Town(Environment environment, BusinessClock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    /** Everybody's id, from what they sign in with. */
    public static String id(String login) {
        return "p-" + login;
    }

    /** A client with somebody's token. */
    public Http as(String login) {
        String role =
                switch (login) {
                    case "mia", "otto" -> "program-manager";
                    case "ada" -> "analyst";
                    case "oli" -> "operator";
                    default -> "participant";
                };
        return new Http(port(), TestIssuer.token(login, role));
    }

    /** A client without a token. */
    public Http asNobody() {
        return new Http(port(), "");
    }

    /** Business time. */
    public Instant now() {
        return clock.instant();
    }

    /** Lets business time pass. */
    public void pass(Duration time) {
        clock.move(clock.offset().plus(time));
    }

    /** A session's start, a while from now, as JSON text. */
    public String in(Duration time) {
        return now().plus(time).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Anna and Ben are matched; the relationship has begun when this returns. */
    public MatchEvent.Match pair() {
        return match("anna", "ben");
    }

    /** People are matched; the relationship has begun when this returns. */
    public MatchEvent.Match match(String... logins) {
        MatchEvent.Match match = someMatch(now(), logins);
        announce(match);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(
                                        as(logins[0])
                                                .get(
                                                        "/api/session/v1/relationships/"
                                                                + match.relationshipId())
                                                .status())
                                .isEqualTo(200));
        return match;
    }

    /** A match that nobody has heard of yet. */
    public static MatchEvent.Match someMatch(Instant at, String... logins) {
        String unique = UUID.randomUUID().toString().substring(0, 13);
        return new MatchEvent.Match(
                "m-" + unique,
                "round-1",
                PROGRAM,
                "r-" + unique,
                14,
                logins.length > 3,
                Stream.of(logins)
                        .map(login ->
                                new Member(id(login), "e-" + login + "-" + unique, "/engineering"))
                        .toList(),
                7_000,
                at.truncatedTo(ChronoUnit.MILLIS));
    }

    /** Matching announces a match. */
    public static void announce(MatchEvent.Match match) {
        TopicWriter.publish(
                match.matchId(),
                1,
                switch (match.members().size()) {
                    case 2 -> new MatchEvent.PairMatched(match);
                    case 3 -> new MatchEvent.TrioMatched(match);
                    default -> new MatchEvent.CircleMatched(match);
                });
    }

    /** An enrollment that ended as the fifth event of its life. */
    public static EnrollmentEvent.Enrollment ended(
            Member member, Instant at, EnrollmentEvent.EndReason reason) {
        Instant before = at.minus(Duration.ofDays(30)).truncatedTo(ChronoUnit.MILLIS);
        EnrollmentEvent.Status status =
                switch (reason) {
                    case WITHDREW, LEFT_ORGANIZATION -> EnrollmentEvent.Status.WITHDRAWN;
                    default -> EnrollmentEvent.Status.COMPLETED;
                };
        return new EnrollmentEvent.Enrollment(
                member.enrollmentId(),
                member.participantId(),
                PROGRAM,
                member.unit(),
                status,
                before,
                before,
                before,
                before,
                before,
                at.truncatedTo(ChronoUnit.MILLIS),
                reason);
    }

    /** Registers everybody and opens the programs, once; knows them when this returns. */
    public synchronized void found() {
        if (founded) {
            return;
        }
        List<String> people =
                List.of("anna", "ben", "cleo", "dora", "mia", "otto", "sam", "ada", "oli");
        people.forEach(Town::register);
        TopicWriter.publish(PROGRAM, 1, new ProgramEvent.ProgramOpened(program(PROGRAM, "mia")));
        TopicWriter.publish(
                "autumn-program",
                1,
                new ProgramEvent.ProgramOpened(program("autumn-program", "otto")));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(people)
                                .allSatisfy(login ->
                                        assertThat(
                                                        as(login)
                                                                .get(
                                                                        "/api/session/v1/me/relationships")
                                                                .status())
                                                .isEqualTo(200)));
        founded = true;
    }

    private static void register(String login) {
        TopicWriter.publish(
                id(login),
                1,
                new ParticipantEvent.ParticipantRegistered(
                        new ParticipantEvent.Participant(
                                id(login),
                                "/engineering",
                                ParticipantEvent.Status.ACTIVE,
                                LOGIN_KEYS.keyOf(login))));
    }

    private static ProgramEvent.Program program(String id, String manager) {
        Instant start = Instant.parse("2026-06-01T00:00:00Z");
        return new ProgramEvent.Program(
                id,
                List.of(id(manager)),
                List.of("listening"),
                ProgramEvent.Method.ONE_ON_ONE,
                null,
                14,
                45,
                1,
                start,
                start.plus(Duration.ofDays(273)),
                ProgramEvent.Status.OPEN);
    }

    private int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    /** Brings the town into a test's context. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Founded {

        @Bean
        Town town(Environment environment, BusinessClock clock) {
            return new Town(environment, clock);
        }
    }
}
