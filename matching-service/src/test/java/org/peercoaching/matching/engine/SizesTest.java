package org.peercoaching.matching.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizesTest {

    @ParameterizedTest
    @CsvSource({"3, 3", "3, 8", "4, 6", "8, 8"})
    void aCircleHasThreeToEightMembers(int min, int max) {
        assertThat(new Sizes(min, max).min()).isEqualTo(min);
    }

    @ParameterizedTest
    @CsvSource({"2, 4", "5, 4", "3, 9", "0, 0"})
    void otherSizesAreRefusedWithWhatIsRight(int min, int max) {
        assertThatThrownBy(() -> new Sizes(min, max))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 to 8 members");
    }
}
