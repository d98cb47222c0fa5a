package org.peercoaching.matching.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Certificate;
import org.peercoaching.matching.engine.Certificate.OddSet;
import org.peercoaching.matching.engine.Control;
import org.peercoaching.matching.engine.Group;
import org.peercoaching.matching.engine.LeftOut;
import org.peercoaching.matching.engine.Matching;
import org.peercoaching.matching.engine.Task;
import org.peercoaching.matching.engine.organizations.Organizations;
import org.peercoaching.matching.engine.pairs.PairMatcher;
import org.peercoaching.matching.engine.score.Cohort;

/** A true matching of nine people who all fit, with certificates that are forged. */
class ForgedCertificateTest {

    private final Task task = Task.of(People.alike(9, 5), People.POLICY, 7);
    private final Matching matching = Optimum.of(task);
    private final long[] values = matching.certificate().values();
    private final NaiveBound naive =
            new NaiveBound(Cohort.of(task.candidates(), People.POLICY, 7), matching);

    private Verdict verdict(long[] changed, List<OddSet> sets, long bound) {
        Certificate forged = new Certificate(changed, sets, bound);
        return new Verifier(2).verify(task, Forge.certificate(matching, forged));
    }

    private List<Fault.Kind> faults(long[] changed, List<OddSet> sets, long bound) {
        return Forge.kinds(verdict(changed, sets, bound));
    }

    private static OddSet set(long value, int... members) {
        return new OddSet(members, value);
    }

    /** Everybody is in a pair, so that no trio is tried that would show a lower bound. */
    @Test
    void aBoundBelowTheCertificatesIsFoundWhereNoTrioDecides() {
        Task even = Task.of(People.alike(8, 1), People.POLICY, 1);
        Matching best = new PairMatcher(1).match(even, Control.NONE);
        Certificate honest = best.certificate();
        long[] values = honest.values().clone();
        values[0] += 2;
        Matching loose =
                Forge.certificate(
                        best, new Certificate(values, honest.oddSets(), honest.bound() + 2));
        assertThat(new Verifier(1).verify(even, loose)).isInstanceOf(Verdict.Sound.class);
        assertThat(Forge.kinds(new Verifier(1).verify(even, Forge.bound(loose, best.weight()))))
                .containsExactly(Fault.Kind.BOUND);
    }

    /** As if trios had been tried: but no trio is needed to have one pair more. */
    @Test
    void aBoundBelowWhatPairsAloneCanWeighIsRefused() {
        Group dropped =
                matching.groups().stream()
                        .filter(group -> group.members().size() == 2)
                        .findFirst()
                        .orElseThrow();
        Matching less =
                Forge.leftOut(
                        Forge.groups(
                                matching,
                                groups ->
                                        groups.stream()
                                                .filter(group -> !group.equals(dropped))
                                                .toList()),
                        leftOut ->
                                Stream.concat(
                                                leftOut.stream(),
                                                dropped.members().stream()
                                                        .map(id -> new LeftOut(id, 8, Map.of(), 8)))
                                        .sorted(Comparator.comparing(LeftOut::id))
                                        .toList());
        long weight = matching.weight() - 2L * (10_000 + dropped.fit().score());
        Matching worse = Forge.weight(less, weight);
        assertThat(new Verifier(1).verify(task, worse)).isInstanceOf(Verdict.Sound.class);
        assertThat(Forge.kinds(new Verifier(1).verify(task, Forge.bound(worse, weight))))
                .containsExactly(Fault.Kind.BOUND);
    }

    /** Somebody of each clique is in no pair; but of so many people nobody tries all trios. */
    @Test
    void aBoundBelowTheCertificatesIsRefusedWhereTriosAreTooManyToTry() {
        Matching large = oddCliques(3_003);
        assertThat(large.weight()).isLessThan(large.certificate().bound());
        assertThat(Forge.kinds(verdict(3_003, Forge.bound(large, large.weight()))))
                .containsExactly(Fault.Kind.BOUND);
        Matching small = oddCliques(2_999);
        assertThat(small.weight()).isLessThan(small.certificate().bound());
        assertThat(verdict(2_999, Forge.bound(small, small.weight())))
                .isInstanceOf(Verdict.Sound.class);
    }

    private static Task ofOddCliques(int size) {
        List<Candidate> people = Organizations.ODD_CLIQUES.of(size, 1);
        return Task.of(people, Organizations.POLICY, 1);
    }

    private static Matching oddCliques(int size) {
        return new PairMatcher(2).match(ofOddCliques(size), Control.NONE);
    }

    private static Verdict verdict(int size, Matching forged) {
        return new Verifier(2).verify(ofOddCliques(size), forged);
    }

    @Test
    void aBoundBelowTheCertificatesIsNoFaultOfItsOwnBesideAnother() {
        Matching forged = Forge.bound(Forge.weight(matching, 1), 1);
        assertThat(Forge.kinds(new Verifier(1).verify(task, forged)))
                .containsExactly(Fault.Kind.WEIGHT);
    }

    @Test
    void aBoundThatIsTooLowByOneIsRefused() {
        long bound = LongStream.of(values).sum();
        assertThat(verdict(values, List.of(), bound)).isEqualTo(new Verdict.Sound(bound));
        assertThat(verdict(values, List.of(), bound + 1)).isEqualTo(new Verdict.Sound(bound));
        assertThat(verdict(values, List.of(), bound - 1))
                .isEqualTo(
                        new Verdict.Faulty(
                                List.of(new Fault(Fault.Kind.BOUND, List.of(), bound - 1, bound))));
    }

    @Test
    void aValueThatIsLoweredDoesNotLowerTheBoundByAsMuch() {
        for (int i = 0; i < values.length; i++) {
            long[] lowered = values.clone();
            lowered[i] -= 5_000;
            long sum = LongStream.of(lowered).sum();
            assertThat(faults(lowered, List.of(), sum)).containsExactly(Fault.Kind.BOUND);
            long proven = naive.proven(lowered, List.of());
            assertThat(proven).isGreaterThan(sum);
            assertThat(verdict(lowered, List.of(), proven)).isEqualTo(new Verdict.Sound(proven));
        }
    }

    @Test
    void valuesThatAreNegativeOrUselesslyLargeAreRefused() {
        for (long value : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE, 1 << 21}) {
            long[] changed = values.clone();
            changed[3] = value;
            assertThat(faults(changed, List.of(), Long.MAX_VALUE))
                    .containsExactly(Fault.Kind.VALUE);
            assertThat(faults(values, List.of(set(value, 0, 1, 2)), Long.MAX_VALUE))
                    .containsExactly(Fault.Kind.VALUE);
        }
    }

    @Test
    void aCertificateOfAnotherLengthIsRefused() {
        for (int length : new int[] {0, 8, 10}) {
            assertThat(faults(Arrays.copyOf(values, length), List.of(), Long.MAX_VALUE))
                    .containsExactly(Fault.Kind.LENGTH);
        }
    }

    @Test
    void setsThatAreNotOddAreRefused() {
        int[][] wrong = {
            {}, {0}, {0, 1}, {0, 1, 2, 3}, {0, 2, 1}, {0, 0, 1}, {-1, 0, 1}, {6, 7, 9}
        };
        for (int[] members : wrong) {
            assertThat(faults(values, List.of(set(10, members)), Long.MAX_VALUE))
                    .as(Arrays.toString(members))
                    .containsExactly(Fault.Kind.ODD_SET);
        }
    }

    @Test
    void setsThatCrossOrAreTheSameAreRefused() {
        List<OddSet> nested = List.of(set(2, 0, 1, 2), set(3, 0, 1, 2, 3, 4), set(4, 6, 7, 8));
        assertThat(verdict(values, nested, Long.MAX_VALUE)).isInstanceOf(Verdict.Sound.class);
        for (OddSet other :
                List.of(
                        set(1, 0, 1, 2),
                        set(1, 4, 5, 6),
                        set(1, 2, 3, 4),
                        set(1, 0, 1, 2, 3, 4, 5, 6))) {
            List<OddSet> crossing = List.of(nested.get(0), nested.get(1), nested.get(2), other);
            assertThat(faults(values, crossing, Long.MAX_VALUE))
                    .containsExactly(Fault.Kind.CROSSING);
        }
    }

    @Test
    void whatASetCoversIsPaidForInFull() {
        OddSet all = set(600, 0, 1, 2, 3, 4, 5, 6, 7, 8);
        long[] lowered = LongStream.of(values).map(value -> value - 300).toArray();
        // Four pairs in the set of nine, and half a pair more because of the trio.
        long bound = LongStream.of(lowered).sum() + 4 * 600 + 300;
        assertThat(verdict(lowered, List.of(all), bound)).isEqualTo(new Verdict.Sound(bound));
        assertThat(faults(lowered, List.of(all), bound - 1)).containsExactly(Fault.Kind.BOUND);
        OddSet more = set(602, all.members());
        assertThat(faults(lowered, List.of(more), bound)).containsExactly(Fault.Kind.BOUND);
    }

    @Test
    void theTrioAddsHalfOfTheLargestChainOnly() {
        List<OddSet> sets = List.of(set(10, 0, 1, 2), set(20, 0, 1, 2, 3, 4), set(40, 6, 7, 8));
        long bound = LongStream.of(values).sum() + 10 + 2 * 20 + 40 + 40 / 2;
        assertThat(verdict(values, sets, bound)).isEqualTo(new Verdict.Sound(bound));
        assertThat(faults(values, sets, bound - 1)).containsExactly(Fault.Kind.BOUND);
    }
}
