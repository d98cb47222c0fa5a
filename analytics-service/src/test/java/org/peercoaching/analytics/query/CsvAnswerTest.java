package org.peercoaching.analytics.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvAnswerTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0\n"})
    void aTextThatWouldBeAFormulaIsQuoted(String text) {
        assertThat(CsvAnswer.safe(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engineering", "2026-W23", "not-released", ""})
    void anyOtherTextStaysAsItIs(String text) {
        assertThat(CsvAnswer.safe(text)).isEqualTo(text);
    }
}
