package org.peercoaching.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.peercoaching.participant.HrFile.row;

import java.time.DayOfWeek;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.MatchingProfileEvent;
import org.peercoaching.events.MatchingProfileEvent.MatchingProfile;
import org.peercoaching.events.MatchingProfileEvent.SkillLevel;
import org.peercoaching.events.MatchingProfileEvent.WeeklySlot;
import org.peercoaching.events.ParticipantEvent;
import org.peercoaching.events.ParticipantEvent.ParticipantChanged;
import org.peercoaching.events.ParticipantEvent.ParticipantRegistered;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.Topics;
import org.peercoaching.kit.aggregate.Claims;
import org.peercoaching.kit.aggregate.Ids;
import org.peercoaching.participant.Office.Worker;
import org.peercoaching.testkit.Http.Answer;
import org.peercoaching.testkit.ServiceTest;
import org.peercoaching.testkit.TopicReader;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServiceTest
class ImportTest {

    @LocalServerPort int port;

    private final Claims claims;

    private Office office;
    private String anna;
    private String ben;
    private String carla;

    ImportTest(Claims claims) {
        this.claims = claims;
    }

    @BeforeEach
    void names() {
        office = new Office(port);
        anna = office.unique("anna");
        ben = office.unique("ben");
        carla = office.unique("carla");
    }

    @Test
    void aPersonIsRegisteredAndTheirProfileAnnouncedWithoutAnyNames() {
        Answer answer = office.importFile(HrFile.of(anna));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(counts(answer))
                .isEqualTo("{\"created\":1,\"rejected\":0,\"unchanged\":0,\"updated\":0}");
        String id = answer.json().path("rows").path(0).path("participantId").asString();

        PublishedEvent registered = Office.events(Topics.PARTICIPANTS.name(), id, 1).getFirst();
        assertThat(registered.event())
                .isInstanceOfSatisfying(
                        ParticipantRegistered.class,
                        event -> assertThat(event.participant().unit()).isEqualTo("/engineering"));
        assertThat(profile(id, 1))
                .isEqualTo(
                        new MatchingProfile(
                                id,
                                null,
                                "/engineering",
                                5,
                                "Europe/Berlin",
                                List.of("de", "en"),
                                List.of(new SkillLevel("giving-feedback", 4)),
                                List.of(new SkillLevel("delegation", 2)),
                                List.of(
                                        new WeeklySlot(DayOfWeek.MONDAY, "09:00", "12:00"),
                                        new WeeklySlot(DayOfWeek.TUESDAY, "13:00", "15:00")),
                                null));
        assertThat(TopicReader.records(Topics.PARTICIPANTS.name()))
                .noneMatch(record -> new String(record.value()).contains(anna));
        assertThat(TopicReader.records(Topics.MATCHING_PROFILES.name()))
                .noneMatch(record -> new String(record.value()).contains(anna));
    }

    @Test
    void aFileAsASpreadsheetWritesItSaysTheSame() {
        HrFile file = HrFile.of(anna).person(ben, anna);
        assertThat(outcomes(office.importFile("\uFEFF" + file.toString().replace(',', ';'))))
                .containsExactly("created", "created");
        assertThat(outcomes(office.importFile(file))).containsExactly("unchanged", "unchanged");
    }

    @Test
    void theSameFileAgainChangesNothingAndAnnouncesNothing() {
        HrFile file = HrFile.of(anna).person(ben, anna);
        List<String> ids = participantIds(office.importFile(file));
        Answer again = office.importFile(file);
        assertThat(counts(again))
                .isEqualTo("{\"created\":0,\"rejected\":0,\"unchanged\":2,\"updated\":0}");
        assertThat(participantIds(again)).isEqualTo(ids);
        office.settle();
        for (String id : ids) {
            assertThat(Office.events(Topics.PARTICIPANTS.name(), id, 1)).hasSize(1);
            assertThat(Office.events(Topics.MATCHING_PROFILES.name(), id, 1)).hasSize(1);
        }
    }

    @Test
    void aManagerMayStandLaterInTheFile() {
        Answer answer = office.importFile(HrFile.empty().person(anna, ben).person(ben, ""));
        List<String> ids = participantIds(answer);
        assertThat(profile(ids.get(0), 1).managerId()).isEqualTo(ids.get(1));
    }

    @Test
    void aManagerMayBeOfTheDirectoryAndNotInTheFile() {
        String manager = participantIds(office.importFile(HrFile.of(ben))).getFirst();
        String id = participantIds(office.importFile(HrFile.empty().person(anna, ben))).getFirst();
        assertThat(profile(id, 1).managerId()).isEqualTo(manager);
    }

    @Test
    void aBrokenRowIsReportedAndItsNeighboursAreApplied() {
        HrFile file =
                HrFile.of(anna)
                        .row(row(ben, "").replace("Europe/Berlin", "Mars/Olympus"))
                        .row("only,three,cells")
                        .person(carla, ben);
        Answer answer = office.importFile(file);
        assertThat(outcomes(answer)).containsExactly("created", "rejected", "rejected", "created");
        JsonNode broken = answer.json().path("rows").path(1);
        assertThat(broken.path("line").asInt()).isEqualTo(3);
        assertThat(broken.path("externalId").asString()).isEqualTo("hr-" + ben);
        assertThat(broken.path("problems").path(0).path("column").asString())
                .isEqualTo("time_zone");
        assertThat(broken.path("problems").path(0).path("code").asString())
                .isEqualTo("not-a-time-zone");
        assertThat(code(answer, 2)).isEqualTo("not-a-row");

        Answer corrected = office.importFile(HrFile.of(anna).person(ben, "").person(carla, ben));
        assertThat(outcomes(corrected)).containsExactly("unchanged", "created", "unchanged");
    }

    @Test
    void aWrongHeaderIsAProblemAndNothingIsDone() {
        Answer answer = office.importFile("external_id,login\nhr-" + anna + "," + anna + "\n");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("wrong-header");
        assertThat(outcomes(office.importFile(HrFile.of(anna)))).containsExactly("created");
    }

    @Test
    void anotherContentTypeIsRefused() {
        Answer answer = office.operator().post(Office.API + "/imports", "{}");
        assertThat(answer.status()).isEqualTo(415);
    }

    @Test
    void duplicateIdsAndLoginsAreRejectedTogetherWithTheirLines() {
        HrFile file =
                HrFile.of(anna)
                        .row(row(anna, "").replace("anna Ex", "other Ex"))
                        .person(ben, "")
                        .row(row(carla, "").replace("," + carla + ",", "," + ben + ","));
        Answer answer = office.importFile(file);
        assertThat(outcomes(answer))
                .containsExactly("rejected", "rejected", "rejected", "rejected");
        assertThat(code(answer, 0)).isEqualTo("duplicate-external-id");
        assertThat(code(answer, 2)).isEqualTo("duplicate-login");
        assertThat(
                        answer.json()
                                .path("rows")
                                .path(3)
                                .path("problems")
                                .path(0)
                                .path("message")
                                .asString())
                .contains("4, 5");
    }

    @Test
    void anUnknownManagerIsRejected() {
        Answer answer = office.importFile(HrFile.empty().person(anna, "nobody").person(ben, ""));
        assertThat(outcomes(answer)).containsExactly("rejected", "created");
        assertThat(code(answer, 0)).isEqualTo("unknown-manager");
    }

    @Test
    void aCircleOfManagersIsRejectedAndWhoIsOutsideOfItIsApplied() {
        HrFile file = HrFile.empty().person(anna, ben).person(ben, anna).person(carla, anna);
        Answer answer = office.importFile(file);
        assertThat(outcomes(answer)).containsExactly("rejected", "rejected", "created");
        assertThat(code(answer, 0)).isEqualTo("manager-cycle");
        assertThat(answer.body()).contains("lines 2, 3.");
    }

    @Test
    void aCircleClosedOverTheDirectoryIsRejected() {
        office.importFile(HrFile.of(anna).person(ben, anna));
        Answer answer = office.importFile(HrFile.empty().person(anna, ben));
        assertThat(code(answer, 0)).isEqualTo("manager-cycle");
        assertThat(answer.body()).contains("already in the directory");
    }

    @Test
    void aMoveIsAnnouncedOnBothTopicsAndANewNameOnNone() {
        String id = participantIds(office.importFile(HrFile.of(anna))).getFirst();
        String renamed = row(anna, "").replace(anna + " Example", "Anna Bride");
        assertThat(outcomes(office.importFile(HrFile.empty().row(renamed))))
                .containsExactly("updated");
        String moved = renamed.replace("/engineering", "/finance");
        assertThat(outcomes(office.importFile(HrFile.empty().row(moved))))
                .containsExactly("updated");

        List<PublishedEvent> events = Office.events(Topics.PARTICIPANTS.name(), id, 2);
        office.settle();
        assertThat(TopicReader.events(Topics.PARTICIPANTS.name(), id)).hasSize(2);
        assertThat(events.get(1).event()).isInstanceOf(ParticipantChanged.class);
        assertThat(((ParticipantEvent) events.get(1).event()).participant().unit())
                .isEqualTo("/finance");
        assertThat(profile(id, 2).unit()).isEqualTo("/finance");
    }

    @Test
    void aLoginOfSomebodyElseIsRejectedUntilItIsFree() {
        office.importFile(HrFile.of(anna));
        String takes = row(ben, "").replace("," + ben + ",", "," + anna + ",");
        Answer taken = office.importFile(HrFile.empty().row(takes));
        assertThat(code(taken, 0)).isEqualTo("login-taken");

        String gives = row(anna, "").replace("," + anna + ",", "," + carla + ",");
        office.importFile(HrFile.empty().row(gives));
        assertThat(outcomes(office.importFile(HrFile.empty().row(takes))))
                .containsExactly("created");
    }

    @Test
    void aChangedLoginSignsInAndTheOldOneDoesNot() {
        Worker before = office.participant("dora");
        String dora = office.unique("dora");
        String married = office.unique("dora-married");
        office.importFile(
                HrFile.empty().row(row(dora, "").replace("," + dora + ",", "," + married + ",")));
        assertThat(office.worker(married, "participant").id()).isEqualTo(before.id());
        assertThat(before.get("/me").code()).isEqualTo("person-not-known-yet");
    }

    @Test
    void whoIsMissingFromALaterFileStays() {
        office.importFile(HrFile.of(anna, ben));
        office.importFile(HrFile.of(anna));
        assertThat(outcomes(office.importFile(HrFile.of(ben)))).containsExactly("unchanged");
    }

    @Test
    void whoLeftDoesNotComeBackByAFileAndTheirLoginIsFree() {
        String id = participantIds(office.importFile(HrFile.of(anna))).getFirst();
        Answer left = office.operator().post(Office.API + "/participants/" + id + "/leave", "{}");
        assertThat(left.json().path("status").asString()).isEqualTo("LEFT");
        assertThat(code(office.importFile(HrFile.of(anna)), 0)).isEqualTo("has-left");
        String takes = row(ben, "").replace("," + ben + ",", "," + anna + ",");
        assertThat(outcomes(office.importFile(HrFile.empty().row(takes))))
                .containsExactly("created");
    }

    @Test
    void anImportThatBrokeOffAfterItsClaimsIsCompletedByTheNextOne() {
        String claimed = claims.claim("external-id:hr-" + anna, Ids.random());
        claims.claim("login:" + anna, claimed);
        Answer answer = office.importFile(HrFile.of(anna));
        assertThat(outcomes(answer)).containsExactly("created");
        assertThat(participantIds(answer)).containsExactly(claimed);
    }

    @Test
    void onlyOperatorsImport() {
        Answer answer =
                office.as("max", "program-manager")
                        .send(
                                "POST",
                                Office.API + "/imports",
                                HrFile.of(anna).toString(),
                                "Content-Type",
                                "text/csv");
        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void sixHundredPeopleAreImportedAndRecognized() {
        HrFile file = HrFile.empty();
        String boss = office.unique("boss");
        file.person(boss, "");
        IntStream.range(1, 600).forEach(i -> file.person(office.unique("p" + i), boss));
        assertThat(counts(office.importFile(file))).contains("\"created\":600");
        assertThat(counts(office.importFile(file))).contains("\"unchanged\":600");
    }

    @Test
    void aRowThatWillBeRefusedLeavesItsManagerWhichCanCloseACircle() {
        office.importFile(HrFile.of(anna, carla).person(ben, anna));
        String promoted = row(ben, "").replace("," + ben + ",", "," + carla + ",");
        Answer answer = office.importFile(HrFile.empty().person(anna, ben).row(promoted));
        assertThat(code(answer, 1)).isEqualTo("login-taken");
        assertThat(code(answer, 0)).isEqualTo("manager-cycle");
    }

    @Test
    void whoLeftStaysWhereTheyAreWhichCanCloseACircle() {
        String left =
                participantIds(office.importFile(HrFile.of(anna).person(ben, anna))).getLast();
        office.operator().post(Office.API + "/participants/" + left + "/leave", "{}");
        Answer answer = office.importFile(HrFile.empty().person(anna, ben).person(ben, ""));
        assertThat(code(answer, 1)).isEqualTo("has-left");
        assertThat(code(answer, 0)).isEqualTo("manager-cycle");
    }

    @Test
    void aManagerWhoseOwnRowNeverCameRightIsUnknownToLaterFiles() {
        String broken = row(ben, "").replace("Europe/Berlin", "Mars/Olympus");
        office.importFile(HrFile.empty().row(broken));
        Answer answer = office.importFile(HrFile.empty().person(anna, ben));
        assertThat(code(answer, 0)).isEqualTo("unknown-manager");
    }

    @Test
    void twoFilesAtOnceCloseNoCircle() throws Exception {
        try (ExecutorService senders = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 10; i++) {
                String one = office.unique("one" + i);
                String other = office.unique("other" + i);
                office.importFile(HrFile.of(one, other));
                Future<Answer> below =
                        senders.submit(() -> importAtLast(HrFile.empty().person(one, other)));
                Future<Answer> above =
                        senders.submit(() -> importAtLast(HrFile.empty().person(other, one)));
                assertThat(List.of(outcomes(below.get()), outcomes(above.get())))
                        .containsExactlyInAnyOrder(List.of("updated"), List.of("rejected"));
            }
        }
    }

    private Answer importAtLast(HrFile file) {
        return await().until(() -> office.importFile(file), answer -> answer.status() != 503);
    }

    private static MatchingProfile profile(String id, int sequence) {
        List<PublishedEvent> events = Office.events(Topics.MATCHING_PROFILES.name(), id, sequence);
        return ((MatchingProfileEvent) events.get(sequence - 1).event()).profile();
    }

    private static String counts(Answer answer) {
        return answer.json().path("counts").toString();
    }

    private static List<String> outcomes(Answer answer) {
        return texts(answer, "outcome");
    }

    private static List<String> participantIds(Answer answer) {
        return texts(answer, "participantId");
    }

    private static List<String> texts(Answer answer, String field) {
        return answer.json()
                .path("rows")
                .valueStream()
                .map(row -> row.path(field).asString(""))
                .toList();
    }

    private static String code(Answer answer, int row) {
        return answer.json()
                .path("rows")
                .path(row)
                .path("problems")
                .path(0)
                .path("code")
                .asString("");
    }
}
