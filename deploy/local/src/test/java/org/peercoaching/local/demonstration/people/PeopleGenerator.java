package org.peercoaching.local.demonstration.people;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.datafaker.Faker;
import org.jspecify.annotations.Nullable;
import org.peercoaching.local.demonstration.people.Organization.Department;
import org.peercoaching.local.demonstration.people.Organization.Site;
import org.peercoaching.local.demonstration.people.Organization.Team;

/** Makes the file of the demonstration's people: from the same seed, always the same. */
final class PeopleGenerator {

    private static final long SEED = 20_261_122;

    /** How many report to one person, at most. */
    private static final int SPAN = 9;

    private static final int LEVEL_OF_CHIEF = 10;
    private static final int LEVEL_OF_HEAD = 9;

    private static final List<String> MORNINGS =
            List.of("09:00-12:00", "09:00-11:00", "10:00-12:00", "08:00-10:00", "08:30-11:30");
    private static final List<String> AFTERNOONS =
            List.of("13:00-16:00", "14:00-17:00", "13:00-15:00", "15:00-18:00", "16:00-18:30");
    private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI");

    private final Random random = new Random(SEED);
    private final Draw draw = new Draw(random);
    private final Map<String, Faker> fakers = new HashMap<>();
    private final Set<String> logins = new HashSet<>();
    private final List<String[]> rows = new ArrayList<>();

    static String csv() {
        return new PeopleGenerator().generate();
    }

    private String generate() {
        Site main = Organization.DEPARTMENTS.getFirst().teams().getFirst().sites().getFirst();
        String chief = person("/", null, LEVEL_OF_CHIEF, main, null);
        for (Department department : Organization.DEPARTMENTS) {
            String unit = "/" + department.name();
            String head = person(unit, chief, LEVEL_OF_HEAD, main, null);
            for (Team team : department.teams()) {
                team(unit + "/" + team.name(), team, head);
            }
        }
        return written();
    }

    /** A lead, a group lead for every few others, and the others. */
    private void team(String unit, Team team, String head) {
        boolean small = team.name().equals(Organization.SMALL_TEAM);
        String lead =
                person(
                        unit,
                        head,
                        draw.between(7, 8),
                        site(team),
                        small ? Organization.PROGRAM_MANAGER : null);
        int others = team.size() - 1;
        int groups = others <= SPAN ? 0 : Math.ceilDiv(others, SPAN + 1);
        List<String> leads = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            leads.add(person(unit, lead, draw.between(5, 7), site(team), null));
        }
        for (int other = 0; other < others - groups; other++) {
            String manager = leads.isEmpty() ? lead : leads.get(other % groups);
            person(unit, manager, memberLevel(), site(team), null);
        }
    }

    private Site site(Team team) {
        return draw.zipf(team.sites());
    }

    private int memberLevel() {
        return draw.any(List.of(1, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 6));
    }

    private String person(
            String unit,
            @Nullable String manager,
            int level,
            Site site,
            @Nullable String givenLogin) {
        String externalId = "P%04d".formatted(rows.size() + 1);
        Faker faker =
                fakers.computeIfAbsent(
                        site.names(), tag -> new Faker(Locale.forLanguageTag(tag), random));
        String first = faker.name().firstName();
        String last = faker.name().lastName();
        String login = givenLogin == null ? login(first, last) : givenLogin;
        Set<String> strengths =
                draw.zipf(Organization.SKILLS, draw.between(3, 3 + level / 3), Set.of());
        Set<String> growth = draw.zipf(Organization.SKILLS, draw.between(2, 4), strengths);
        rows.add(
                new String[] {
                    externalId,
                    login,
                    first + " " + last,
                    login + "@peercoaching.example",
                    unit,
                    manager == null ? "" : manager,
                    Integer.toString(level),
                    site.zone(),
                    draw.any(site.languages()),
                    levels(strengths, 3, 5),
                    levels(growth, 1, 3),
                    availability()
                });
        return externalId;
    }

    /** Unique, of small Latin letters; who comes second with a name gets a number. */
    private String login(String first, String last) {
        String wanted = latin(first) + "." + latin(last);
        String login = wanted;
        for (int number = 2; !logins.add(login); number++) {
            login = wanted + number;
        }
        return login;
    }

    private static String latin(String name) {
        return Normalizer.normalize(
                        name.replace("ß", "ss").replace("ł", "l").replace("Ł", "L"),
                        Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]", "");
    }

    private String levels(Set<String> skills, int lowest, int highest) {
        return skills.stream()
                .map(skill -> skill + ":" + draw.between(lowest, highest))
                .collect(Collectors.joining("|"));
    }

    /** Two to five days a week, some of them twice. */
    private String availability() {
        List<String> windows = new ArrayList<>();
        Set<String> free = draw.zipf(shuffledDays(), draw.between(3, 5), Set.of());
        for (String day : DAYS) {
            if (free.contains(day)) {
                boolean both = draw.chance(0.25);
                boolean morning = draw.chance(0.5);
                if (both || morning) {
                    windows.add(day + " " + draw.zipf(MORNINGS));
                }
                if (both || !morning) {
                    windows.add(day + " " + draw.zipf(AFTERNOONS));
                }
            }
        }
        return String.join("|", windows);
    }

    private List<String> shuffledDays() {
        List<String> days = new ArrayList<>(DAYS);
        java.util.Collections.shuffle(days, random);
        return days;
    }

    private String written() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(
                    "external_id",
                    "login",
                    "name",
                    "email",
                    "org_unit",
                    "manager_external_id",
                    "level",
                    "time_zone",
                    "languages",
                    "strengths",
                    "growth_areas",
                    "availability");
            rows.forEach(row -> csv.writeRecord(Arrays.asList(row)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
