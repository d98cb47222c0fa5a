package org.peercoaching.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.peercoaching.events.RelationshipEvent.Status.OPEN;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoaching.participant.Office.Worker;
import org.peercoaching.testkit.Http.Answer;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class NamesTest {

    @LocalServerPort int port;

    private Office office;
    private Worker anna;
    private Worker ben;
    private Worker carla;

    @BeforeEach
    void people() {
        office = new Office(port);
        anna = office.participant("anna");
        ben = office.participant("ben");
        carla = office.participant("carla");
    }

    @Test
    void aPersonSeesTheirOwnRecord() {
        Answer me = anna.get("/me");
        assertThat(me.json().path("name").asString()).isEqualTo(office.unique("anna") + " Example");
        assertThat(me.json().path("email").asString()).endsWith("@example.org");
        assertThat(me.json().path("unit").asString()).isEqualTo("/engineering");
    }

    @Test
    void onlyOnesOwnNameIsSeenAndOthersAreLeftOut() {
        assertThat(seenBy(anna)).containsExactly(anna.id());
    }

    @Test
    void peersSeeEachOther() {
        Office.relate(office.unique("rel"), 1, OPEN, anna, ben);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(seenBy(anna)).containsExactlyInAnyOrder(anna.id(), ben.id()));
        assertThat(seenBy(ben)).containsExactlyInAnyOrder(anna.id(), ben.id());
        assertThat(seenBy(carla)).containsExactly(carla.id());
    }

    @Test
    void managersSeeThePeopleOfTheirProgramsAndNobodyElse() {
        Worker manager = office.manager("max");
        Worker other = office.manager("mia");
        anna.enrollsIn(manager.opensProgram(office.unique("asking")));
        ben.enrollsIn(manager.opensProgram(office.unique("listening")));
        assertThat(seenBy(manager)).containsExactlyInAnyOrder(anna.id(), ben.id());
        assertThat(seenBy(other)).isEmpty();
    }

    @Test
    void atMostAHundredAreAskedForAtOnce() {
        String many = String.join(",", Collections.nCopies(101, anna.id()));
        assertThat(anna.get("/people?ids=" + many).status()).isEqualTo(400);
        assertThat(anna.get("/people?ids=").status()).isEqualTo(400);
        assertThat(anna.get("/people").status()).isEqualTo(400);
        assertThat(anna.get("/people?ids=not%20an%20id").status()).isEqualTo(400);
    }

    private List<String> seenBy(Worker worker) {
        Answer answer =
                worker.get(
                        "/people?ids="
                                + String.join(",", anna.id(), ben.id(), carla.id(), "nobody"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json()
                .path("items")
                .valueStream()
                .map(it -> it.path("participantId").asString())
                .toList();
    }
}
