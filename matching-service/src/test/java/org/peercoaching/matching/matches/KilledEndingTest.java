package org.peercoaching.matching.matches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.peercoaching.matching.matches.Neighbours.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.MatchEvent;
import org.peercoaching.events.Member;
import org.peercoaching.events.Topics;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.peercoaching.kit.aggregate.Trigger;
import org.peercoaching.kit.time.BusinessClock;
import org.peercoaching.matching.people.Person;
import org.peercoaching.testkit.ServiceTest;
import org.peercoaching.testkit.StoreKill;
import org.peercoaching.testkit.TopicReader;
import org.springframework.context.annotation.Import;

/**
 * What participants and rounds do to several documents is killed before each operation on the store
 * and done again: it comes to the same, once.
 */
@ServiceTest
@Import(StoreKill.Installed.class)
class KilledEndingTest {

    private static final Trigger.Request REQUEST = new Trigger.Request(null, "hash", null);

    private final AggregateStore<Person> people;
    private final AggregateStore<Match> matches;
    private final Outcomes outcomes;
    private final MyMatches myMatches;
    private final BusinessClock clock;
    private final StoreKill kill;

    KilledEndingTest(
            AggregateStore<Person> people,
            AggregateStore<Match> matches,
            Outcomes outcomes,
            MyMatches myMatches,
            BusinessClock clock,
            StoreKill kill) {
        this.people = people;
        this.matches = matches;
        this.outcomes = outcomes;
        this.myMatches = myMatches;
        this.clock = clock;
        this.kill = kill;
    }

    @Test
    void aDeclineThatIsRepeatedEndsTheMatchOnceAndOnlyThePartnerGoesFirst() {
        Set<String> declined = new HashSet<>();
        boolean killed = true;
        for (int operation = 1; killed; operation++) {
            Neighbours town = new Neighbours(people);
            Member anna = town.waits("anna");
            Member ben = town.waits("ben");
            Match match = matched(town, anna, ben);
            Runnable decline =
                    () -> myMatches.decline(match.matchId(), anna.participantId(), REQUEST);
            killed = kill.before(operation, decline);
            decline.run();
            town.ended(match, clock.instant());
            assertThat(town.person(anna).waited(town.program())).isZero();
            assertThat(town.person(ben).waited(town.program())).isEqualTo(1);
            assertThat(town.person(anna).keptApart(NOW)).contains(ben.participantId());
            declined.add(match.matchId());
        }
        assertThat(declined).hasSizeGreaterThan(5);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ends(declined)).isEqualTo(declined.size()));
    }

    private static long ends(Set<String> matches) {
        return TopicReader.events(Topics.MATCHES.name()).stream()
                .filter(event -> event.event() instanceof MatchEvent.MatchDeclined)
                .filter(event -> matches.contains(event.aggregateId()))
                .distinct()
                .count();
    }

    @Test
    void aRoundThatFoundNobodyCountsOnceForEverybody() {
        boolean killed = true;
        int operation = 1;
        for (; killed; operation++) {
            Neighbours town = new Neighbours(people);
            Member anna = town.waits("anna");
            Member ben = town.waits("ben");
            Member gone = town.waits("gone");
            town.withdraws(gone);
            String round = town.program();
            Runnable publish =
                    () -> {
                        outcomes.announce(
                                List.of(Neighbours.proposal(round, ben, gone)),
                                town.publication(round, NOW));
                        outcomes.announce(
                                Neighbours.nobodyFor(round, anna), town.publication(round, NOW));
                    };
            killed = kill.before(operation, publish);
            publish.run();
            publish.run();
            for (Member member : List.of(anna, ben)) {
                assertThat(town.person(member).waited(town.program()))
                        .as("killed before operation %d", operation)
                        .isEqualTo(1);
            }
            String next = round + "-next";
            outcomes.announce(
                    Neighbours.nobodyFor(next, anna), town.publication(next, NOW.plusSeconds(60)));
            assertThat(town.person(anna).waited(town.program())).isEqualTo(2);
        }
        assertThat(operation).isGreaterThan(10);
    }

    private Match matched(Neighbours town, Member... members) {
        String round = town.program();
        Instant now = clock.instant();
        Proposal proposal = Neighbours.proposal(round, members);
        outcomes.announce(List.of(proposal), town.publication(round, now));
        return matches.find(proposal.matchId()).orElseThrow().state();
    }
}
