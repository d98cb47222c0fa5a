package org.peercoaching.feedback.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peercoaching.kit.encryption.Sealed;

class TogetherTest {

    private static final About MILD = about(new Ratings(4, 4, 4, 4, 4), "c", "Clear questions.");
    private static final About WARM = about(new Ratings(5, 4, 5, 2, 5), "a", "Thank you.");
    private static final About COOL = about(new Ratings(3, 1, 3, 3, 2), "b", "Ask me more.");
    private static final About MUTE =
            new About("anna", new Ratings(2, 3, 4, 5, 1), /* words= */ null);

    @Test
    void whatTwoToldIsNeverPutTogether() {
        assertThat(of(MILD, WARM)).isEmpty();
        assertThat(of(MILD)).isEmpty();
        assertThat(of()).isEmpty();
    }

    @Test
    void ofThreeTheMeansAreShown() {
        Together together = of(MILD, WARM, COOL).orElseThrow();
        assertThat(together.givers()).isEqualTo(3);
        assertThat(together.listening()).isEqualTo(4);
        assertThat(together.questioning()).isEqualTo(3);
        assertThat(together.support()).isEqualTo(4);
        assertThat(together.challenge()).isEqualTo(3);
        assertThat(together.usefulness()).isEqualTo(11 / 3.0);
    }

    @Test
    void theOrderOfTheWordsSaysNothingOfTheOrderOfTheGivers() {
        List<String> shuffled = List.of("Thank you.", "Ask me more.", "Clear questions.");
        assertThat(of(MILD, WARM, COOL).orElseThrow().words()).isEqualTo(shuffled);
        assertThat(of(COOL, MUTE, MILD, WARM).orElseThrow().words()).isEqualTo(shuffled);
    }

    @Test
    void fewerThanThreeTextsAreNotShown() {
        assertThat(of(MILD, WARM, MUTE).orElseThrow().words()).isEmpty();
        Together erased =
                Together.of(
                                List.of(MILD, WARM, COOL),
                                about -> about == COOL ? Optional.empty() : words(about))
                        .orElseThrow();
        assertThat(erased.words()).isEmpty();
        assertThat(erased.givers()).as("the means stay right").isEqualTo(3);
    }

    private static Optional<Together> of(About... told) {
        return Together.of(List.of(told), TogetherTest::words);
    }

    private static About about(Ratings ratings, String nonce, String text) {
        return new About("anna", ratings, new Sealed("giver", nonce + ":" + text));
    }

    private static Optional<String> words(About about) {
        return Stream.ofNullable(about.words())
                .map(sealed -> sealed.box().substring(2))
                .findFirst();
    }
}
