package org.peercoaching.matching.matches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoaching.matching.matches.Neighbours.NOW;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.peercoaching.events.EnrollmentEvent.Enrollment;
import org.peercoaching.events.EnrollmentEvent.Status;
import org.peercoaching.events.Member;
import org.peercoaching.kit.decision.Decision;
import org.peercoaching.matching.engine.LeftOut;
import org.peercoaching.matching.engine.Rule;
import org.peercoaching.matching.people.Person;
import org.peercoaching.matching.policies.ProgramPolicy;

/** What participants are told in plain words. */
class SentencesTest {

    private static final Member ANNA = Neighbours.member("p", "anna");
    private static final Member BEN = Neighbours.member("p", "ben");
    private static final Map<String, Object> EVERYTHING =
            Map.of(
                    "skills", List.of("delegation"),
                    "minutes", 90,
                    "languages", List.of("en"),
                    "terms", List.of("sharedTime"),
                    "considered", 1_200,
                    "people", 7,
                    "rounds", 2);

    @ParameterizedTest
    @EnumSource(Phrase.class)
    void everyPhraseIsASentenceWithACode(Phrase phrase) {
        Sentence sentence = Sentence.of(phrase, EVERYTHING);
        assertThat(sentence.text()).endsWith(".").doesNotContain("{");
        assertThat(sentence.code()).matches("[a-z-]+");
    }

    @ParameterizedTest
    @CsvSource({
        "60,1 hour",
        "45,45 minutes",
        "61,1 hour and 1 minute",
        "150,2 hours and 30 minutes"
    })
    void timeIsSaidAsPeopleSayIt(int minutes, String words) {
        assertThat(Sentence.of(Phrase.TIME_IN_COMMON, Map.of("minutes", minutes)).text())
                .isEqualTo("You have " + words + " a week in common.");
    }

    @Test
    void aMatchSaysWhatEachGivesTheOtherAndWhatCountedMost() {
        Match match = matched(ANNA, BEN);
        Person.Tie tie = new Person.Tie("p", List.of(BEN.participantId()), NOW, null);
        MyMatchView seen = MyMatchView.of(ANNA.participantId(), new MyMatches.Mine(match, tie));
        assertThat(seen.sentences())
                .extracting(Sentence::text)
                .containsExactly(
                        "You can help your partner with delegation.",
                        "Your partner can help you with giving feedback.",
                        "You have 2 hours and 30 minutes a week in common.",
                        "You can speak English and German with each other.",
                        "What counted most for this match: how you can help each other and similar"
                                + " standing, and ties across units.");
        MyMatchView.MyTerms terms = seen.terms();
        assertThat(
                        terms.reciprocalHelp()
                                + terms.sharedTime()
                                + terms.language()
                                + terms.focusSkills()
                                + terms.circumstances())
                .isEqualTo(seen.score());
        assertThat(seen.status()).isEqualTo(MyMatchView.Status.OPEN);
    }

    /** Of a trio or a circle it says with whom, by id, and in words that it is one of several. */
    @Test
    void ofSeveralPartnersItSaysThatItIsOneOfThem() {
        Member carla = Neighbours.member("p", "carla");
        MyMatchView.Gift toBen = new MyMatchView.Gift(BEN.participantId(), List.of("delegation"));
        MyMatchView anna = seen(ANNA, carla);
        assertThat(anna.partners()).containsExactly(BEN.participantId(), carla.participantId());
        assertThat(anna.youGive()).containsExactly(toBen);
        assertThat(anna.sentences())
                .extracting(Sentence::text)
                .startsWith(
                        "You can help one of your partners with delegation.",
                        "One of your partners can help you with giving feedback.",
                        "You have 2 hours and 30 minutes a week in common.");
        assertThat(anna.sentences().getFirst().values())
                .containsEntry("partner", BEN.participantId());
        assertThat(seen(carla, carla).sentences())
                .as("nobody helps Carla, and she nobody")
                .extracting(Sentence::code)
                .doesNotContain("you-give-one", "you-get-one")
                .isNotEmpty();
    }

    /** What one member sees of the match of Anna, Ben and another. */
    private static MyMatchView seen(Member member, Member third) {
        List<String> partners =
                Stream.of(ANNA, BEN, third)
                        .map(Member::participantId)
                        .filter(id -> !id.equals(member.participantId()))
                        .toList();
        return MyMatchView.of(
                member.participantId(),
                new MyMatches.Mine(
                        matched(ANNA, BEN, third), new Person.Tie("p", partners, NOW, null)));
    }

    private static Match matched(Member... members) {
        Decision<Match> decision =
                Match.decide(
                        Neighbours.proposal("round", members),
                        List.of(members),
                        Map.of(),
                        new Outcomes.Publication(
                                "round", "p", 14, 1, NOW, ProgramPolicy.STANDARD, null));
        return ((Decision.Accepted<Match>) decision).state();
    }

    @Test
    void whoWaitsIsToldTheCountedReasonsAndThatTheyGoFirst() {
        Person anna = ready().tied("old", new Person.Tie("other", List.of(), NOW, NOW));
        assertThat(texts(MyWaitingView.of(anna, "p", Optional.empty())))
                .containsExactly("The next round looks for a partner for you.");

        Person waited = leftOut(anna);
        Unmatched told =
                Unmatched.of(
                        "round",
                        ANNA,
                        new LeftOut(
                                ANNA.participantId(),
                                812,
                                Map.of(Rule.NO_COMMON_TIME, 800, Rule.KEPT_APART, 2),
                                10));
        MyWaitingView view = MyWaitingView.of(waited, "p", Optional.of(told));
        assertThat(texts(view))
                .containsExactly(
                        "The last round looked at 812 people for you, and found nobody this time.",
                        "800 of 812 people have too little time in common with you.",
                        "12 of 812 people were matched otherwise, or were not the right match this"
                                + " time.",
                        "In the next round you count for more than others.");
        assertThat(view.leftOut()).isEqualTo(1);
        assertThat(view.goesFirst()).isTrue();
    }

    private static Person ready() {
        return Person.unknown(ANNA.participantId())
                .enrolled(
                        new Enrollment(
                                ANNA.enrollmentId(),
                                ANNA.participantId(),
                                "p",
                                "/engineering",
                                Status.READY,
                                NOW,
                                NOW,
                                NOW,
                                NOW,
                                NOW,
                                null,
                                null));
    }

    private static Person leftOut(Person person) {
        return new Person(
                person.participantId(),
                false,
                person.enrollments(),
                person.ties(),
                List.of(),
                Map.of("p", new org.peercoaching.matching.people.LeftOut(1, "round", NOW)),
                List.of(),
                person.candidateIn());
    }

    private static List<String> texts(MyWaitingView view) {
        return view.sentences().stream().map(Sentence::text).toList();
    }
}
