package org.peercoaching.local.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Properties;
import org.peercoaching.local.data.PrivateFiles;

/**
 * How far the loading got, in a file of the data directory: all that must survive a kill.
 *
 * @param scenario name of what is loaded, or {@link #NOTHING}
 * @param start date of day 0
 * @param day the next day to be played, or to be played again; one past the last when all are done
 * @param complete whether nothing is left to be done
 */
record Position(String scenario, LocalDate start, int day, boolean complete) {

    /** Stands where the platform was first started without a demonstration. */
    static final String NOTHING = "nothing";

    static Optional<Position> in(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties note = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            note.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(
                new Position(
                        note.getProperty("scenario"),
                        LocalDate.parse(note.getProperty("start")),
                        Integer.parseInt(note.getProperty("day")),
                        Boolean.parseBoolean(note.getProperty("complete"))));
    }

    void writeTo(Path file) {
        Properties note = new Properties();
        note.setProperty("scenario", scenario);
        note.setProperty("start", start.toString());
        note.setProperty("day", Integer.toString(day));
        note.setProperty("complete", Boolean.toString(complete));
        try {
            PrivateFiles.write(file, writer -> note.store(writer, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Position after(int playedDay) {
        return new Position(scenario, start, playedDay + 1, false);
    }

    Position finished() {
        return new Position(scenario, start, day, true);
    }
}
