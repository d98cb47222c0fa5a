package org.peercoaching.participant.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peercoaching.events.MatchingProfileEvent.Meeting;
import org.peercoaching.events.MatchingProfileEvent.SkillLevel;
import org.peercoaching.events.MatchingProfileEvent.WeeklySlot;
import org.peercoaching.participant.imports.PeopleFile.Line;

class CellsTest {

    @Test
    void aGoodRowSaysEverything() {
        assertThat(good(row()))
                .isEqualTo(
                        new HrRow(
                                "hr-1",
                                "anna",
                                "Anna Example",
                                "anna@example.org",
                                "/engineering/platform",
                                "hr-9",
                                5,
                                "Europe/Berlin",
                                List.of("de", "en"),
                                List.of(new SkillLevel("giving-feedback", 4)),
                                List.of(new SkillLevel("delegation", 2)),
                                List.of(
                                        new WeeklySlot(DayOfWeek.MONDAY, "09:00", "12:00"),
                                        new WeeklySlot(DayOfWeek.TUESDAY, "13:00", "24:00")),
                                null));
    }

    @Test
    void managerSkillsAndHoursMayBeMissing() {
        Map<Column, String> row = row();
        row.put(Column.MANAGER_EXTERNAL_ID, "");
        row.put(Column.STRENGTHS, "");
        row.put(Column.GROWTH_AREAS, "");
        row.put(Column.AVAILABILITY, "");
        HrRow said = good(row);
        assertThat(said.managerExternalId()).isNull();
        assertThat(said.strengths()).isEmpty();
        assertThat(said.growthAreas()).isEmpty();
        assertThat(said.availability()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'',", "online,ONLINE", "in-person,IN_PERSON", "either,EITHER"})
    void aFileMaySayHowAPersonLikesToMeet(String cell, @Nullable Meeting meeting) {
        Map<Column, String> row = row();
        assertThat(good(row).meeting()).isNull();
        row.put(Column.MEETING, cell);
        assertThat(good(row).meeting()).isEqualTo(meeting);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "EXTERNAL_ID; ''; missing",
                "LOGIN; ''; missing",
                "NAME; ''; missing",
                "NAME; 'a\u0007b'; not-plain-text",
                "NAME; 'a\uFFFDb'; not-plain-text",
                "EMAIL; nobody; not-an-address",
                "ORG_UNIT; engineering; not-an-org-unit",
                "ORG_UNIT; /Engineering; not-an-org-unit",
                "ORG_UNIT; /a b; not-an-org-unit",
                "LEVEL; 0; not-a-level",
                "LEVEL; 11; not-a-level",
                "LEVEL; ''; not-a-level",
                "LEVEL; five; not-a-level",
                "TIME_ZONE; Mars/Olympus; not-a-time-zone",
                "TIME_ZONE; ''; not-a-time-zone",
                "LANGUAGES; ''; missing",
                "LANGUAGES; xx; not-a-language",
                "LANGUAGES; de|de; not-a-language",
                "LANGUAGES; de|; not-a-language",
                "STRENGTHS; delegation; not-a-skill",
                "STRENGTHS; delegation:6; not-a-skill",
                "STRENGTHS; Delegation:3; not-a-skill",
                "STRENGTHS; delegation:3|delegation:4; not-a-skill",
                "GROWTH_AREAS; delegation:0; not-a-skill",
                "AVAILABILITY; MON; not-a-slot",
                "AVAILABILITY; XXX 09:00-10:00; not-a-slot",
                "AVAILABILITY; MON 10:00-09:00; not-a-slot",
                "AVAILABILITY; MON 09:00-25:00; not-a-slot",
                "AVAILABILITY; MON 9:00-10:00; not-a-slot",
                "MEETING; somewhere; not-a-way-to-meet",
                "AVAILABILITY; MON 09:00-11:00|MON 10:00-12:00; overlapping-slots",
            })
    void aBrokenCellIsNamedWithWhatToDo(Column column, String cell, String code) {
        Map<Column, String> row = row();
        row.put(column, cell);
        ReadRow.Broken broken = broken(row);
        assertThat(broken.problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.column()).isEqualTo(column.word());
                    assertThat(problem.code()).isEqualTo(code);
                    assertThat(problem.message()).endsWith(".");
                });
    }

    @ParameterizedTest
    @CsvSource({"EXTERNAL_ID,64", "LOGIN,255", "NAME,200", "EMAIL,254", "MANAGER_EXTERNAL_ID,64"})
    void aTextMayBeAsLongAsItsLimitAndNoLonger(Column column, int limit) {
        Map<Column, String> row = row();
        String text = column == Column.EMAIL ? "a@" + "b".repeat(limit - 2) : "a".repeat(limit);
        row.put(column, text);
        good(row);
        row.put(column, text + "b");
        assertThat(broken(row).problems()).extracting(Problem::code).containsExactly("too-long");
    }

    @Test
    void aListMayHaveFiftyWords() {
        Map<Column, String> row = row();
        row.put(Column.STRENGTHS, String.join("|", skills(50)));
        good(row);
        row.put(Column.STRENGTHS, String.join("|", skills(51)));
        assertThat(broken(row).problems()).extracting(Problem::code).containsExactly("too-many");
    }

    @Test
    void everythingThatIsWrongWithARowIsSaidAtOnce() {
        Map<Column, String> row = row();
        row.put(Column.LEVEL, "99");
        row.put(Column.TIME_ZONE, "Nowhere");
        row.put(Column.EMAIL, "nobody");
        assertThat(broken(row).problems())
                .extracting(Problem::code)
                .containsExactlyInAnyOrder("not-a-level", "not-a-time-zone", "not-an-address");
    }

    @Test
    void aBrokenRowKeepsItsExternalIdIfThatIsInOrder() {
        Map<Column, String> row = row();
        row.put(Column.LEVEL, "99");
        assertThat(broken(row).externalId()).isEqualTo("hr-1");
        row.put(Column.EXTERNAL_ID, "x".repeat(65));
        assertThat(broken(row).externalId()).isNull();
    }

    @Test
    void whatIsNoRowIsSaidToBeNone() {
        assertThat(RowReader.read(new Line(7, Optional.empty())))
                .isInstanceOfSatisfying(
                        ReadRow.Broken.class,
                        broken -> {
                            assertThat(broken.line()).isEqualTo(7);
                            assertThat(broken.problems())
                                    .extracting(Problem::code)
                                    .containsExactly("not-a-row");
                        });
    }

    private static List<String> skills(int howMany) {
        return java.util.stream.IntStream.range(0, howMany).mapToObj(i -> "s" + i + ":3").toList();
    }

    private static HrRow good(Map<Column, String> row) {
        ReadRow read = RowReader.read(new Line(2, Optional.of(row)));
        assertThat(read).isInstanceOf(ReadRow.Good.class);
        return ((ReadRow.Good) read).said();
    }

    private static ReadRow.Broken broken(Map<Column, String> row) {
        ReadRow read = RowReader.read(new Line(2, Optional.of(row)));
        assertThat(read).isInstanceOf(ReadRow.Broken.class);
        return (ReadRow.Broken) read;
    }

    private static Map<Column, String> row() {
        Map<Column, String> row = new EnumMap<>(Column.class);
        row.put(Column.EXTERNAL_ID, "hr-1");
        row.put(Column.LOGIN, "anna");
        row.put(Column.NAME, "Anna Example");
        row.put(Column.EMAIL, "anna@example.org");
        row.put(Column.ORG_UNIT, "/engineering/platform");
        row.put(Column.MANAGER_EXTERNAL_ID, "hr-9");
        row.put(Column.LEVEL, "5");
        row.put(Column.TIME_ZONE, "Europe/Berlin");
        row.put(Column.LANGUAGES, "de|en");
        row.put(Column.STRENGTHS, "giving-feedback:4");
        row.put(Column.GROWTH_AREAS, "delegation:2");
        row.put(Column.AVAILABILITY, "MON 09:00-12:00|TUE 13:00-24:00");
        return row;
    }
}
