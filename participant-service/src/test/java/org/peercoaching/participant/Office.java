package org.peercoaching.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.peercoaching.events.Member;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.RelationshipEvent;
import org.peercoaching.events.RelationshipEvent.Relationship;
import org.peercoaching.testkit.Hearing;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.Http.Answer;
import org.peercoaching.testkit.TestIssuer;
import org.peercoaching.testkit.TopicReader;
import org.peercoaching.testkit.TopicWriter;

/** What people do in these tests, through the API. Names are made unique for each test. */
public final class Office {

    public static final String API = "/api/participant/v1";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int port;
    private final String suffix = UUID.randomUUID().toString().substring(0, 8);

    public Office(int port) {
        this.port = port;
    }

    /** A login nobody else in these tests has. */
    public String unique(String name) {
        return name + "-" + suffix;
    }

    /** Somebody who is signed in. */
    public Http as(String login, String... roles) {
        return new Http(port, TestIssuer.token(login, roles));
    }

    public Http operator() {
        return as("operator", "operator");
    }

    public Answer importFile(Object file) {
        return operator()
                .send("POST", API + "/imports", file.toString(), "Content-Type", "text/csv");
    }

    /** A person who is in the directory, signed in, and known to the service. */
    public Worker hire(String name, String... roles) {
        String login = unique(name);
        importFile(HrFile.of(login));
        return worker(login, roles);
    }

    /** A person of the directory signs in. */
    public Worker worker(String login, String... roles) {
        Http http = as(login, roles);
        Answer me =
                await().atMost(PATIENCE)
                        .until(() -> http.get(API + "/me"), answer -> answer.status() == 200);
        return new Worker(me.json().path("participantId").asString(), http);
    }

    public Worker participant(String name) {
        return hire(name, "participant");
    }

    public Worker manager(String name) {
        return hire(name, "program-manager");
    }

    /** Somebody of the directory. */
    public record Worker(String id, Http http) {

        public Answer get(String path) {
            return http.get(API + path);
        }

        public Answer post(String path, String body, String... headers) {
            return http.post(API + path, body, headers);
        }

        public Answer put(String path, String body, String... headers) {
            return http.put(API + path, body, headers);
        }

        /** Opens a program that runs for half a year. */
        public String opensProgram(String programId) {
            Answer opened = post("/programs", program(programId, Duration.ofDays(180)));
            assertThat(opened.status()).as(opened.body()).isEqualTo(201);
            return programId;
        }

        public String enrollsIn(String programId) {
            Answer enrolled = post("/programs/" + programId + "/enrollments", "{}");
            assertThat(enrolled.status()).as(enrolled.body()).isEqualTo(201);
            return enrolled.json().path("enrollmentId").asString();
        }

        public String getsReadyFor(String programId) {
            String enrollment = enrollsIn(programId);
            post("/enrollments/" + enrollment + "/orientation", "{}");
            Answer ready = post("/enrollments/" + enrollment + "/charter", "{\"version\":1}");
            assertThat(ready.json().path("status").asString()).isEqualTo("READY");
            return enrollment;
        }

        public String setsGoal(String enrollment) {
            Answer set = post("/enrollments/" + enrollment + "/goals", goal());
            assertThat(set.status()).as(set.body()).isEqualTo(201);
            return set.json().path("goalId").asString();
        }
    }

    public static String goal() {
        return goal(Instant.now().plus(Duration.ofDays(90)).toString().substring(0, 10));
    }

    public static String goal(String dueOn) {
        return """
        {"title": "Ask before I tell", "measure": "Three open questions in every meeting",
         "dueOn": "%s", "skill": "delegation", "steps": ["Watch myself", "Write questions down"]}
        """
                .formatted(dueOn);
    }

    public static String program(String programId, Duration runs) {
        Instant now = Instant.now();
        return """
        {"programId": "%s", "title": "Asking before telling",
         "objectives": [{"metric": "match-rate", "target": 95, "unit": "%%", "dueOn": "%s"}],
         "focusSkills": ["giving-feedback", "delegation"], "method": "ONE_ON_ONE",
         "cadenceDays": 14, "sessionMinutes": 60, "startsAt": "%s", "endsAt": "%s",
         "charter": "We meet every two weeks and keep what is said to ourselves."}
        """
                .formatted(programId, now.toString().substring(0, 10), now, now.plus(runs));
    }

    /** Session-service announces a relationship. */
    public static void relate(
            String relationship,
            long sequence,
            RelationshipEvent.Status status,
            Worker... members) {
        Relationship told =
                new Relationship(
                        relationship,
                        "match-" + relationship,
                        "program",
                        14,
                        List.of(members).stream()
                                .map(it -> new Member(it.id(), "enr-" + it.id(), "/engineering"))
                                .toList(),
                        status,
                        Instant.now(),
                        null,
                        null);
        TopicWriter.publish(
                relationship,
                sequence,
                status == RelationshipEvent.Status.OPEN
                        ? new RelationshipEvent.RelationshipStarted(told)
                        : new RelationshipEvent.RelationshipEnded(told));
    }

    /** Waits until everything decided so far is announced, and heard here. */
    public void settle() {
        await().atMost(PATIENCE)
                .until(() -> outboxPending() == 0 && Hearing.isUpToDate("participant"));
    }

    private int outboxPending() {
        return operator().get("/actuator/flow").json().path("outboxPending").asInt();
    }

    /** Waits until so many events of an aggregate are on its topic. */
    public static List<PublishedEvent> events(String topic, String aggregate, int howMany) {
        return await().atMost(PATIENCE)
                .until(() -> TopicReader.events(topic, aggregate), it -> it.size() >= howMany);
    }
}
