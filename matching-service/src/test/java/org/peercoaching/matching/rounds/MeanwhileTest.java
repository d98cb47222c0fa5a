package org.peercoaching.matching.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What is done meanwhile is done, in order, or it is heard why not. */
class MeanwhileTest {

    private final List<Integer> done = new ArrayList<>();

    @Test
    void itsCallerGoesOnWhileItIsDoneAndWaitsForItInTheEnd() {
        AtomicBoolean goneOn = new AtomicBoolean();
        try (Meanwhile meanwhile = new Meanwhile()) {
            meanwhile.run(() -> {
                await().untilTrue(goneOn);
                done.add(1);
            });
            goneOn.set(true);
            meanwhile.run(() -> done.add(2));
            meanwhile.await();
            assertThat(done).containsExactly(1, 2);
        }
    }

    @Test
    void whatFailedIsHeardAndNothingIsBegunAfterIt() {
        MongoException away = new MongoException("away");
        try (Meanwhile meanwhile = new Meanwhile()) {
            meanwhile.run(() -> {
                throw away;
            });
            assertThatThrownBy(() -> meanwhile.run(() -> done.add(2))).isSameAs(away);
            assertThatThrownBy(meanwhile::await).isSameAs(away);
        }
        assertThat(done).isEmpty();
    }

    @Test
    void anErrorStaysAnError() {
        try (Meanwhile meanwhile = new Meanwhile()) {
            meanwhile.run(() -> {
                throw new OutOfMemoryError("no room");
            });
            assertThatThrownBy(meanwhile::await).isInstanceOf(OutOfMemoryError.class);
        }
    }
}
