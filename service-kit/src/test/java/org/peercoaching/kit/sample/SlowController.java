package org.peercoaching.kit.sample;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.peercoaching.kit.aggregate.AggregateStore;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An endpoint that takes as long as a test wishes before it asks the store. */
@RestController
@RequestMapping("/api/kit/v1/slow")
class SlowController {

    record Known(boolean known) {}

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final AggregateStore<SampleGoal> goals;

    SlowController(AggregateStore<SampleGoal> goals) {
        this.goals = goals;
    }

    @GetMapping
    Known isKnown() throws InterruptedException {
        begun.countDown();
        if (!released.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the test forgot this request");
        }
        return new Known(goals.find("none").isPresent());
    }

    boolean isRunning() {
        return begun.getCount() == 0;
    }

    void release() {
        released.countDown();
    }
}
