package org.peercoaching.local.demonstration.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The checked-in file of people. */
class PeopleFileTest {

    private final List<Person> people = People.ofTheDemonstration().all();

    @Test
    void hasFourDepartmentsOfFourTeamsOneOfThemSmall() {
        Map<String, Long> teams =
                people.stream()
                        .map(Person::unit)
                        .filter(unit -> unit.matches("/[^/]+/[^/]+"))
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(people).hasSizeBetween(580, 620);
        assertThat(teams).hasSize(16);
        assertThat(teams.keySet().stream().map(unit -> unit.split("/")[1]).distinct()).hasSize(4);
        assertThat(teams.values().stream().filter(size -> size < 20)).containsExactly(6L);
        assertThat(teams.values()).allMatch(size -> size <= 70);
    }

    @Test
    void isSpreadOverNineTimeZones() {
        Map<String, Long> zones =
                people.stream()
                        .collect(
                                Collectors.groupingBy(
                                        person -> person.zone().getId(), Collectors.counting()));

        assertThat(zones).hasSize(9);
        assertThat(zones.values()).allMatch(size -> size >= 10);
    }

    @Test
    void everybodyButOneReportsToSomebodyAboveAndNobodyToThemselves() {
        Map<String, Person> byId = new HashMap<>();
        people.forEach(person -> byId.put(person.externalId(), person));

        assertThat(people.stream().filter(person -> person.manager().isEmpty())).hasSize(1);
        for (Person person : people) {
            Set<String> line = new HashSet<>();
            for (Person above = person;
                    above.manager().isPresent();
                    above = byId.get(above.manager().get())) {
                assertThat(line.add(above.externalId())).isTrue();
            }
        }
    }

    @Test
    void loginsAreUniqueAndOneOfThemRunsThePrograms() {
        Set<String> logins = people.stream().map(Person::login).collect(Collectors.toSet());

        assertThat(logins).hasSize(people.size()).contains("program.manager");
    }

    @Test
    void fewSkillsAreCommonAndManyAreRare() {
        Map<String, Long> wanted =
                people.stream()
                        .flatMap(person -> person.growthAreas().stream())
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        List<Long> counts = wanted.values().stream().sorted().toList();

        assertThat(wanted).hasSize(24);
        assertThat(counts.getLast()).isGreaterThan(5 * counts.getFirst());
    }

    @Test
    void aPartOfItStandsAlone() {
        People part = People.ofTheDemonstration().in(Set.of("/people/learning"));

        assertThat(part.all()).hasSize(6);
        assertThat(part.csv())
                .hasLineCount(7)
                .startsWith("external_id,login,")
                .as("the lead's manager is not among them")
                .contains("/people/learning,,");
    }
}
