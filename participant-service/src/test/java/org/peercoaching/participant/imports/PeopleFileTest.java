package org.peercoaching.participant.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoaching.kit.decision.RefusedException;
import org.peercoaching.participant.HrFile;
import org.peercoaching.participant.imports.PeopleFile.Line;

class PeopleFileTest {

    @TempDir Path folder;

    @Test
    void aByteOrderMarkIsPassedOver() {
        assertThat(linesOf("\uFEFF" + HrFile.of("anna")))
                .hasSize(1)
                .allMatch(PeopleFileTest::whole);
    }

    @Test
    void semicolonsSeparateAsWellAsCommas() {
        List<Line> lines = linesOf(HrFile.of("anna").toString().replace(',', ';'));
        assertThat(name(lines.getFirst())).isEqualTo("anna Example");
    }

    @Test
    void theFirstLineDecidesWhatSeparates() {
        String file =
                HrFile.HEADER.replace(',', ';')
                        + "\n"
                        + HrFile.row("anna", "").replace(',', ';').replace("anna Ex", "Ex, anna");
        assertThat(name(linesOf(file).getFirst())).isEqualTo("Ex, annaample");
    }

    @Test
    void columnsStandInAnyOrder() {
        String header = HrFile.HEADER.replace("name,email", "email,name");
        String row = HrFile.row("anna", "");
        String swapped =
                row.replace("anna Example,anna@example.org", "anna@example.org,anna Example");
        assertThat(name(linesOf(header + "\n" + swapped).getFirst())).isEqualTo("anna Example");
    }

    @Test
    void quotesHoldSeparatorsAndQuotes() {
        String row = HrFile.row("anna", "").replace("anna Example", "\"Example, \"\"A.\"\"\"");
        assertThat(name(linesOf(HrFile.HEADER + "\r\n" + row + "\r\n").getFirst()))
                .isEqualTo("Example, \"A.\"");
    }

    @Test
    void anUnclosedQuoteBreaksItsOwnLineAlone() {
        HrFile file =
                HrFile.of("anna")
                        .row(HrFile.row("ben", "").replace("ben Example", "\"ben Example"))
                        .person("carla", "");
        List<Line> lines = linesOf(file.toString());
        assertThat(lines).extracting(PeopleFileTest::whole).containsExactly(true, false, true);
        assertThat(lines).extracting(Line::line).containsExactly(2, 3, 4);
    }

    @Test
    void aLineThatIsTooLongBreaksAloneAndIsNeverWholeInMemory() throws IOException {
        String endless = "x".repeat(10 * Lines.LONGEST);
        HrFile file = HrFile.of("anna").row(endless).person("carla", "");
        assertThat(linesOf(file.toString()))
                .extracting(PeopleFileTest::whole)
                .containsExactly(true, false, true);
        try (Lines lines = new Lines(new ByteArrayInputStream(endless.getBytes(UTF_8)))) {
            assertThat(lines.next()).hasSize(Lines.LONGEST + 1);
            assertThat(lines.next()).isNull();
        }
    }

    @Test
    void linesEndAsOnUnixOnWindowsAndOnOldMacs() throws IOException {
        try (Lines lines = new Lines(new ByteArrayInputStream("a\nb\r\n\rc".getBytes(UTF_8)))) {
            List<String> read = new ArrayList<>();
            for (String line = lines.next(); line != null; line = lines.next()) {
                read.add(line);
            }
            assertThat(read).containsExactly("a", "b", "", "c");
        }
    }

    @Test
    void emptyLinesCountButAreNoRows() {
        List<Line> lines = linesOf(HrFile.HEADER + "\n\n" + HrFile.row("anna", "") + "\n\n");
        assertThat(lines).extracting(Line::line).containsExactly(3);
    }

    @Test
    void theColumnOfHowPeopleLikeToMeetMayBeThere() {
        String file =
                HrFile.HEADER
                        + ",meeting\n"
                        + HrFile.row("anna", "")
                        + ",online\n"
                        + HrFile.row("ben", "");
        assertThat(linesOf(file)).extracting(PeopleFileTest::whole).containsExactly(true, false);
        assertThat(linesOf(file).getFirst().cells().orElseThrow())
                .containsEntry(Column.MEETING, "online");
    }

    @Test
    void aLineWithTooFewOrTooManyCellsIsNoRow() {
        HrFile file = HrFile.empty().row("hr-1,anna").row(HrFile.row("ben", "") + ",more");
        assertThat(linesOf(file.toString())).noneMatch(PeopleFileTest::whole);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "hr-1,anna,Anna",
                "external_id,login,name",
                "external_id;login,name",
                HrFile.HEADER + ",salary",
                "login," + HrFile.HEADER,
                "\"" + HrFile.HEADER,
            })
    void aWrongFirstLineIsRefusedWithTheColumnsThatAreWanted(String file) {
        assertThatThrownBy(() -> linesOf(file))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> {
                            assertThat(refused.refusal().code()).isEqualTo("wrong-header");
                            assertThat(refused.refusal().advice()).contains("growth_areas");
                        });
    }

    @Test
    void bytesThatAreNotUtf8BreakTheirRowAlone() throws IOException {
        Path path = folder.resolve("latin1.csv");
        String file =
                HrFile.of("anna").row(HrFile.row("ben", "").replace("ben Ex", "bén Ex")).toString();
        Files.write(path, file.getBytes(StandardCharsets.ISO_8859_1));
        List<ReadRow> rows = new ArrayList<>();
        PeopleFile.open(content(path)).forEach(line -> rows.add(RowReader.read(line)));
        assertThat(rows.get(0)).isInstanceOf(ReadRow.Good.class);
        assertThat(rows.get(1)).isInstanceOf(ReadRow.Broken.class);
    }

    private List<Line> linesOf(String content) {
        Path path = folder.resolve("people.csv");
        try {
            Files.writeString(path, content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        List<Line> lines = new ArrayList<>();
        PeopleFile.open(content(path)).forEach(lines::add);
        return lines;
    }

    private static Supplier<InputStream> content(Path path) {
        return () -> {
            try {
                return Files.newInputStream(path);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        };
    }

    private static boolean whole(Line line) {
        return line.cells().isPresent();
    }

    private static String name(Line line) {
        return line.cells().orElseThrow().getOrDefault(Column.NAME, "");
    }
}
