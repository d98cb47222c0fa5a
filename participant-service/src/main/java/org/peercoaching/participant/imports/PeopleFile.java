package org.peercoaching.participant.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;

/**
 * A CSV file (RFC 4180) of people, in UTF-8 with or without a byte order mark, separated by commas
 * or semicolons.
 *
 * <p>One line is one row: no cell of ours can hold a line break, and so an unclosed quote breaks
 * its own line and not all that follow.
 *
 * @param content opens it once more, at its beginning
 * @param separator what the first line is separated by
 * @param positions where each column stands
 */
record PeopleFile(Supplier<InputStream> content, char separator, Map<Column, Integer> positions) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * One row of the file.
     *
     * @param line its line; the first of the file is 1
     * @param cells what stands in each column; empty where the line cannot be read as a row
     */
    record Line(int line, Optional<Map<Column, String>> cells) {}

    /**
     * Opens a file by its first line.
     *
     * @throws RefusedException if that line does not name the columns
     */
    static PeopleFile open(Supplier<InputStream> content) {
        try (Lines lines = new Lines(content.get())) {
            String header = withoutMark(lines.next());
            return with(content, header, ',')
                    .or(() -> with(content, header, ';'))
                    .orElseThrow(() -> new RefusedException(WRONG_HEADER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands each row to the reader, in order; empty lines are passed over. */
    void forEach(Consumer<Line> reader) {
        try (Lines lines = new Lines(content.get())) {
            lines.next();
            int number = 2;
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (!line.isBlank()) {
                    reader.accept(new Line(number, cells(line)));
                }
                number++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Map<Column, String>> cells(String line) {
        if (line.length() > Lines.LONGEST) {
            return Optional.empty();
        }
        return split(line, separator)
                .filter(fields -> fields.size() == positions.size())
                .map(fields -> {
                    Map<Column, String> cells = new EnumMap<>(Column.class);
                    positions.forEach(
                            (column, position) -> cells.put(column, fields.get(position).strip()));
                    return cells;
                });
    }

    private static Optional<PeopleFile> with(
            Supplier<InputStream> content, String header, char separator) {
        List<String> words = split(header, separator).orElse(List.of());
        Map<Column, Integer> positions = new EnumMap<>(Column.class);
        for (int i = 0; i < words.size(); i++) {
            int position = i;
            Column.of(words.get(i).strip()).ifPresent(column -> positions.put(column, position));
        }
        boolean complete =
                positions.size() == words.size()
                        && Arrays.stream(Column.values())
                                .filter(Column::required)
                                .allMatch(positions::containsKey);
        return complete
                ? Optional.of(new PeopleFile(content, separator, positions))
                : Optional.empty();
    }

    private static Optional<List<String>> split(String line, char separator) {
        try {
            return Optional.of(
                    CsvReader.builder()
                            .fieldSeparator(separator)
                            .allowExtraCharsAfterClosingQuote(false)
                            .allowUnclosedQuote(false)
                            .skipEmptyLines(false)
                            .ofSingleCsvRecord(line)
                            .getFields());
        } catch (CsvParseException broken) {
            return Optional.empty();
        }
    }

    private static String withoutMark(@Nullable String line) {
        if (line == null) {
            return "";
        }
        return line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
    }

    private static final Refusal WRONG_HEADER =
            Refusal.invalid(
                    "wrong-header",
                    "Nothing was imported. The first line must name each of these columns once, in UTF-8, separated by commas or semicolons: "
                            + Column.words(true)
                            + ". It may name: "
                            + Column.words(false)
                            + ".");
}
