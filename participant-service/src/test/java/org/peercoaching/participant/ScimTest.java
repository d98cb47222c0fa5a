package org.peercoaching.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.captaingoldfish.scim.sdk.common.constants.enums.PatchOp;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.complex.Manager;
import de.captaingoldfish.scim.sdk.common.resources.complex.Name;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.CoachingEvent;
import org.peercoaching.events.MatchingProfileEvent.MatchingProfileChanged;
import org.peercoaching.events.ParticipantEvent;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.Topics;
import org.peercoaching.testkit.ServiceTest;
import org.peercoaching.testkit.TopicReader;
import org.peercoaching.testkit.TopicWriter;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The organization's directory, as a client that others wrote, says who works here. */
@ServiceTest
class ScimTest {

    @LocalServerPort int port;

    private Office office;
    private ScimClient scim;

    @BeforeEach
    void aDirectory() {
        office = new Office(port);
        scim = new ScimClient(port, office, "operator");
    }

    @AfterEach
    void close() {
        scim.close();
    }

    @Test
    void aPersonComesAndIsReadAsTheyWereSaid() {
        User anna = scim.created(scim.user("anna"));
        String id = anna.getId().orElseThrow();
        assertThat(anna.getName().orElseThrow().getFormatted()).contains("Anna Berg");
        assertThat(anna.getMeta().orElseThrow().getLocation().orElseThrow())
                .endsWith("/scim/v2/Users/" + id);

        User read = scim.read(id);
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
        String id = scim.created(scim.user("anna")).getId().orElseThrow();
        office.settle();
        assertThat(profiles(id)).isEmpty();
        scim.patch(
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

    @Test
    void whatChangesIsPatchedAndWhatIsNotNamedStays() {
        User anna = scim.created(scim.user("anna"));
        String id = anna.getId().orElseThrow();
        User moved =
                scim.good(
                        scim.requests()
                                .patch(User.class, ScimClient.USERS, id)
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
        assertThat(scim.read(id)).isEqualTo(moved);
        assertThat(moved.getMeta().orElseThrow().getVersion())
                .isNotEqualTo(anna.getMeta().orElseThrow().getVersion());
    }

    @Test
    void allOfAUserIsSaidAnew() {
        String id = scim.created(scim.user("anna")).getId().orElseThrow();
        User other = scim.user("anna");
        other.setTimezone(null);
        other.setName(Name.builder().formatted("Anna B.").build());
        User replaced =
                scim.good(
                        scim.requests()
                                .update(User.class, ScimClient.USERS, id)
                                .setResource(other)
                                .sendRequest(),
                        200);
        assertThat(replaced.getTimezone()).isEmpty();
        assertThat(replaced.getName().orElseThrow().getGivenName()).isEmpty();
        assertThat(replaced.getName().orElseThrow().getFormatted()).contains("Anna B.");
    }

    @Test
    void whoeverIsMadeInactiveLeavesAndComesBack() {
        String id = scim.created(scim.user("anna")).getId().orElseThrow();
        assertThat(scim.patch(id, PatchOp.REPLACE, "active", "false").isActive()).contains(false);
        assertThat(scim.read(id).isActive()).contains(false);
        assertThat(office.events(Topics.PARTICIPANTS.name(), id, 2).getLast().event())
                .isInstanceOf(ParticipantEvent.ParticipantLeft.class);

        assertThat(scim.patch(id, PatchOp.REPLACE, "active", "true").isActive()).contains(true);
        assertThat(office.events(Topics.PARTICIPANTS.name(), id, 3).getLast().event())
                .isInstanceOfSatisfying(
                        ParticipantEvent.ParticipantChanged.class,
                        back ->
                                assertThat(back.participant().status())
                                        .isEqualTo(ParticipantEvent.Status.ACTIVE));
    }

    @Test
    void aLeaversEnrollmentsEndAndWhoComesBackMayEnrollAgainElsewhere() {
        String id = scim.created(scim.user("anna")).getId().orElseThrow();
        Office.Worker anna = office.worker(office.unique("anna"), "participant");
        Office.Worker max = office.manager("max");
        String enrollment = anna.enrollsIn(max.opensProgram(office.unique("asking")));
        scim.patch(id, PatchOp.REPLACE, "active", "false");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(
                                        max.get("/enrollments/" + enrollment)
                                                .json()
                                                .path("status")
                                                .asString())
                                .isEqualTo("WITHDRAWN"));
        assertThat(anna.get("/me").code()).isEqualTo("has-left");

        scim.patch(id, PatchOp.REPLACE, "active", "true");
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
        User anna = scim.user("anna");
        String id = scim.created(anna).getId().orElseThrow();
        assertThat(
                        scim.requests()
                                .delete(User.class, ScimClient.USERS, id)
                                .sendRequest()
                                .getHttpStatus())
                .isEqualTo(204);
        scim.refused(
                scim.requests().get(User.class, ScimClient.USERS, id).sendRequest(), 404, null);
        scim.refused(
                scim.requests().delete(User.class, ScimClient.USERS, id).sendRequest(), 404, null);
        assertThat(scim.found("id eq \"" + id + "\"")).isEmpty();
        assertThat(office.events(Topics.PARTICIPANTS.name(), id, 2).getLast().event())
                .isInstanceOf(ParticipantEvent.ParticipantLeft.class);
        User again = scim.created(scim.user("anna"));
        assertThat(again.isActive()).contains(true);
        assertThat(again.getId()).contains(id);
    }

    @Test
    void theSameExternalIdOrLoginIsAConflict() {
        User anna = scim.user("anna");
        scim.created(anna);
        scim.refused(
                scim.requests()
                        .create(User.class, ScimClient.USERS)
                        .setResource(anna)
                        .sendRequest(),
                409,
                "uniqueness");
        User ben = scim.user("ben");
        ben.setUserName(office.unique("anna"));
        scim.refused(
                scim.requests().create(User.class, ScimClient.USERS).setResource(ben).sendRequest(),
                409,
                "uniqueness");
        String other = scim.created(scim.user("ben")).getId().orElseThrow();
        scim.refused(
                scim.requests()
                        .patch(User.class, ScimClient.USERS, other)
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
        String anna = scim.created(scim.user("anna")).getId().orElseThrow();
        User ben = scim.user("ben");
        ben.getEnterpriseUser().orElseThrow().setManager(Manager.builder().value(anna).build());
        String below = scim.created(ben).getId().orElseThrow();
        String path = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value";
        for (String wrong : List.of("nobody", below, anna)) {
            scim.refused(
                    scim.requests()
                            .patch(User.class, ScimClient.USERS, anna)
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
                        scim.read(below)
                                .getEnterpriseUser()
                                .orElseThrow()
                                .getManager()
                                .orElseThrow()
                                .getValue())
                .contains(anna);
    }
}
