package org.peercoaching.analytics.program;

import static org.peercoaching.kit.consume.Reactions.reactions;

import java.time.LocalDate;
import java.util.Optional;
import org.peercoaching.analytics.calendar.ReportingZone;
import org.peercoaching.events.ProgramEvent;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.kit.consume.Handled;
import org.peercoaching.kit.consume.Reactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps what is announced of programs. */
@Configuration(proxyBeanMethods = false)
class ProgramReaction {

    @Bean
    Reactions programReactions(Programs programs, ProgramWatch watch, ReportingZone zone) {
        return reactions()
                .on(
                        ProgramEvent.class,
                        (published, event) ->
                                heard(programs, watch, zone, published, event.program()))
                .build();
    }

    private static Handled heard(
            Programs programs,
            ProgramWatch watch,
            ReportingZone zone,
            PublishedEvent published,
            ProgramEvent.Program announced) {
        Optional<Program> known = programs.find(announced.programId());
        Program program = program(announced, firstDay(known, zone, published, announced));
        if (known.isEmpty()) {
            // Before the program is kept: after a stop in between it is new still.
            watch.heardOf(program);
        }
        return Handled.news(programs.keep(program, published.sequence()));
    }

    /** People may enroll before it starts, but not before it is announced. */
    private static LocalDate firstDay(
            Optional<Program> known,
            ReportingZone zone,
            PublishedEvent published,
            ProgramEvent.Program announced) {
        LocalDate heardOn = zone.dayOf(published.time());
        LocalDate startsOn = zone.dayOf(announced.startsAt());
        LocalDate earlier = heardOn.isBefore(startsOn) ? heardOn : startsOn;
        return known.map(Program::firstDay).filter(earlier::isAfter).orElse(earlier);
    }

    private static Program program(ProgramEvent.Program announced, LocalDate firstDay) {
        return new Program(
                announced.programId(),
                announced.managers(),
                firstDay,
                announced.startsAt(),
                announced.endsAt(),
                announced.status() == ProgramEvent.Status.OPEN);
    }
}
