package org.peercoaching.matching.rounds;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peercoaching.matching.engine.Start;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.context.annotation.Import;

/** With what a computation begins, and what becomes of it when that is gone. */
@ServiceTest
@Import({Rehearsal.class, TouchyMatcher.Installed.class})
class BegunRoundTest {

    private final Rehearsal rehearsal;
    private final TouchyMatcher matcher;

    BegunRoundTest(Rehearsal rehearsal, TouchyMatcher matcher) {
        this.rehearsal = rehearsal;
        this.matcher = matcher;
    }

    @Test
    void aRoundThatIsChangedByHandBeginsWithWhatWasFoundBeforeAndSoDoesItsRerun() {
        String round = computed();
        assertThat(lastTask(round).start()).isNull();
        forbid(round, "anna", "ben");
        Solution changed = rehearsal.computed(round);
        Start start = requireNonNull(lastTask(round).start());
        assertThat(start.task()).isEqualTo(matcher.tasksWith(id(round, "anna")).getFirst());

        String again = rehearsal.again(round);
        assertThat(rehearsal.computed(again).fingerprint()).isEqualTo(changed.fingerprint());
        assertThat(lastTask(round).start()).usingRecursiveComparison().isEqualTo(start);
        // A rerun of the rerun, too.
        rehearsal.computed(rehearsal.again(again));
        assertThat(lastTask(round).start()).usingRecursiveComparison().isEqualTo(start);
    }

    @Test
    void aRoundOfWhichNothingIsLeftToBeginWithIsMatchedFromNothing() {
        String round = computed();
        forgetTraces(round);
        forbid(round, "anna", "ben");
        Solution changed = rehearsal.computed(round);
        assertThat(changed.result().matched()).isEqualTo(6);
        assertThat(changed.review().forbidden()).hasSize(1);
        assertThat(changed.began()).isNull();
        assertThat(lastTask(round).start()).isNull();

        assertThat(rehearsal.computed(rehearsal.again(round)).fingerprint())
                .isEqualTo(changed.fingerprint());
        assertThat(lastTask(round).start()).isNull();
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void aRoundWhoseBeginningCannotBeReadIsMatchedFromNothing(Bson spoiling) {
        String round = computed();
        spoilTraces(round, spoiling);
        forbid(round, "anna", "ben");
        Solution changed = rehearsal.computed(round);
        assertThat(changed.result().matched()).isEqualTo(6);
        assertThat(changed.began()).isNull();
        assertThat(lastTask(round).start()).isNull();
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void aRerunWhoseBeginningCannotBeReadSaysSo(Bson spoiling) {
        String round = computed();
        forbid(round, "anna", "ben");
        rehearsal.computed(round);
        spoilTraces(round, spoiling);
        refusedAgain(round);
    }

    /** Ways in which a store may lose what is in it. */
    static Stream<Bson> unreadable() {
        return Stream.of(
                Updates.popLast("items"),
                Updates.set("items.0.partner", 6),
                Updates.set("items.0.value", "many"),
                Updates.unset("items.0.nearest"),
                Updates.set("items.0", new Document()));
    }

    @Test
    void aRerunWhoseBeginningIsGoneSaysSo() {
        String round = computed();
        forbid(round, "anna", "ben");
        rehearsal.computed(round);
        forgetTraces(round);
        refusedAgain(round);
    }

    private void refusedAgain(String round) {
        String again = rehearsal.again(round);
        rehearsal.computation.compute(again);
        assertThat(((Stage.Failed) rehearsal.round(again).stage()).code())
                .isEqualTo("start-not-kept");
    }

    @Test
    void onlyWhatSomebodyMayBeginWithIsKept() {
        String round = computed();
        assertThat(traced(round)).containsExactly(1);
        forbid(round, "anna", "ben");
        rehearsal.computed(round);
        assertThat(traced(round)).containsExactly(1, 2);
        String again = rehearsal.again(round);
        rehearsal.computed(again);
        assertThat(traced(again)).isEmpty();

        rehearsal.toPublish(round);
        rehearsal.publish(round);
        assertThat(traced(round)).containsExactly(1);
        String later = rehearsal.again(round);
        assertThat(rehearsal.computed(later).fingerprint())
                .isEqualTo(rehearsal.round(round).solution().orElseThrow().fingerprint());
    }

    @Test
    void ofAPublishedRoundThatBeganWithNothingNothingIsKeptToBeginWith() {
        String round = computed();
        rehearsal.toPublish(round);
        rehearsal.publish(round);
        assertThat(traced(round)).isEmpty();
    }

    private String computed() {
        String round = rehearsal.started();
        for (String name : List.of("anna", "ben", "carla", "dan", "eva", "fred")) {
            rehearsal.waits(round, name, "en");
        }
        rehearsal.computed(round);
        return round;
    }

    private void forbid(String round, String one, String other) {
        List<String> two = List.of(id(round, one), id(round, other));
        rehearsal.change(round, state -> state.review(review -> review.forbid(two)));
    }

    private void forgetTraces(String round) {
        rehearsal.proposed.traces().forget(round);
    }

    private void spoilTraces(String round, Bson spoiling) {
        rehearsal
                .database
                .getCollection("round-traces")
                .updateMany(Filters.eq("roundId", round), spoiling);
    }

    /** The attempts at a round whose traces are stored. */
    private Iterable<Integer> traced(String round) {
        return rehearsal
                .database
                .getCollection("round-traces")
                .find(new Document("roundId", round))
                .sort(new Document("attempt", 1))
                .map(chunk -> chunk.getInteger("attempt"));
    }

    private Task lastTask(String round) {
        return matcher.tasksWith(id(round, "anna")).getLast();
    }

    private static String id(String round, String name) {
        return Rehearsal.id(round, name);
    }
}
