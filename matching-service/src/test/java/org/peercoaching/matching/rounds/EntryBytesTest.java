package org.peercoaching.matching.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.Member;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Cohorts;

class EntryBytesTest {

    @Test
    void whatIsWrittenIsReadAsItWas() {
        List<Entry> entries = Cohorts.of(300, 7).stream().map(EntryBytesTest::entry).toList();
        Entry full = new Entry(seat("zoe"), "UTC", null);
        assertThat(new EntryBytes().read(EntryBytes.written(entries))).isEqualTo(entries);
        assertThat(new EntryBytes().read(EntryBytes.written(List.of(full)))).containsExactly(full);
    }

    @Test
    void theOrderOfSetsDoesNotMatter() {
        Candidate some = Cohorts.of(1, 7).getFirst();
        Map<String, Integer> forth = new LinkedHashMap<>();
        forth.put("listening", 3);
        forth.put("focus", 4);
        Candidate one = with(some, forth, new TreeSet<>(Set.of("x", "y")));
        Candidate other =
                with(some, new TreeMap<>(forth), new TreeSet<>(Set.of("x", "y")).descendingSet());
        assertThat(EntryBytes.written(List.of(entry(one))))
                .isEqualTo(EntryBytes.written(List.of(entry(other))));
    }

    private static Candidate with(
            Candidate c, Map<String, Integer> strengths, Set<String> keptApart) {
        return new Candidate(
                c.id(),
                c.unit(),
                c.level(),
                c.languages(),
                strengths,
                c.growthAreas(),
                c.meeting(),
                c.time(),
                c.superiors(),
                keptApart,
                c.waited());
    }

    private static Entry entry(Candidate candidate) {
        return new Entry(seat(candidate.id()), "Europe/Berlin", candidate);
    }

    private static Member seat(String id) {
        return new Member(id, "enrollment-of-" + id, "/engineering");
    }
}
