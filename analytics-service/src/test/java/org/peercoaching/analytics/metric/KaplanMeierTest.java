package org.peercoaching.analytics.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KaplanMeierTest {

    @Test
    void withoutCensoringItIsTheQuantile() {
        KaplanMeier waits = new KaplanMeier();
        for (int day = 1; day <= 10; day++) {
            waits.ended(day, 1);
        }
        assertThat(waits.reachedBy(0.5)).hasValue(5);
        assertThat(waits.reachedBy(0.9)).hasValue(9);
    }

    @Test
    void aTextbookExampleComesOut() {
        // Remission of leukaemia under 6-MP (Freireich 1963): the median is 23 weeks.
        KaplanMeier remission = new KaplanMeier();
        remission.ended(6, 3);
        for (long week : new long[] {7, 10, 13, 16, 22, 23}) {
            remission.ended(week, 1);
        }
        for (long week : new long[] {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35}) {
            remission.censored(week, 1);
        }
        assertThat(remission.subjects()).isEqualTo(21);
        assertThat(remission.reachedBy(0.5)).hasValue(23);
        assertThat(remission.reachedBy(0.9)).isEmpty();
    }

    @Test
    void whoWaitsStillKeepsTheMedianFromBeingReached() {
        KaplanMeier waits = new KaplanMeier();
        waits.ended(2, 4);
        waits.censored(30, 6);
        assertThat(waits.reachedBy(0.5)).isEmpty();
    }

    @Test
    void nobodyReachesNothing() {
        assertThat(new KaplanMeier().reachedBy(0.5)).isEmpty();
    }
}
