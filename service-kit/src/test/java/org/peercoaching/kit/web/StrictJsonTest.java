package org.peercoaching.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class StrictJsonTest {

    private enum Method {
        ONE_ON_ONE
    }

    private record Body(String title, Method method, Instant at, LocalDate on) {}

    private final JsonMapper mapper = mapper();

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder();
        new StrictJson().customize(builder);
        return builder.build();
    }

    @Test
    void whatIsWellSaidIsTaken() {
        assertThat(
                        read(
                                """
                                {"title":"a","method":"ONE_ON_ONE","at":"2026-06-01T08:00:00Z","on":"2026-06-01"}\
                                """))
                .isEqualTo(
                        new Body(
                                "a",
                                Method.ONE_ON_ONE,
                                Instant.parse("2026-06-01T08:00:00Z"),
                                LocalDate.parse("2026-06-01")));
        assertThat(read("{\"title\":null,\"at\":null}"))
                .isEqualTo(new Body(null, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\":5}",
                "{\"title\":true}",
                "{\"title\":[\"a\"]}",
                "{\"method\":0}",
                "{\"method\":\"0\"}",
                "{\"method\":\"COFFEE\"}",
                "{\"at\":1767600000}",
                "{\"at\":1e400}",
                "{\"at\":\"5\"}",
                "{\"at\":\"2026-06-01\"}",
                "{\"on\":[2026,6,1]}",
                "{\"on\":20000}",
                "{\"on\":\"2026-06-01T08:00:00Z\"}",
                "{\"on\":\"2026-02-30\"}",
                "{\"title\":\"a\",\"title\":\"b\"}"
            })
    void nothingIsTakenForSomethingElse(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(JacksonException.class);
    }

    private Body read(String json) {
        return mapper.readValue(json, Body.class);
    }
}
