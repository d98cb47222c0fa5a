package org.peercoaching.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoaching.participant.HrFile.row;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.peercoaching.participant.Office.Worker;
import org.peercoaching.testkit.Http.Answer;
import org.peercoaching.testkit.ServiceTest;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Neither names, addresses and lines of HR's files nor the words of goals are in the logs, whether
 * what came was taken or refused. What must not be found begins with {@code secret}.
 */
@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class QuietLogsTest {

    private static final String SEARCHED = "the log is searched";

    @LocalServerPort int port;

    private final LoggingSystem logging;

    private Office office;

    QuietLogsTest(LoggingSystem logging) {
        this.logging = logging;
    }

    @BeforeEach
    void everybodyLogsAsInProduction() {
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
        office = new Office(port);
    }

    /** Tests log warnings only. */
    @AfterEach
    void everybodyLogsAsInTests() {
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    }

    @Test
    void whatAnHrFileSaysOfPeopleIsNotLogged(CapturedOutput logged) {
        String anna = office.unique("secret-anna");
        String ben = office.unique("secret-ben");
        HrFile file =
                HrFile.of(anna)
                        .person(ben, anna)
                        .row(row(ben, "").replace("Europe/Berlin", "secret/zone"))
                        .row(row(office.unique("secret-carla"), "secret-nobody"))
                        .row("secret-one,secret-two,secret-three")
                        .row("\"secret-quote,secret-after");
        Answer report = office.importFile(file);
        assertThat(report.json().path("counts").path("rejected").asInt())
                .as(report.body())
                .isEqualTo(5);
        assertThat(report.json().path("counts").path("created").asInt()).isEqualTo(1);
        assertThat(office.importFile("secret-header,login\n" + row(ben, "")).code())
                .isEqualTo("wrong-header");
        String renamed = row(anna, "").replace(anna + " Example", "secret-bride");
        office.importFile(HrFile.empty().row(renamed));
        String takes = row(ben, "").replace("," + ben + ",", "," + anna + ",");
        office.importFile(HrFile.empty().row(takes));
        Worker signedIn = office.worker(anna, "participant");
        office.operator().post(Office.API + "/participants/" + signedIn.id() + "/leave", "{}");
        assertNothingSecretIn(logged);
    }

    @Test
    void theWordsOfGoalsAreNotLogged(CapturedOutput logged) {
        String program = office.manager("max").opensProgram(office.unique("asking"));
        Worker anna = office.participant("anna");
        String goals = "/enrollments/" + anna.enrollsIn(program) + "/goals";
        String words =
                Office.goal()
                        .replace("Ask before I tell", "secret-title")
                        .replace("Three open questions", "secret-measure")
                        .replace("Watch myself", "secret-step");
        Answer set = anna.post(goals, words, "Idempotency-Key", "goal");
        assertThat(set.status()).as(set.body()).isEqualTo(201);
        String goal = "/goals/" + set.json().path("goalId").asString();
        anna.put(goal + "/progress", "{\"percent\":50,\"stepsDone\":[2]}");
        anna.post(goal + "/achieve", "{}");
        assertThat(anna.get(goal).json().path("title").asString()).isEqualTo("secret-title");

        for (String bad :
                List.of(
                        words.substring(0, words.lastIndexOf(']')),
                        words.replace("secret-title", "secret-" + "x".repeat(200)),
                        words.replace("\"measure\"", "\"secret-field\""),
                        words.replace("\"delegation\"", "\"secret skill\""),
                        words.replace("[\"secret-step\"", "\"secret-step\", [\"secret-step\""),
                        words.replaceAll("\\d{4}-\\d\\d-\\d\\d", "secret-day"))) {
            Answer refused = anna.post(goals, bad);
            assertThat(refused.status()).as(bad).isEqualTo(400);
        }
        String another = words.replace("secret-title", "secret-other");
        assertThat(anna.post(goals, another, "Idempotency-Key", "goal").code())
                .isEqualTo("idempotency-key-reused");
        assertNothingSecretIn(logged);
    }

    private void assertNothingSecretIn(CapturedOutput logged) {
        office.settle();
        LoggerFactory.getLogger(getClass()).info(SEARCHED);
        assertThat(logged).contains(SEARCHED).doesNotContain("secret");
    }
}
