package org.peercoaching.analytics;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.TestIssuer;

/**
 * The program of spring, long over, that all tests of the whole service ask about; published once.
 * Max manages it, Mona another.
 */
final class Spring {

    static final String API = "/api/analytics/v1/";

    /** A question about the whole of it, to be completed with metric keys. */
    static final String FIGURES =
            API + "figures?program=spring&from=2026-03-02&to=2026-06-14&metric=";

    static final List<PublishedEvent> EVENTS = World.events(Seeds.random(42), 120);

    static {
        Published.person("p-max", "max");
        Published.person("p-mona", "mona");
        Published.person("p-pat", "pat");
        Published.program("autumn", "p-mona");
        Published.world(EVENTS, "p-max");
        Published.events(Pilot.EVENTS);
        Published.program(Pilot.PROGRAM);
    }

    private Spring() {}

    static Http analyst(int port) {
        return new Http(port, TestIssuer.analyst("ada", "/"));
    }

    /** Waits until every period of it has been released. */
    static void awaitReleases(int port) {
        await().atMost(Duration.ofSeconds(120))
                .until(() -> {
                    Http.Answer last =
                            analyst(port).get(FIGURES + "funnel&period=quarter&unit=/sales");
                    Http.Answer pilot =
                            analyst(port)
                                    .get(
                                            API
                                                    + "figures?program=pilot&from=2026-03-02&to=2026-03-22&metric=funnel&period=quarter&unit=/support");
                    return isReleased(last) && isReleased(pilot);
                });
    }

    private static boolean isReleased(Http.Answer answer) {
        return answer.status() == 200 && !answer.body().contains("not-released");
    }
}
