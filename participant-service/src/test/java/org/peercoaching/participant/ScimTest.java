package org.peercoaching.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.captaingoldfish.scim.sdk.client.ScimClientConfig;
import de.captaingoldfish.scim.sdk.client.ScimRequestBuilder;
import de.captaingoldfish.scim.sdk.client.response.ServerResponse;
import de.captaingoldfish.scim.sdk.common.constants.enums.Comparator;
import de.captaingoldfish.scim.sdk.common.constants.enums.PatchOp;
import de.captaingoldfish.scim.sdk.common.constants.enums.SortOrder;
import de.captaingoldfish.scim.sdk.common.resources.EnterpriseUser;
import de.captaingoldfish.scim.sdk.common.resources.ServiceProvider;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.base.ScimObjectNode;
import de.captaingoldfish.scim.sdk.common.resources.complex.Manager;
import de.captaingoldfish.scim.sdk.common.resources.complex.Name;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.Email;
import de.captaingoldfish.scim.sdk.common.response.ListResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.CoachingEvent;
import org.peercoaching.events.MatchingProfileEvent.MatchingProfileChanged;
import org.peercoaching.events.ParticipantEvent;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.Topics;
import org.peercoaching.testkit.ServiceTest;
import org.peercoaching.testkit.TestIssuer;
import org.peercoaching.testkit.TopicReader;
import org.peercoaching.testkit.TopicWriter;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The organization's directory, as a client that others wrote, keeps the people up to date. */
@ServiceTest
class ScimTest {

    private static final String USERS = "/Users";

    @LocalServerPort int port;

    private Office office;
    private ScimRequestBuilder scim;

    @BeforeEach
    void aDirectory() {
        office = new Office(port);
        scim = directory("operator");
    }

    private ScimRequestBuilder directory(String role) {
        return new ScimRequestBuilder(
                "http://localhost:" + port + "/api/participant/v1/scim/v2",
                ScimClientConfig.builder()
                        .httpHeaders(
                                Map.of(
                                        "Authorization",
                                        "Bearer " + TestIssuer.token("the-directory", role)))
                        .build());
    }

    @AfterEach
    void close() {
        scim.close();
    }

    private User user(String name) {
        return User.builder()
                .externalId("hr-" + office.unique(name))
                .userName(office.unique(name))
                .name(Name.builder().givenName("Anna").familyName("Berg").build())
                .active(true)
                .emails(List.of(Email.builder().value(name + "@example.org").primary(true).build()))
                .timeZone("Europe/Berlin")
                .enterpriseUser(EnterpriseUser.builder().department("Research & Ops").build())
                .build();
    }

    private User created(User user) {
        return good(scim.create(User.class, USERS).setResource(user).sendRequest(), 201);
    }

    private static <T extends ScimObjectNode> T good(ServerResponse<T> response, int status) {
        assertThat(response.getHttpStatus()).as(response.getResponseBody()).isEqualTo(status);
        assertThat(response.isValidScimResponse()).isTrue();
        return response.getResource();
    }

    private static void refused(ServerResponse<?> response, int status, String scimType) {
        assertThat(response.getHttpStatus()).as(response.getResponseBody()).isEqualTo(status);
        assertThat(response.getErrorResponse().getScimType().orElse(null)).isEqualTo(scimType);
        assertThat(response.getErrorResponse().getDetail()).isPresent();
    }

    private User read(String id) {
        return good(scim.get(User.class, USERS, id).sendRequest(), 200);
    }

    private List<User> found(String filter) {
        ServerResponse<ListResponse<User>> response =
                scim.list(User.class, USERS).filter(filter).get().sendRequest();
        assertThat(response.getHttpStatus()).as(response.getResponseBody()).isEqualTo(200);
        return response.getResource().getListedResources();
    }

    @Test
    void aPersonComesAndIsReadAsTheyWereSaid() {
        User anna = created(user("anna"));
        String id = anna.getId().orElseThrow();
        assertThat(anna.getName().orElseThrow().getFormatted()).contains("Anna Berg");
        assertThat(anna.getMeta().orElseThrow().getLocation().orElseThrow())
                .endsWith("/scim/v2/Users/" + id);

        User read = read(id);
        assertThat(read).isEqualTo(anna);
        assertThat(read.getEnterpriseUser().orElseThrow().getDepartment())
                .contains("/research-ops");
        assertThat(read.getEmails())
                .singleElement()
                .satisfies(email -> assertThat(email.getValue()).contains("anna@example.org"));
        assertThat(office.worker(office.unique("anna"), "participant").id()).isEqualTo(id);
    }

    @Test
    void aProfileIsToldOnceTheLevelIsKnown() {
        String id = created(user("anna")).getId().orElseThrow();
        office.settle();
        assertThat(profiles(id)).isEmpty();
        patch(
                id,
                PatchOp.ADD,
                "urn:peercoaching:params:scim:schemas:extension:work:1.0:User:level",
                "6");
        assertThat(office.events(Topics.MATCHING_PROFILES.name(), id, 1))
                .singleElement()
                .extracting(PublishedEvent::event)
                .isInstanceOfSatisfying(
                        MatchingProfileChanged.class,
                        told -> {
                            assertThat(told.profile().level()).isEqualTo(6);
                            assertThat(told.profile().zone()).isEqualTo("Europe/Berlin");
                            assertThat(told.profile().unit()).isEqualTo("/research-ops");
                        });
    }

    private static List<CoachingEvent> profiles(String id) {
        return TopicReader.events(Topics.MATCHING_PROFILES.name(), id).stream()
                .map(PublishedEvent::event)
                .toList();
    }

    private User patch(String id, PatchOp op, String path, String value) {
        return good(
                scim.patch(User.class, USERS, id)
                        .addOperation()
                        .op(op)
                        .path(path)
                        .value(value)
                        .build()
                        .sendRequest(),
                200);
    }

    @Test
    void whatChangesIsPatchedAndWhatIsNotNamedStays() {
        User anna = created(user("anna"));
        String id = anna.getId().orElseThrow();
        User moved =
                good(
                        scim.patch(User.class, USERS, id)
                                .addOperation()
                                .op(PatchOp.REPLACE)
                                .path("name.familyName")
                                .value("Busch")
                                .next()
                                .op(PatchOp.REPLACE)
                                .path("emails[type eq \"work\"].value")
                                .value("busch@example.org")
                                .next()
                                .op(PatchOp.REPLACE)
                                .path(
                                        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department")
                                .value("/sales/north")
                                .build()
                                .sendRequest(),
                        200);
        assertThat(moved.getName().orElseThrow().getFormatted()).contains("Anna Busch");
        assertThat(moved.getEmails().getFirst().getValue()).contains("busch@example.org");
        assertThat(moved.getEnterpriseUser().orElseThrow().getDepartment())
                .contains("/sales/north");
        assertThat(moved.getTimezone()).isEqualTo(anna.getTimezone());
        assertThat(read(id)).isEqualTo(moved);
        assertThat(moved.getMeta().orElseThrow().getVersion())
                .isNotEqualTo(anna.getMeta().orElseThrow().getVersion());
    }

    @Test
    void allOfAUserIsSaidAnew() {
        String id = created(user("anna")).getId().orElseThrow();
        User other = user("anna");
        other.setTimezone(null);
        other.setName(Name.builder().formatted("Anna B.").build());
        User replaced =
                good(scim.update(User.class, USERS, id).setResource(other).sendRequest(), 200);
        assertThat(replaced.getTimezone()).isEmpty();
        assertThat(replaced.getName().orElseThrow().getGivenName()).isEmpty();
        assertThat(replaced.getName().orElseThrow().getFormatted()).contains("Anna B.");
    }

    @Test
    void whoeverIsMadeInactiveLeavesAndComesBack() {
        String id = created(user("anna")).getId().orElseThrow();
        assertThat(patch(id, PatchOp.REPLACE, "active", "false").isActive()).contains(false);
        assertThat(read(id).isActive()).contains(false);
        assertThat(office.events(Topics.PARTICIPANTS.name(), id, 2).getLast().event())
                .isInstanceOf(ParticipantEvent.ParticipantLeft.class);

        assertThat(patch(id, PatchOp.REPLACE, "active", "true").isActive()).contains(true);
        assertThat(office.events(Topics.PARTICIPANTS.name(), id, 3).getLast().event())
                .isInstanceOfSatisfying(
                        ParticipantEvent.ParticipantChanged.class,
                        back ->
                                assertThat(back.participant().status())
                                        .isEqualTo(ParticipantEvent.Status.ACTIVE));
    }

    @Test
    void aLeaversEnrollmentsEndAndWhoComesBackMayEnrollAgainElsewhere() {
        String id = created(user("anna")).getId().orElseThrow();
        Office.Worker anna = office.worker(office.unique("anna"), "participant");
        Office.Worker max = office.manager("max");
        String enrollment = anna.enrollsIn(max.opensProgram(office.unique("asking")));
        patch(id, PatchOp.REPLACE, "active", "false");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(
                                        max.get("/enrollments/" + enrollment)
                                                .json()
                                                .path("status")
                                                .asString())
                                .isEqualTo("WITHDRAWN"));
        assertThat(anna.get("/me").code()).isEqualTo("has-left");

        patch(id, PatchOp.REPLACE, "active", "true");
        Office.Worker again = office.worker(office.unique("anna"), "participant");
        office.settle();
        String other = again.enrollsIn(max.opensProgram(office.unique("listening")));
        office.settle();
        assertThat(max.get("/enrollments/" + other).json().path("status").asString())
                .isEqualTo("APPROVED");
        PublishedEvent leaving = office.events(Topics.PARTICIPANTS.name(), id, 3).get(1);
        TopicWriter.publish(id, leaving.sequence(), leaving.event());
        office.settle();
        assertThat(max.get("/enrollments/" + other).json().path("status").asString())
                .as("the leaving is told once more, behind the return")
                .isEqualTo("APPROVED");
    }

    @Test
    void whomTheDirectoryDeletesIsGoneAndMayBeCreatedAgain() {
        User anna = user("anna");
        String id = created(anna).getId().orElseThrow();
        assertThat(scim.delete(User.class, USERS, id).sendRequest().getHttpStatus()).isEqualTo(204);
        refused(scim.get(User.class, USERS, id).sendRequest(), 404, null);
        refused(scim.delete(User.class, USERS, id).sendRequest(), 404, null);
        assertThat(found("id eq \"" + id + "\"")).isEmpty();
        assertThat(office.events(Topics.PARTICIPANTS.name(), id, 2).getLast().event())
                .isInstanceOf(ParticipantEvent.ParticipantLeft.class);
        User again = created(user("anna"));
        assertThat(again.isActive()).contains(true);
        assertThat(again.getId()).contains(id);
    }

    @Test
    void theSameExternalIdOrLoginIsAConflict() {
        User anna = user("anna");
        created(anna);
        refused(scim.create(User.class, USERS).setResource(anna).sendRequest(), 409, "uniqueness");
        User ben = user("ben");
        ben.setUserName(office.unique("anna"));
        refused(scim.create(User.class, USERS).setResource(ben).sendRequest(), 409, "uniqueness");
        String other = created(user("ben")).getId().orElseThrow();
        refused(
                scim.patch(User.class, USERS, other)
                        .addOperation()
                        .op(PatchOp.REPLACE)
                        .path("userName")
                        .value(office.unique("anna"))
                        .build()
                        .sendRequest(),
                409,
                "uniqueness");
    }

    @Test
    void aManagerIsSomebodyWhoWorksHereAndNobodyLeadsThemselves() {
        String anna = created(user("anna")).getId().orElseThrow();
        User ben = user("ben");
        ben.getEnterpriseUser().orElseThrow().setManager(Manager.builder().value(anna).build());
        String below = created(ben).getId().orElseThrow();
        String path = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value";
        for (String wrong : List.of("nobody", below, anna)) {
            refused(
                    scim.patch(User.class, USERS, anna)
                            .addOperation()
                            .op(PatchOp.ADD)
                            .path(path)
                            .value(wrong)
                            .build()
                            .sendRequest(),
                    400,
                    "invalidValue");
        }
        assertThat(
                        read(below)
                                .getEnterpriseUser()
                                .orElseThrow()
                                .getManager()
                                .orElseThrow()
                                .getValue())
                .contains(anna);
    }

    @Test
    void usersAreFilteredSortedAndReadPageByPage() {
        for (String name : List.of("carl", "anna", "ben")) {
            User user = user(name);
            user.getEnterpriseUser().orElseThrow().setDepartment(office.unique("unit"));
            created(user);
        }
        String unit =
                "urn:peercoaching:params:scim:schemas:extension:work:1.0:User:orgUnit eq \"/"
                        + office.unique("unit")
                        + "\"";
        ServerResponse<ListResponse<User>> page =
                scim.list(User.class, USERS)
                        .filter(unit)
                        .sortBy("userName")
                        .sortOrder(SortOrder.DESCENDING)
                        .startIndex(2)
                        .count(1)
                        .attributes("userName")
                        .get()
                        .sendRequest();
        assertThat(page.getHttpStatus()).as(page.getResponseBody()).isEqualTo(200);
        assertThat(page.getResource().getTotalResults()).isEqualTo(3);
        assertThat(page.getResource().getStartIndex()).isEqualTo(2);
        assertThat(page.getResource().getItemsPerPage()).isEqualTo(1);
        assertThat(page.getResource().getListedResources())
                .singleElement()
                .satisfies(ben -> {
                    assertThat(ben.getUserName()).contains(office.unique("ben"));
                    assertThat(ben.getId()).isPresent();
                    assertThat(ben.getEmails()).isEmpty();
                });
        String login = "userName eq \"" + office.unique("anna") + "\"";
        assertThat(found(login)).hasSize(1);
        assertThat(found(unit + " and not (" + login + ")")).hasSize(2);
        assertThat(found(unit + " and (emails[value co \"BEN@\"] or displayName sw \"x\")"))
                .hasSize(1);
        assertThat(found(unit + " and active eq true and name.familyName ew \"ERG\"")).hasSize(3);
        assertThat(found(unit + " and meta.created gt \"2020-01-01T00:00:00Z\"")).hasSize(3);
        assertThat(found(unit + " and externalId pr and timezone ne \"Europe/Berlin\"")).isEmpty();
        ServerResponse<ListResponse<User>> asked =
                scim.list(User.class, USERS)
                        .filter("userName", Comparator.EQ, office.unique("anna"))
                        .build()
                        .excludedAttributes("emails", "name.givenName")
                        .post()
                        .sendRequest();
        assertThat(asked.getHttpStatus()).as(asked.getResponseBody()).isEqualTo(200);
        assertThat(asked.getResource().getListedResources())
                .singleElement()
                .satisfies(anna -> {
                    assertThat(anna.getEmails()).isEmpty();
                    assertThat(anna.getName().orElseThrow().getGivenName()).isEmpty();
                    assertThat(anna.getName().orElseThrow().getFamilyName()).isPresent();
                });
    }

    @Test
    void aStaleVersionIsRefusedAndAKnownOneIsNotSentAgain() {
        User anna = created(user("anna"));
        String id = anna.getId().orElseThrow();
        String first = anna.getMeta().orElseThrow().getVersion().orElseThrow().toString();
        patch(id, PatchOp.REPLACE, "displayName", "Anna Busch");
        refused(
                scim.update(User.class, USERS, id)
                        .setResource(user("anna"))
                        .setETagForIfMatch(first)
                        .sendRequest(),
                412,
                null);
        String now = read(id).getMeta().orElseThrow().getVersion().orElseThrow().toString();
        assertThat(
                        scim.get(User.class, USERS, id)
                                .setETagForIfNoneMatch(now)
                                .sendRequest()
                                .getHttpStatus())
                .isEqualTo(304);
    }

    @Test
    void theServerSaysWhatItCanAndWhatItKeeps() {
        ServiceProvider provider = scim.loadServiceProviderConfiguration();
        assertThat(provider.getPatchConfig().isSupported()).isTrue();
        assertThat(provider.getFilterConfig().getMaxResults()).isEqualTo(100);
        var metadata = scim.loadMetaConfiguration().sendRequest();
        assertThat(metadata.getHttpStatus()).isEqualTo(200);
        assertThat(metadata.getResource().getSchemas())
                .extracting(schema -> schema.getId().orElseThrow())
                .contains(
                        "urn:ietf:params:scim:schemas:core:2.0:User",
                        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
                        "urn:peercoaching:params:scim:schemas:extension:work:1.0:User");
        assertThat(metadata.getResource().getResourceTypes()).hasSize(1);
    }

    @Test
    void onlyTheDirectoryMaySayThis() {
        for (String role : List.of("participant", "program-manager", "analyst")) {
            try (ScimRequestBuilder other = directory(role)) {
                refused(
                        other.create(User.class, USERS).setResource(user("eve")).sendRequest(),
                        403,
                        null);
                refused(other.list(User.class, USERS).get().sendRequest(), 403, null);
            }
        }
    }
}
