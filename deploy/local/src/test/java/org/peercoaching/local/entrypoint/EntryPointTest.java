package org.peercoaching.local.entrypoint;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoaching.testkit.Http;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/** What comes through the entry point, of a service that says what it is told to. */
class EntryPointTest {

    @EnableAutoConfiguration
    @Import(Routes.class)
    static class OpenToAll {

        @Bean
        SecurityFilterChain open(HttpSecurity http) {
            return http.csrf(AbstractHttpConfigurer::disable).build();
        }
    }

    private ServerSocket service;
    private ConfigurableApplicationContext context;
    private Http client;

    @BeforeEach
    void start() throws IOException {
        service = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        URI address = URI.create("http://localhost:" + service.getLocalPort());
        EntryPoint entryPoint =
                new EntryPoint(0, Map.of("participant", address, "analytics", address));
        context =
                new SpringApplicationBuilder(OpenToAll.class)
                        .properties(Map.of("server.port", 0))
                        .initializers(uncast -> {
                            GenericApplicationContext application =
                                    (GenericApplicationContext) uncast;
                            application.registerBean(EntryPoint.class, () -> entryPoint);
                            application.registerBean(StatusReport.class, () -> () -> "");
                        })
                        .run();
        client = new Http(((WebServerApplicationContext) context).getWebServer().getPort(), "");
    }

    @AfterEach
    void stop() throws IOException {
        context.close();
        service.close();
    }

    @Test
    void anAnswerIsPassedOnAsItIs() {
        answer("ETag: \"1\"\r\nContent-Length: 12\r\n\r\n{\"goal\":\"1\"}");

        Http.Answer created = client.post("/api/participant/v1/goals", "{}");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.etag()).isEqualTo("\"1\"");
        assertThat(created.body()).isEqualTo("{\"goal\":\"1\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 12\r\n",
                "Content-Length: 12\r\n\r\n",
                "Content-Length: 12\r\n\r\n{\"go",
                "Transfer-Encoding: chunked\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nc\r\n{\"go",
                "Transfer-Encoding: chunked\r\n\r\nc\r\n{\"goal\":\"1\"}\r\n"
            })
    void anAnswerThatBreaksOffIsNone(String rest) {
        answer(rest);

        Http.Answer none = client.post("/api/participant/v1/goals", "{}");

        assertThat(none.status()).isEqualTo(503);
        assertThat(none.response().headers().firstValue("Retry-After")).contains("1");
        assertThat(none.json().path("detail").asString()).contains("Try again");
    }

    /** Says that something was created, and so much more, to the next who asks, and hangs up. */
    private void answer(String rest) {
        Thread.ofVirtual()
                .start(() -> {
                    try (Socket asked = service.accept()) {
                        readWhole(asked.getInputStream());
                        asked.getOutputStream()
                                .write(("HTTP/1.1 201 Created\r\n" + rest).getBytes(US_ASCII));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    /** To its end: a socket that is closed before all is read throws away what it has written. */
    private static void readWhole(InputStream request) throws IOException {
        StringBuilder read = new StringBuilder();
        while (!read.toString().endsWith(read.indexOf("chunked") < 0 ? "{}" : "0\r\n\r\n")) {
            read.append((char) request.read());
        }
    }
}
