package org.peercoaching.participant.imports;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.Code;
import org.peercoaching.events.MatchingProfileEvent.Meeting;
import org.peercoaching.events.MatchingProfileEvent.SkillLevel;
import org.peercoaching.events.MatchingProfileEvent.WeeklySlot;
import org.peercoaching.participant.directory.Facts;

/** Reads the cells of one row, and collects what is wrong with them. */
final class Cells {

    private static final int MOST_IN_LIST = 50;

    private static final Pattern SLUG = Pattern.compile(Code.SLUG);
    private static final Pattern SKILL = Pattern.compile("([^:]+):([1-5])");
    private static final Pattern SLOT =
            Pattern.compile("([A-Z]{3}) ([0-9]{2}:[0-9]{2})-([0-9]{2}:[0-9]{2})");
    private static final Pattern TIME = Pattern.compile(Code.TIME_OF_DAY);

    private final Map<Column, String> row;
    private final List<Problem> problems = new ArrayList<>();

    Cells(Map<Column, String> row) {
        this.row = row;
    }

    boolean inOrder() {
        return problems.isEmpty();
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** A text that must be there. */
    String text(Column column, int longest) {
        String text = optionalText(column, longest);
        if (text == null) {
            wrong(column, "missing", "Must not be empty.");
            return "";
        }
        return text;
    }

    /** A text that may be missing. */
    @Nullable String optionalText(Column column, int longest) {
        String text = cell(column);
        if (text.length() > longest) {
            wrong(column, "too-long", "May have at most " + longest + " characters.");
        }
        if (!Facts.isPlainText(text)) {
            wrong(column, "not-plain-text", "Must be UTF-8 without control characters.");
        }
        return text.isEmpty() ? null : text;
    }

    String email(Column column) {
        String address = text(column, Facts.EMAIL_LENGTH);
        if (!address.isEmpty() && !Facts.isAddress(address)) {
            wrong(column, "not-an-address", "Must be an e-mail address.");
        }
        return address;
    }

    String orgUnit(Column column) {
        String unit = cell(column);
        if (!Facts.isUnit(unit)) {
            wrong(
                    column,
                    "not-an-org-unit",
                    "Must be a path of codes from the root, such as /engineering/platform.");
        }
        return unit;
    }

    int level(Column column) {
        String level = cell(column);
        if (!level.matches("[0-9]{1,2}")
                || Integer.parseInt(level) < 1
                || Integer.parseInt(level) > Facts.HIGHEST_LEVEL) {
            wrong(column, "not-a-level", "Must be a whole number from 1 (most junior) to 10.");
            return 1;
        }
        return Integer.parseInt(level);
    }

    String zone(Column column) {
        String zone = cell(column);
        if (!Facts.isZone(zone)) {
            wrong(column, "not-a-time-zone", "Must be an IANA time zone such as Europe/Berlin.");
        }
        return zone;
    }

    List<String> languages(Column column) {
        List<String> languages =
                list(
                        column,
                        word -> Optional.of(word).filter(Facts::isLanguage),
                        Function.identity(),
                        "not-a-language",
                        "Must be different ISO 639-1 codes, best first, as in de|en.");
        if (languages.isEmpty() && cell(column).isEmpty()) {
            wrong(column, "missing", "Must name at least one language, as in de|en.");
        }
        return languages;
    }

    List<SkillLevel> skills(Column column) {
        return list(
                column,
                Cells::skill,
                SkillLevel::skill,
                "not-a-skill",
                "Must be different skills with levels from 1 to 5, as in giving-feedback:4|delegation:2.");
    }

    List<WeeklySlot> slots(Column column) {
        List<WeeklySlot> slots =
                list(
                        column,
                        Cells::slot,
                        Function.identity(),
                        "not-a-slot",
                        "Must be weekly slots that end after they begin, as in MON 09:00-12:00|TUE 13:00-15:00.");
        if (overlap(slots)) {
            wrong(column, "overlapping-slots", "Slots of one day must not overlap.");
        }
        return slots;
    }

    /** How somebody likes to meet; null where the file does not say. */
    @Nullable Meeting meeting(Column column) {
        String meeting = cell(column);
        if (meeting.isEmpty()) {
            return null;
        }
        return Arrays.stream(Meeting.values())
                .filter(known -> word(known).equals(meeting))
                .findFirst()
                .orElseGet(() -> {
                    wrong(
                            column,
                            "not-a-way-to-meet",
                            "Must be online, in-person or either, or empty to leave it as it is.");
                    return null;
                });
    }

    private static String word(Meeting meeting) {
        return meeting.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<SkillLevel> skill(String word) {
        Matcher skill = SKILL.matcher(word);
        return skill.matches() && SLUG.matcher(skill.group(1)).matches()
                ? Optional.of(new SkillLevel(skill.group(1), Integer.parseInt(skill.group(2))))
                : Optional.empty();
    }

    private static Optional<WeeklySlot> slot(String word) {
        Matcher slot = SLOT.matcher(word);
        if (!slot.matches()) {
            return Optional.empty();
        }
        String from = slot.group(2);
        String to = slot.group(3);
        boolean times =
                TIME.matcher(from).matches()
                        && TIME.matcher(to).matches()
                        && from.compareTo(to) < 0;
        return day(slot.group(1)).filter(day -> times).map(day -> new WeeklySlot(day, from, to));
    }

    private static Optional<DayOfWeek> day(String word) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().startsWith(word))
                .findFirst();
    }

    private static boolean overlap(List<WeeklySlot> slots) {
        return slots.stream()
                .anyMatch(one ->
                        slots.stream()
                                .anyMatch(other ->
                                        one != other
                                                && one.day() == other.day()
                                                && one.from().compareTo(other.to()) < 0
                                                && other.from().compareTo(one.to()) < 0));
    }

    /** Words separated by {@code |}, each of them good and no two of one identity. */
    private <T> List<T> list(
            Column column,
            Function<String, Optional<T>> read,
            Function<T, ?> identity,
            String code,
            String message) {
        if (cell(column).isEmpty()) {
            return List.of();
        }
        String[] words = cell(column).split("\\|", -1);
        if (words.length > MOST_IN_LIST) {
            wrong(column, "too-many", "May list at most " + MOST_IN_LIST + ".");
            return List.of();
        }
        List<T> items = new ArrayList<>();
        Set<Object> identities = new HashSet<>();
        for (String word : words) {
            Optional<T> item = read.apply(word.strip());
            if (item.filter(it -> identities.add(identity.apply(it))).isEmpty()) {
                wrong(column, code, message);
                return List.of();
            }
            items.add(item.get());
        }
        return List.copyOf(items);
    }

    private String cell(Column column) {
        return row.getOrDefault(column, "");
    }

    private void wrong(Column column, String code, String message) {
        problems.add(Problem.in(column, code, message));
    }
}
