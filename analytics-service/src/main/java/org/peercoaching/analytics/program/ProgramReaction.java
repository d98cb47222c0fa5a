package org.peercoaching.analytics.program;

import static org.peercoaching.kit.consume.Reactions.reactions;

import java.time.Instant;
import java.time.LocalDate;
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
                        (published, event) -> {
                            Program program = heard(programs, published, event.program(), zone);
                            // Before the program itself: what is due is found even after a stop
                            // here.
                            watch.heardOf(program);
                            return Handled.news(programs.keep(program, published.sequence()));
                        })
                .build();
    }

    private static Program heard(
            Programs programs,
            PublishedEvent published,
            ProgramEvent.Program program,
            ReportingZone zone) {
        Instant earliest =
                published.time().isBefore(program.startsAt())
                        ? published.time()
                        : program.startsAt();
        LocalDate firstDay =
                programs.find(program.programId())
                        .map(Program::firstDay)
                        .filter(known -> known.isBefore(zone.dayOf(earliest)))
                        .orElse(zone.dayOf(earliest));
        return new Program(
                program.programId(),
                program.managers(),
                firstDay,
                program.startsAt(),
                program.endsAt(),
                program.status() == ProgramEvent.Status.OPEN);
    }
}
