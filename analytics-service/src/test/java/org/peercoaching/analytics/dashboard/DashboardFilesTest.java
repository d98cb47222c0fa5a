package org.peercoaching.analytics.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoaching.testkit.Http;
import org.peercoaching.testkit.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page's files, fetched by somebody without a token. */
@ServiceTest
class DashboardFilesTest {

    @LocalServerPort int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dashboards/",
                "/dashboards/index.html",
                "/dashboards/js/main.js",
                "/dashboards/css/base.css",
                "/dashboards/icon.svg",
                "/dashboards/lib/echarts/echarts.esm.min.mjs",
                "/dashboards/lib/keycloak-js/dist/keycloak.min.js"
            })
    void anybodyMayFetchThem(String path) {
        Http.Answer file = stranger().get(path);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.body()).isNotEmpty();
    }

    @Test
    void theAddressWithoutASlashLeadsToThePage() {
        Http.Answer answer = stranger().get("/dashboards");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(header(answer, "Location")).endsWith("/dashboards/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dashboards/", "/dashboards/js/main.js"})
    void aBrowserRunsNothingThatIsNotThePagesOwn(String path) {
        Http.Answer page = stranger().get(path);
        assertThat(header(page, "Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void aFileIsSentAgainOnlyWhenItsContentChanged() {
        Http.Answer first = stranger().get("/dashboards/js/main.js");
        assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(first, "Last-Modified")).isEmpty();
        Http.Answer again =
                stranger().send("GET", "/dashboards/js/main.js", "", "If-None-Match", first.etag());
        assertThat(again.status()).isEqualTo(304);
        Http.Answer other = stranger().get("/dashboards/js/texts.js");
        assertThat(other.etag()).isNotEqualTo(first.etag());
    }

    @Test
    void thereIsNothingElseToFetchAndNothingToChange() {
        assertThat(stranger().get("/dashboards/application.yml").status()).isEqualTo(404);
        assertThat(stranger().get("/index.html").status()).isEqualTo(401);
        assertThat(stranger().post("/dashboards/", "{}").status()).isEqualTo(401);
        assertThat(stranger().get("/api/analytics/v1/figures").status()).isEqualTo(401);
    }

    private Http stranger() {
        return new Http(port, "");
    }

    private static String header(Http.Answer answer, String name) {
        return answer.response().headers().firstValue(name).orElse("");
    }
}
