package org.peercoaching.local.demonstration.people;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The people of the demonstration, or some of them. */
public final class People {

    private static final String FILE = "/demonstration/people.csv";

    private static final String EXTERNAL_ID = "external_id";
    private static final String MANAGER = "manager_external_id";
    private static final String UNIT = "org_unit";

    private final List<NamedCsvRecord> rows;

    private People(List<NamedCsvRecord> rows) {
        this.rows = rows;
    }

    /** Reads the checked-in file. */
    public static People ofTheDemonstration() {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder()
                        .ofNamedCsvRecord(
                                new InputStreamReader(
                                        Objects.requireNonNull(
                                                People.class.getResourceAsStream(FILE)),
                                        StandardCharsets.UTF_8))) {
            return new People(reader.stream().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of some org units; for none given, everybody. */
    public People in(Set<String> units) {
        return units.isEmpty()
                ? this
                : new People(
                        rows.stream().filter(row -> units.contains(row.getField(UNIT))).toList());
    }

    /** In the order of the file. */
    public List<Person> all() {
        return rows.stream().map(People::person).toList();
    }

    /**
     * The file as the import takes it. Where a manager is not among these people, the manager is
     * left out.
     */
    public String csv() {
        Set<String> present =
                rows.stream().map(row -> row.getField(EXTERNAL_ID)).collect(Collectors.toSet());
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(rows.getFirst().getHeader());
            for (NamedCsvRecord row : rows) {
                csv.writeRecord(cells(row, present));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> cells(NamedCsvRecord row, Set<String> present) {
        return row.getHeader().stream()
                .map(column ->
                        column.equals(MANAGER) && !present.contains(row.getField(column))
                                ? ""
                                : row.getField(column))
                .toList();
    }

    private static Person person(NamedCsvRecord row) {
        return new Person(
                row.getField(EXTERNAL_ID),
                row.getField("login"),
                row.getField(UNIT),
                Optional.of(row.getField(MANAGER)).filter(id -> !id.isEmpty()),
                Integer.parseInt(row.getField("level")),
                ZoneId.of(row.getField("time_zone")),
                listed(row.getField("growth_areas"), skill -> skill.split(":")[0]),
                listed(row.getField("availability"), Window::parse));
    }

    private static <T> List<T> listed(String cell, Function<String, T> read) {
        return cell.isEmpty() ? List.of() : Arrays.stream(cell.split("\\|")).map(read).toList();
    }
}
