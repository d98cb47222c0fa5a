package org.peercoaching.participant.imports;

import static org.peercoaching.participant.imports.Column.AVAILABILITY;
import static org.peercoaching.participant.imports.Column.EMAIL;
import static org.peercoaching.participant.imports.Column.EXTERNAL_ID;
import static org.peercoaching.participant.imports.Column.GROWTH_AREAS;
import static org.peercoaching.participant.imports.Column.LANGUAGES;
import static org.peercoaching.participant.imports.Column.LEVEL;
import static org.peercoaching.participant.imports.Column.LOGIN;
import static org.peercoaching.participant.imports.Column.MANAGER_EXTERNAL_ID;
import static org.peercoaching.participant.imports.Column.MEETING;
import static org.peercoaching.participant.imports.Column.NAME;
import static org.peercoaching.participant.imports.Column.ORG_UNIT;
import static org.peercoaching.participant.imports.Column.STRENGTHS;
import static org.peercoaching.participant.imports.Column.TIME_ZONE;

import java.util.List;
import java.util.Map;
import org.peercoaching.participant.directory.Facts;
import org.peercoaching.participant.imports.PeopleFile.Line;

/** Judges a row by itself and says everything that is wrong with it, not only the first thing. */
final class RowReader {

    private RowReader() {}

    static ReadRow read(Line line) {
        return line.cells()
                .map(cells -> read(line.line(), cells))
                .orElseGet(() -> new ReadRow.Broken(line.line(), null, List.of(NOT_A_ROW)));
    }

    private static ReadRow read(int line, Map<Column, String> row) {
        Cells cells = new Cells(row);
        String externalId = cells.text(EXTERNAL_ID, Facts.ID_LENGTH);
        boolean hasId = cells.inOrder();
        HrRow said =
                new HrRow(
                        externalId,
                        cells.text(LOGIN, Facts.LOGIN_LENGTH),
                        cells.text(NAME, Facts.NAME_LENGTH),
                        cells.email(EMAIL),
                        cells.orgUnit(ORG_UNIT),
                        cells.optionalText(MANAGER_EXTERNAL_ID, Facts.ID_LENGTH),
                        cells.level(LEVEL),
                        cells.zone(TIME_ZONE),
                        cells.languages(LANGUAGES),
                        cells.skills(STRENGTHS),
                        cells.skills(GROWTH_AREAS),
                        cells.slots(AVAILABILITY),
                        cells.meeting(MEETING));
        return cells.inOrder()
                ? new ReadRow.Good(line, said)
                : new ReadRow.Broken(line, hasId ? externalId : null, cells.problems());
    }

    private static final Problem NOT_A_ROW =
            Problem.ofRow(
                    "not-a-row",
                    "The line does not have one cell for each column. Look for a missing or surplus separator, or a quote that is not closed; a line has at most 32,000 characters.");
}
