package org.peercoaching.local;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.peercoaching.local.data.RunningPlatform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Asks the running platform for its table. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Says what runs where. Exit status 1 if nothing runs.")
final class StatusCommand implements Callable<Integer> {

    @Mixin Place place = new Place();

    @Override
    public Integer call() throws Exception {
        Optional<RunningPlatform> running = RunningPlatform.alive(place.dataDirectory());
        if (running.isEmpty()) {
            System.out.println("It does not run: start it with deploy/local/up.");
            return 1;
        }
        URI report =
                URI.create("http://localhost:%d/local/status".formatted(running.get().entryPort()));
        try (HttpClient http = HttpClient.newHttpClient()) {
            System.out.print(
                    http.send(
                                    HttpRequest.newBuilder(report).build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body());
            return 0;
        } catch (java.net.ConnectException starting) {
            System.out.println(
                    "It is being started or stopped: process "
                            + running.get().launcher().pid()
                            + ".");
            return 0;
        }
    }
}
