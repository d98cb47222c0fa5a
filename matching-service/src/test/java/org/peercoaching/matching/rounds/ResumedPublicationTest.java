package org.peercoaching.matching.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import java.util.Collections;
import java.util.Iterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.context.annotation.Import;

/** A publication of many chunks that loses its lease on the way and is taken up by another. */
@ServiceTest
@Import(Rehearsal.class)
class ResumedPublicationTest {

    private static final int PAIRS = Chunks.SIZE + 5;
    private static final int ALONE = Chunks.SIZE + 10;

    private final Rehearsal rehearsal;

    ResumedPublicationTest(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    /** Two chunks of matches, and then two of people without one. */
    @ParameterizedTest
    @CsvSource({"1, 100", "2, 105", "3, 205"})
    void itGoesOnBehindTheChunksThatWereWrittenDown(int chunks, int done) {
        String round = toPublish();
        publishSome(round, chunks);
        Stage.Publishing stage = (Stage.Publishing) rehearsal.round(round).stage();
        assertThat(stage.done()).isEqualTo(done);

        // It would fail if it read again what is announced already.
        forgetFirstChunk(round, "proposed-matches");
        if (done > PAIRS) {
            forgetFirstChunk(round, "proposed-unmatched");
        }
        rehearsal.publish(round);
        assertPublished(round);
    }

    @Test
    void aChunkThatWasAnnouncedAndNotWrittenDownIsGoneThroughAgain() {
        String round = toPublish();
        publishSome(round, 1);
        publishSome(round, 0);
        assertThat(((Stage.Publishing) rehearsal.round(round).stage()).done())
                .isEqualTo(Chunks.SIZE);
        rehearsal.publish(round);
        assertPublished(round);
    }

    private void assertPublished(String round) {
        Result result = ((Stage.Published) rehearsal.round(round).stage()).result();
        assertThat(result.pairs()).isEqualTo(PAIRS);
        assertThat(result.unmatched()).isEqualTo(ALONE);
    }

    private String toPublish() {
        String round = rehearsal.started();
        for (int i = 0; i < 2 * PAIRS; i++) {
            rehearsal.waits(round, "paired-" + i, "en");
        }
        for (int i = 0; i < ALONE; i++) {
            rehearsal.waits(round, "alone-" + i, language(i));
        }
        rehearsal.computed(round);
        rehearsal.toPublish(round);
        return round;
    }

    /** Languages of two letters, none of them {@code en}. */
    private static String language(int number) {
        return "%c%c".formatted('p' + number / 20, 'a' + number % 20);
    }

    /** One chunk more is announced than is written down: then the lease is lost. */
    private void publishSome(String round, int chunks) {
        Round state = rehearsal.round(round);
        Iterator<Boolean> inCharge = Collections.nCopies(chunks, true).iterator();
        rehearsal.publication.publish(
                state,
                (Stage.Publishing) state.stage(),
                () -> inCharge.hasNext() && inCharge.next());
    }

    private void forgetFirstChunk(String round, String collection) {
        assertThat(
                        rehearsal
                                .database
                                .getCollection(collection)
                                .deleteMany(Filters.eq("_id", round + ":1:0000000"))
                                .getDeletedCount())
                .isOne();
    }
}
