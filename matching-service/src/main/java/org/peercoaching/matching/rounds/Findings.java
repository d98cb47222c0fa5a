package org.peercoaching.matching.rounds;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.Member;
import org.peercoaching.matching.engine.Group;
import org.peercoaching.matching.engine.LeftOut;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.NextBest;
import org.peercoaching.matching.matches.Proposal;
import org.peercoaching.matching.matches.Unmatched;

/** What the engine found, seat by seat, as it is stored and counted. */
final class Findings {

    private static final int NOBODY = -1;

    private final String roundId;
    private final List<Entry> entries;
    private final Matching matching;
    private final boolean circles;
    private final List<String> ids;

    /** By position of an entry: the position of their group. */
    private final int[] groupOf;

    /**
     * Findings of a round.
     *
     * @param entries in the order of their ids
     * @param circles whether they were matched into circles, and not into pairs
     */
    Findings(String roundId, List<Entry> entries, Matching matching, boolean circles) {
        this.roundId = roundId;
        this.entries = entries;
        this.matching = matching;
        this.circles = circles;
        this.ids = entries.stream().map(Entry::id).toList();
        this.groupOf = new int[entries.size()];
        Arrays.fill(groupOf, NOBODY);
        for (int number = 0; number < matching.groups().size(); number++) {
            for (String member : matching.groups().get(number).members()) {
                groupOf[position(member)] = number;
            }
        }
    }

    private int position(String id) {
        return Collections.binarySearch(ids, id);
    }

    int people() {
        return entries.size();
    }

    Entry entry(int person) {
        return entries.get(person);
    }

    /** The match of a person; null if they have none. */
    @Nullable Group groupOf(int person) {
        return groupOf[person] == NOBODY ? null : matching.groups().get(groupOf[person]);
    }

    Matching matching() {
        return matching;
    }

    private Member seat(String id) {
        return entries.get(position(id)).seat();
    }

    /** Matches, in the order of their members. */
    Stream<Proposal> proposals() {
        Map<String, NextBest> nextBest = HashMap.newHashMap(matching.nextBest().size());
        matching.nextBest().forEach(next -> nextBest.put(next.id(), next));
        return matching.groups().stream()
                .map(group ->
                        Proposal.of(
                                roundId,
                                group.members().stream().map(this::seat).toList(),
                                group,
                                group.members().stream()
                                        .filter(nextBest::containsKey)
                                        .map(nextBest::get)
                                        .toList()));
    }

    /** People without a match, in the order of their ids. */
    Stream<Unmatched> unmatched() {
        Stream<Unmatched> leftOut =
                matching.leftOut().stream()
                        .map((LeftOut out) -> Unmatched.of(roundId, seat(out.id()), out));
        Stream<Unmatched> full =
                entries.stream()
                        .filter(entry -> entry.candidate() == null)
                        .map(entry -> Unmatched.atCapacity(roundId, entry.seat()));
        return Stream.concat(leftOut, full)
                .sorted(Comparator.comparing(person -> person.member().participantId()));
    }

    /** Everybody, in the order of their ids. */
    Stream<Placement> placements() {
        return IntStream.range(0, entries.size()).mapToObj(this::placement);
    }

    private Placement placement(int person) {
        String id = entry(person).id();
        Group group = groupOf(person);
        return group == null
                ? Placement.alone(id)
                : new Placement(
                        id,
                        groupOf[person],
                        group.members().stream().filter(member -> !member.equals(id)).toList(),
                        group.fit().mean(group.members().size()));
    }

    Result result() {
        int matched = matching.groups().stream().mapToInt(group -> group.members().size()).sum();
        return Result.of(
                circles,
                entries.size(),
                matching.groups().stream().map(Result.Scored::of).toList(),
                entries.size() - matched,
                matching.gap());
    }

    /** The same for the same people in the same matches. */
    String fingerprint() {
        Digest digest = new Digest();
        matching.groups().forEach(group -> digest.add(group.members()));
        return digest.hex();
    }
}
