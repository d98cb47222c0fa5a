package org.peercoaching.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.peercoaching.events.RelationshipEvent.Status.OPEN;
import static org.peercoaching.participant.AccessTest.Relation.ANALYST;
import static org.peercoaching.participant.AccessTest.Relation.MANAGER;
import static org.peercoaching.participant.AccessTest.Relation.NOBODY;
import static org.peercoaching.participant.AccessTest.Relation.OPERATOR;
import static org.peercoaching.participant.AccessTest.Relation.OTHER_MANAGER;
import static org.peercoaching.participant.AccessTest.Relation.OWNER;
import static org.peercoaching.participant.AccessTest.Relation.PEER;
import static org.peercoaching.participant.AccessTest.Relation.STRANGER;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoaching.participant.Office.Worker;
import org.peercoaching.testkit.Endpoints;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint with every relation to what it is about. */
@ServiceTest
class AccessTest {

    /** How somebody stands to the enrollment, the goal and the program in question. */
    enum Relation {
        NOBODY,
        STRANGER,
        ANALYST,
        OPERATOR,
        OTHER_MANAGER,
        PEER,
        MANAGER,
        OWNER
    }

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private static final String WORK_SCHEMA =
            "urn:peercoaching:params:scim:schemas:extension:work:1.0:User";

    /**
     * An endpoint and what it answers.
     *
     * @param path of one request to it
     */
    private record Endpoint(
            String method,
            String pattern,
            String path,
            String body,
            Map<Relation, Integer> answers) {}

    @LocalServerPort int port;

    private final RequestMappingHandlerMapping mapping;
    private final List<Endpoint> endpoints = new ArrayList<>();
    private final Map<Relation, Http> callers = new EnumMap<>(Relation.class);

    private Office office;
    private String goal;
    private String enrollment;
    private String program;
    private String spareProgram;
    private String spareEnrollment;
    private Worker leaver;

    AccessTest(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    @BeforeEach
    void everybody() {
        office = new Office(port);
        Worker anna = office.participant("anna");
        Worker ben = office.participant("ben");
        Worker manager = office.manager("max");
        leaver = office.participant("leo");
        callers.put(NOBODY, new Http(port, ""));
        callers.put(STRANGER, office.participant("sam").http());
        callers.put(ANALYST, office.hire("ada", "analyst").http());
        callers.put(OPERATOR, office.hire("otto", "operator").http());
        callers.put(OTHER_MANAGER, office.manager("mia").http());
        callers.put(PEER, ben.http());
        callers.put(MANAGER, manager.http());
        callers.put(OWNER, anna.http());
        program = manager.opensProgram(office.unique("asking"));
        spareProgram = manager.opensProgram(office.unique("spare"));
        enrollment = anna.getsReadyFor(program);
        spareEnrollment = anna.enrollsIn(spareProgram);
        goal = anna.setsGoal(enrollment);
        Office.relate(office.unique("rel"), 1, OPEN, anna, ben);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> ben.get("/goals/" + goal).status() == OK);
        directory();
        scim(office.participant("sue").id());
        programs();
        enrollments();
        goals();
        endings();
    }

    private void directory() {
        post(
                "/participants/{participantId}/leave",
                "/participants/" + leaver.id() + "/leave",
                "{}",
                answers(FORBIDDEN).but(OK, OPERATOR));
        get("/me", "/me", answers(OK));
        get("/me/enrollments", "/me/enrollments", answers(OK));
        get("/people", "/people?ids=" + leaver.id(), answers(OK));
    }

    private void scim(String somebody) {
        String user =
                "{\"schemas\": [\"urn:ietf:params:scim:schemas:core:2.0:User\"], \"userName\": \"%s\"}";
        String created = user.formatted(office.unique("new") + "@example.org");
        String replaced = user.formatted(office.unique("sue") + "@example.org");
        Supplier<Answers> directory = () -> answers(FORBIDDEN).but(OK, OPERATOR);
        get("/scim/v2/Users", "/scim/v2/Users?count=1", directory.get());
        post(
                "/scim/v2/Users/.search",
                "/scim/v2/Users/.search",
                "{\"schemas\": [\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"], \"count\": 1}",
                directory.get());
        post(
                "/scim/v2/Users",
                "/scim/v2/Users",
                created,
                answers(FORBIDDEN).but(CREATED, OPERATOR));
        String path = "/scim/v2/Users/" + somebody;
        get("/scim/v2/Users/{id}", path, directory.get());
        endpoint("PUT", "/scim/v2/Users/{id}", path, replaced, directory.get());
        endpoint(
                "PATCH",
                "/scim/v2/Users/{id}",
                path,
                "{\"schemas\": [\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"], \"Operations\": [{\"op\": \"remove\", \"path\": \"title\"}]}",
                directory.get());
        endpoint(
                "DELETE",
                "/scim/v2/Users/{id}",
                path,
                "",
                answers(FORBIDDEN).but(NO_CONTENT, OPERATOR));
        for (String about :
                List.of(
                        "/ServiceProviderConfig",
                        "/ResourceTypes",
                        "/ResourceTypes/{id}",
                        "/Schemas",
                        "/Schemas/{id}")) {
            String one = about.startsWith("/Schemas") ? WORK_SCHEMA : "User";
            get("/scim/v2" + about, "/scim/v2" + about.replace("{id}", one), directory.get());
        }
    }

    private void programs() {
        post(
                "/programs",
                "/programs",
                Office.program("unique", Duration.ofDays(30)),
                answers(FORBIDDEN).but(CREATED, MANAGER, OTHER_MANAGER));
        get("/programs", "/programs", answers(OK));
        get("/programs/{programId}", "/programs/" + program, answers(OK));
    }

    private void enrollments() {
        post(
                "/programs/{programId}/enrollments",
                "/programs/" + program + "/enrollments",
                "{}",
                answers(FORBIDDEN).but(CREATED, OWNER, PEER, STRANGER));
        get(
                "/enrollments/{id}",
                "/enrollments/" + enrollment,
                answers(NOT_FOUND).but(OK, OWNER, MANAGER));
        post(
                "/enrollments/{id}/orientation",
                "/enrollments/" + enrollment + "/orientation",
                "{}",
                answers(NOT_FOUND).but(FORBIDDEN, MANAGER).but(OK, OWNER));
        post(
                "/enrollments/{id}/charter",
                "/enrollments/" + enrollment + "/charter",
                "{\"version\":1}",
                answers(NOT_FOUND).but(FORBIDDEN, MANAGER).but(OK, OWNER));
    }

    private void goals() {
        post(
                "/enrollments/{id}/goals",
                "/enrollments/" + enrollment + "/goals",
                Office.goal(),
                answers(NOT_FOUND).but(CREATED, OWNER));
        get(
                "/enrollments/{id}/goals",
                "/enrollments/" + enrollment + "/goals",
                answers(NOT_FOUND).but(OK, OWNER, PEER));
        get("/goals/{id}", "/goals/" + goal, answers(NOT_FOUND).but(OK, OWNER, PEER));
        endpoint(
                "PUT",
                "/goals/{id}/progress",
                "/goals/" + goal + "/progress",
                "{\"percent\":10,\"stepsDone\":[1]}",
                answers(NOT_FOUND).but(FORBIDDEN, PEER).but(OK, OWNER));
        post(
                "/goals/{id}/achieve",
                "/goals/" + goal + "/achieve",
                "{}",
                answers(NOT_FOUND).but(FORBIDDEN, PEER).but(OK, OWNER));
    }

    private void endings() {
        post(
                "/enrollments/{id}/complete",
                "/enrollments/" + enrollment + "/complete",
                "{}",
                answers(NOT_FOUND).but(OK, OWNER, MANAGER));
        post(
                "/enrollments/{id}/withdraw",
                "/enrollments/" + spareEnrollment + "/withdraw",
                "{}",
                answers(NOT_FOUND).but(FORBIDDEN, MANAGER).but(OK, OWNER));
        post(
                "/programs/{programId}/close",
                "/programs/" + spareProgram + "/close",
                "{}",
                answers(FORBIDDEN).but(OK, MANAGER));
        endpoint(
                "POST",
                "/imports",
                "/imports",
                HrFile.of(office.unique("nora")).toString(),
                answers(FORBIDDEN).but(OK, OPERATOR));
    }

    @Test
    void eachEndpointAnswersEachRelationAsItShould() {
        for (Endpoint endpoint : endpoints) {
            for (Relation relation : Relation.values()) {
                Http.Answer answer = ask(endpoint, relation);
                assertThat(answer.status())
                        .as(
                                "%s %s by %s: %s",
                                endpoint.method(), endpoint.pattern(), relation, answer.body())
                        .isEqualTo(endpoint.answers().get(relation));
            }
        }
    }

    @Test
    void noEndpointIsForgotten() {
        assertThat(endpoints.stream().map(it -> it.method() + " " + Office.API + it.pattern()))
                .containsExactlyInAnyOrderElementsOf(Endpoints.of(mapping));
    }

    @Test
    void theServedDescriptionListsEveryEndpoint() {
        Http.Answer description = new Http(port, "").get(Office.API + "/openapi");
        assertThat(description.status()).isEqualTo(OK);
        for (Endpoint endpoint : endpoints) {
            assertThat(
                            description
                                    .json()
                                    .path("paths")
                                    .path(Office.API + endpoint.pattern())
                                    .has(endpoint.method().toLowerCase(Locale.ROOT)))
                    .as(endpoint.pattern())
                    .isTrue();
        }
    }

    private Http.Answer ask(Endpoint endpoint, Relation relation) {
        String body =
                endpoint.body()
                        .replace(
                                "\"unique\"",
                                "\"" + office.unique("by-" + relation.ordinal()) + "\"");
        String contentType =
                endpoint.pattern().equals("/imports") ? "text/csv" : "application/json";
        return callers.get(relation)
                .send(
                        endpoint.method(),
                        Office.API + endpoint.path(),
                        body,
                        "Content-Type",
                        contentType);
    }

    private void get(String pattern, String path, Answers answers) {
        endpoint(HttpMethod.GET.name(), pattern, path, "", answers);
    }

    private void post(String pattern, String path, String body, Answers answers) {
        endpoint(HttpMethod.POST.name(), pattern, path, body, answers);
    }

    private void endpoint(
            String method, String pattern, String path, String body, Answers answers) {
        endpoints.add(new Endpoint(method, pattern, path, body, answers.byRelation()));
    }

    /** The answer to everybody with a token, and the exceptions. */
    private static Answers answers(int toMost) {
        Map<Relation, Integer> all = new EnumMap<>(Relation.class);
        Stream.of(Relation.values()).forEach(relation -> all.put(relation, toMost));
        all.put(NOBODY, 401);
        return new Answers(all);
    }

    private record Answers(Map<Relation, Integer> byRelation) {

        Answers but(int status, Relation... relations) {
            Stream.of(relations).forEach(relation -> byRelation.put(relation, status));
            return this;
        }
    }
}
