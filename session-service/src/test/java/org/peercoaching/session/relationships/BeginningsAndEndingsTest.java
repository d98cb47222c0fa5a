package org.peercoaching.session.relationships;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.peercoaching.events.EnrollmentEvent.EndReason.COMPLETED_BY_MANAGER;
import static org.peercoaching.events.EnrollmentEvent.EndReason.WITHDREW;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.peercoaching.events.CoachingEvent;
import org.peercoaching.events.EnrollmentEvent;
import org.peercoaching.events.MatchEvent;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.RelationshipEvent;
import org.peercoaching.events.RelationshipEvent.EndReason;
import org.peercoaching.events.RelationshipEvent.RelationshipEnded;
import org.peercoaching.events.RelationshipEvent.RelationshipStarted;
import org.peercoaching.events.Topics;
import org.peercoaching.session.Orders;
import org.peercoaching.session.StoreProbe;
import org.peercoaching.session.Town;
import org.peercoaching.session.WholeService;
import org.peercoaching.testkit.TopicReader;

/**
 * A match and the ends of its members' enrollments, in every order, repeated, at the same moment,
 * and with a process that dies between any two operations: it always comes to one start and one
 * end.
 */
@WholeService
class BeginningsAndEndingsTest {

    private static final Instant MATCHED = Instant.parse("2026-06-01T08:00:00Z");
    private static final Instant WITHDRAWN = MATCHED.plus(Duration.ofDays(20));
    private static final Instant COMPLETED = MATCHED.plus(Duration.ofDays(30));

    private final BeginningsAndEndings reactions;
    private final StoreProbe probe;

    BeginningsAndEndingsTest(BeginningsAndEndings reactions, StoreProbe probe) {
        this.reactions = reactions;
        this.probe = probe;
    }

    /** A match and what its members' enrollments come to; nothing has been heard of it yet. */
    private final class Story {

        private final MatchEvent.Match match = Town.someMatch(MATCHED, "anna", "ben");

        void tell(Chapter chapter) {
            switch (chapter) {
                case MATCH -> matched(1, new MatchEvent.PairMatched(match));
                case DECLINED -> matched(2, new MatchEvent.MatchDeclined(match, WITHDRAWN));
                case ANNA_WITHDRAWS -> end(0, WITHDRAWN, WITHDREW);
                case BEN_COMPLETES -> end(1, COMPLETED, COMPLETED_BY_MANAGER);
            }
        }

        private void matched(long sequence, MatchEvent event) {
            reactions.matched(published(match.matchId(), sequence, event), event);
        }

        private void end(int member, Instant at, EnrollmentEvent.EndReason reason) {
            EnrollmentEvent.Enrollment ended = Town.ended(match.members().get(member), at, reason);
            reactions.end(
                    published(
                            ended.enrollmentId(),
                            5,
                            new EnrollmentEvent.EnrollmentWithdrawn(ended)),
                    ended);
        }
    }

    private enum Chapter {
        MATCH,
        DECLINED,
        ANNA_WITHDRAWS,
        BEN_COMPLETES
    }

    private static final List<Chapter> BOTH = List.of(Chapter.MATCH, Chapter.ANNA_WITHDRAWS);

    @Test
    void inEveryOrderAndHoweverOftenHeardItStartsAndEndsOnce() {
        Map<String, Object> told = new TreeMap<>();
        for (List<Chapter> order : Orders.of(twice(BOTH))) {
            Story story = new Story();
            order.forEach(story::tell);
            told.put(story.match.relationshipId(), order);
        }
        assertThat(told).hasSize(6);
        assertOneStartAndAnnasEnd(told);
    }

    @Test
    void whoeverComesInBetweenTwoOperationsOfTheOtherItStartsAndEndsOnce() {
        Map<String, Object> told = new TreeMap<>();
        for (List<Chapter> pair : Orders.of(BOTH)) {
            boolean came = true;
            for (int n = 1; came; n++) {
                Story story = new Story();
                came =
                        probe.interrupt(
                                () -> story.tell(pair.getFirst()),
                                n,
                                () -> story.tell(pair.getLast()));
                if (came) {
                    told.put(story.match.relationshipId(), pair + " before operation " + n);
                }
            }
        }
        assertThat(told).hasSizeGreaterThan(6);
        assertOneStartAndAnnasEnd(told);
    }

    @Test
    void whereverTheProcessDiesTheRepeatedEventBringsItToTheSame() {
        Map<String, Object> told = new TreeMap<>();
        for (Chapter interrupted : BOTH) {
            Chapter other = BOTH.get(1 - BOTH.indexOf(interrupted));
            for (List<Chapter> rest : Orders.of(List.of(interrupted, other))) {
                boolean died = true;
                for (int n = 1; died; n++) {
                    Story story = new Story();
                    died = probe.kill(() -> story.tell(interrupted), n);
                    rest.forEach(story::tell);
                    told.put(
                            story.match.relationshipId(),
                            interrupted + " died before operation " + n + ", then " + rest);
                }
            }
        }
        assertThat(told).hasSizeGreaterThan(12);
        assertOneStartAndAnnasEnd(told);
    }

    @Test
    void aDeclinedMatchStartsAndEndsOnceInEveryOrderAndWhereverTheProcessDies() {
        Map<String, Object> told = new TreeMap<>();
        List<Chapter> chapters = List.of(Chapter.MATCH, Chapter.DECLINED);
        for (List<Chapter> order : Orders.of(twice(chapters))) {
            Story story = new Story();
            order.forEach(story::tell);
            told.put(story.match.relationshipId(), order);
        }
        for (List<Chapter> order : Orders.of(chapters)) {
            boolean died = true;
            for (int n = 1; died; n++) {
                Story story = new Story();
                story.tell(order.getFirst());
                died = probe.kill(() -> story.tell(order.getLast()), n);
                story.tell(order.getLast());
                told.put(story.match.relationshipId(), order + ", died before operation " + n);
            }
        }
        assertThat(told).hasSizeGreaterThan(9);
        assertOneStartAndOneEnd(
                told,
                ended -> {
                    assertThat(ended.endReason()).isEqualTo(EndReason.DECLINED);
                    assertThat(ended.endedAt()).isEqualTo(WITHDRAWN);
                });
    }

    @Test
    void whenBothMembersEndItEndsForOneOfTheReasons() {
        Map<String, Object> told = new TreeMap<>();
        for (List<Chapter> order :
                Orders.of(
                        twice(
                                List.of(
                                        Chapter.MATCH,
                                        Chapter.ANNA_WITHDRAWS,
                                        Chapter.BEN_COMPLETES)))) {
            Story story = new Story();
            order.forEach(story::tell);
            told.put(story.match.relationshipId(), order);
        }
        assertThat(told).hasSize(90);
        assertOneStartAndOneEnd(
                told,
                ended ->
                        assertThat(List.of(ended.endReason(), ended.endedAt()))
                                .isIn(
                                        List.of(EndReason.MEMBER_WITHDREW, WITHDRAWN),
                                        List.of(EndReason.COMPLETED, COMPLETED)));
    }

    private static void assertOneStartAndAnnasEnd(Map<String, Object> told) {
        assertOneStartAndOneEnd(
                told,
                ended -> {
                    assertThat(ended.endReason()).isEqualTo(EndReason.MEMBER_WITHDREW);
                    assertThat(ended.endedAt()).isEqualTo(WITHDRAWN);
                });
    }

    /** What a subscriber reads of the told stories, repeats left out. */
    private static void assertOneStartAndOneEnd(
            Map<String, Object> told, Consumer<RelationshipEvent.Relationship> andTheEnd) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    Map<String, List<PublishedEvent>> heard =
                            TopicReader.events(Topics.RELATIONSHIPS.name()).stream()
                                    .distinct()
                                    .collect(Collectors.groupingBy(PublishedEvent::aggregateId));
                    told.forEach((id, how) ->
                            andTheEnd.accept(
                                    startedThenEnded(heard.getOrDefault(id, List.of()), how)));
                });
    }

    private static RelationshipEvent.Relationship startedThenEnded(
            List<PublishedEvent> events, Object how) {
        assertThat(events)
                .as("%s", how)
                .extracting(event -> (Object) event.event().getClass())
                .containsExactly(RelationshipStarted.class, RelationshipEnded.class);
        assertThat(events).extracting(PublishedEvent::sequence).containsExactly(1L, 2L);
        return ((RelationshipEvent) events.getLast().event()).relationship();
    }

    private static List<Chapter> twice(List<Chapter> chapters) {
        List<Chapter> twice = new ArrayList<>(chapters);
        twice.addAll(chapters);
        return twice;
    }

    private static PublishedEvent published(String id, long sequence, CoachingEvent event) {
        return new PublishedEvent(id, sequence, MATCHED, null, event);
    }
}
