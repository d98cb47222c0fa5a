package org.peercoaching.feedback.tally;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.peercoaching.events.Member;
import org.peercoaching.events.TallyEvent.Dimension;
import org.peercoaching.feedback.Cast;
import org.peercoaching.feedback.exchange.About;
import org.peercoaching.feedback.exchange.Answer;
import org.peercoaching.feedback.exchange.Exchange;
import org.peercoaching.feedback.exchange.Ratings;
import org.peercoaching.feedback.exchange.Seat;
import org.peercoaching.kit.aggregate.Ids;

/**
 * A made-up organization and what its people answered in one week of one program, with a plain
 * recount of what must be published of it.
 */
record Organization(String program, List<Exchange> exchanges) {

    /** What is compared of a published tally. */
    record Figures(int answers, int givers, int receivers, List<List<Integer>> histograms) {}

    private record Said(String giver, String receiver, Ratings ratings) {}

    private static final List<String> UNITS =
            List.of("/", "/a", "/a/x", "/a/x/deep", "/a/y", "/b", "/b/z", "/c/w/far/away");

    /** Pairs of random people of random units, of whom most answered. */
    static Organization random(RandomGenerator random, int pairs, Instant windowEndsAt) {
        String program = "program-" + Ids.random();
        List<Member> people =
                IntStream.range(0, pairs + 2)
                        .mapToObj(
                                i -> Cast.member("p" + i, UNITS.get(random.nextInt(UNITS.size()))))
                        .toList();
        List<Exchange> exchanges = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            int one = random.nextInt(people.size());
            int other = (one + 1 + random.nextInt(people.size() - 1)) % people.size();
            exchanges.add(
                    exchange(program, people.get(one), people.get(other), windowEndsAt, random));
        }
        return new Organization(program, exchanges);
    }

    /** The same answers in another program. */
    Organization again() {
        String copy = "program-" + Ids.random();
        return new Organization(
                copy, exchanges.stream().map(exchange -> moved(exchange, copy)).toList());
    }

    /** The same program, had one person not answered in one exchange. */
    Organization without(String exchangeId, String giverId) {
        return new Organization(
                program,
                exchanges.stream()
                        .map(exchange ->
                                exchange.exchangeId().equals(exchangeId)
                                        ? silenced(exchange, giverId)
                                        : exchange)
                        .toList());
    }

    /** What must be published, by unit, with at least k givers each. */
    Map<String, Figures> published(int k) {
        Map<String, Figures> published = new TreeMap<>();
        List<Said> rest = recount("/", k, published);
        if (distinctGivers(rest) >= k) {
            throw new AssertionError("The root keeps nothing that it could publish");
        }
        return published;
    }

    /** Publishes what it can of a subtree and returns what is left for the unit above. */
    private List<Said> recount(String unit, int k, Map<String, Figures> published) {
        List<Said> here = new ArrayList<>(saidIn(unit));
        for (String below : childrenOf(unit)) {
            here.addAll(recount(below, k, published));
        }
        if (distinctGivers(here) < k) {
            return here;
        }
        published.put(unit, figures(here));
        return List.of();
    }

    private Set<String> childrenOf(String unit) {
        String prefix = unit.equals("/") ? "/" : unit + "/";
        Set<String> children = new HashSet<>();
        for (String path : UNITS) {
            if (path.startsWith(prefix) && path.length() > prefix.length()) {
                String[] rest = path.substring(prefix.length()).split("/", 2);
                children.add(prefix + rest[0]);
            }
        }
        return children;
    }

    private List<Said> saidIn(String unit) {
        List<Said> said = new ArrayList<>();
        for (Exchange exchange : exchanges) {
            for (Seat seat : exchange.seats()) {
                Answer answer = seat.answer();
                if (answer != null && seat.giver().unit().equals(unit)) {
                    for (About about : answer.about()) {
                        said.add(
                                new Said(
                                        seat.giver().participantId(),
                                        about.receiverId(),
                                        about.ratings()));
                    }
                }
            }
        }
        return said;
    }

    private static Figures figures(List<Said> said) {
        List<List<Integer>> histograms = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            List<Integer> histogram = new ArrayList<>();
            for (int rating = 1; rating <= 5; rating++) {
                int wanted = rating;
                histogram.add(
                        (int)
                                said.stream()
                                        .filter(one -> one.ratings().of(dimension) == wanted)
                                        .count());
            }
            histograms.add(histogram);
        }
        return new Figures(
                said.size(),
                (int) distinctGivers(said),
                (int) said.stream().map(Said::receiver).distinct().count(),
                histograms);
    }

    private static long distinctGivers(List<Said> said) {
        return said.stream().map(Said::giver).distinct().count();
    }

    private static Exchange exchange(
            String program,
            Member one,
            Member other,
            Instant windowEndsAt,
            RandomGenerator random) {
        return new Exchange(
                Ids.random(),
                Ids.random(),
                Ids.random(),
                program,
                14,
                false,
                windowEndsAt,
                windowEndsAt,
                null,
                List.of(seat(one, other, random), seat(other, one, random)));
    }

    private static Seat seat(Member giver, Member receiver, RandomGenerator random) {
        return new Seat(
                giver,
                random.nextInt(10) == 0
                        ? null
                        : new Answer(
                                Instant.EPOCH,
                                List.of(
                                        new About(
                                                receiver.participantId(), ratings(random), null))));
    }

    private static Ratings ratings(RandomGenerator random) {
        return new Ratings(
                random.nextInt(1, 6),
                random.nextInt(1, 6),
                random.nextInt(1, 6),
                random.nextInt(1, 6),
                random.nextInt(1, 6));
    }

    private static Exchange moved(Exchange from, String program) {
        return copy(from, Ids.random(), program, from.seats());
    }

    private static Exchange silenced(Exchange from, String giverId) {
        return copy(
                from,
                from.exchangeId(),
                from.programId(),
                from.seats().stream()
                        .map(seat ->
                                seat.giver().participantId().equals(giverId)
                                        ? new Seat(seat.giver(), null)
                                        : seat)
                        .toList());
    }

    private static Exchange copy(
            Exchange from, String exchangeId, String program, List<Seat> seats) {
        return new Exchange(
                exchangeId,
                from.sessionId(),
                from.relationshipId(),
                program,
                from.cadenceDays(),
                from.circle(),
                from.askedAt(),
                from.windowEndsAt(),
                from.revealedAt(),
                seats);
    }
}
