package org.peercoaching.local.demonstration;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.peercoaching.local.clock.BusinessClockSteps;
import org.peercoaching.local.clock.ClockFile;
import org.peercoaching.local.data.DataDirectory;
import org.peercoaching.local.demonstration.client.Api;
import org.peercoaching.local.demonstration.plan.Scenario;
import org.peercoaching.local.demonstration.plan.Timeline;
import org.peercoaching.local.issuer.Tokens;

/**
 * What a new platform is filled with. It notes how far it got, and goes on from there after a stop
 * or a kill.
 */
public final class Demonstration {

    private final Scenario scenario;
    private final Path positionFile;
    private final Path participantsFile;
    private final ClockFile clockFile;
    private Position position;

    private Demonstration(Scenario scenario, DataDirectory data, Position position) {
        this.scenario = scenario;
        this.position = position;
        positionFile = positionFile(data);
        participantsFile = participantsFile(data);
        clockFile = new ClockFile(data.businessClock());
    }

    /**
     * The demonstration of a data directory. What its first start asked for is noted and holds for
     * all later ones: business time was somewhere since, and does not go back.
     *
     * @param wanted empty for none
     */
    public static Optional<Demonstration> in(DataDirectory data, Optional<Scenario> wanted) {
        Position position =
                Position.in(positionFile(data))
                        .orElseGet(() -> {
                            Position first = first(wanted, Instant.now());
                            first.writeTo(positionFile(data));
                            return first;
                        });
        return Scenario.named(position.scenario())
                .map(scenario -> new Demonstration(scenario, data, position));
    }

    private static Position first(Optional<Scenario> wanted, Instant now) {
        Timeline timeline = Timeline.until(now, wanted.map(Scenario::days).orElse(0));
        return new Position(
                wanted.map(Scenario::name).orElse(Position.NOTHING),
                timeline.start(),
                0,
                wanted.isEmpty());
    }

    static Path positionFile(DataDirectory data) {
        return data.demonstration().resolve("position.properties");
    }

    static Path participantsFile(DataDirectory data) {
        return data.demonstration().resolve("participants.properties");
    }

    /** Whether nothing is left to be loaded. */
    public boolean isComplete() {
        return position.complete();
    }

    /**
     * Sets business time to where the loading goes on. To be called before any service starts: what
     * is due by then is due, and nothing that comes later.
     */
    public void setClock() {
        if (!isComplete()) {
            clockFile.write(offset(position.day()));
        }
    }

    /**
     * Loads what is missing. The services are ready.
     *
     * @param entryPoint such as {@code http://localhost:8080}
     * @throws InterruptedException if the platform is being stopped
     */
    public Summary load(
            String entryPoint, Tokens tokens, BusinessClockSteps clock, LoadingProgress progress)
            throws InterruptedException {
        try (Api api = new Api(entryPoint);
                Crew crew = new Crew()) {
            Pace pace = new Pace(progress, scenario.days(), position.day(), api::commands);
            Play play =
                    new Play(
                            scenario,
                            timeline(),
                            new Loader(scenario, api, tokens),
                            crew,
                            new Participants(participantsFile),
                            clock);
            while (position.day() < scenario.days()) {
                int day = position.day();
                clock.moveTo(offset(day));
                play.day(day);
                clock.awaitRest();
                noteDown(position.after(day));
                pace.played(day);
            }
            clock.moveTo(Duration.ZERO);
            noteDown(position.finished());
            return new Summary(api.commands(), api.repeats(), crew.refusals());
        }
    }

    private void noteDown(Position next) {
        next.writeTo(positionFile);
        position = next;
    }

    private Timeline timeline() {
        return new Timeline(position.start(), scenario.days());
    }

    private Duration offset(int day) {
        return day < scenario.days()
                ? Duration.between(Instant.now(), timeline().moment(day))
                : Duration.ZERO;
    }
}
