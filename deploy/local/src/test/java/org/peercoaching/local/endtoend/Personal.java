package org.peercoaching.local.endtoend;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.stream.Stream;
import org.peercoaching.local.demonstration.people.People;
import org.peercoaching.local.demonstration.plan.Phrases;
import org.peercoaching.local.demonstration.plan.Scenario;

/** What stays where it was written: names, addresses and words. */
public final class Personal {

    private Personal() {}

    /** Of the people of a scenario, and what they may have written. */
    public static List<String> of(Scenario scenario) {
        String file = People.ofTheDemonstration().in(scenario.units()).csv();
        List<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file).stream().toList();
        return Stream.concat(rows.stream().flatMap(Personal::names), Phrases.all()).toList();
    }

    private static Stream<String> names(NamedCsvRecord row) {
        String login = row.getField("login");
        return Stream.of(
                login, login.replace('.', ' '), row.getField("name"), row.getField("email"));
    }
}
