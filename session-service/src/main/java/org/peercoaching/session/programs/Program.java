package org.peercoaching.session.programs;

import java.util.List;
import org.peercoaching.events.ProgramEvent;

/**
 * A program as this service knows it.
 *
 * @param managers participant ids of those who run it
 * @param sessionMinutes planned length of a session, 15 to 480
 */
public record Program(List<String> managers, int sessionMinutes) {

    static Program of(ProgramEvent.Program program) {
        return new Program(program.managers(), program.sessionMinutes());
    }
}
