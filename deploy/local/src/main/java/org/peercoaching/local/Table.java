package org.peercoaching.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.peercoaching.local.entrypoint.EntryPoint;
import org.peercoaching.local.issuer.Account;
import org.peercoaching.local.process.KeptProcess;

/** What runs where and how to sign in, for {@code up} and {@code status}. */
final class Table {

    private static final String ROW = "  %-20s %-42s %s%n";
    private static final long KILOBYTES_PER_MEGABYTE = 1024;

    private final StringBuilder text = new StringBuilder();

    static String of(
            EntryPoint entryPoint,
            String broker,
            String store,
            List<KeptProcess> processes,
            Path logs) {
        Table table = new Table();
        table.row("dashboards", entryPoint.origin() + "/dashboards/", "");
        table.row(
                "APIs",
                entryPoint.origin() + "/api/<service>/v1",
                "participant, matching, session, feedback, analytics");
        table.row("OpenID Connect", entryPoint.issuer(), "");
        table.row("Kafka", broker, "");
        table.row("store", store, "");
        table.text.append(System.lineSeparator());
        table.row(
                "launcher",
                "process " + ProcessHandle.current().pid(),
                memory(ProcessHandle.current()).orElse(""));
        processes.forEach(process ->
                table.row(
                        process.name(),
                        where(process),
                        memory(process.handle()).orElse("") + restarts(process)));
        table.text.append(System.lineSeparator());
        table.row(
                "sign in as",
                "program.manager, analyst, operator",
                "or anybody of the demonstration; password: " + Account.PASSWORD);
        table.row("logs", logs.toString(), "");
        return table.text.toString();
    }

    private void row(String what, String where, String more) {
        text.append(ROW.formatted(what, where, more).replaceAll(" +(?=\\R)", ""));
    }

    private static String where(KeptProcess process) {
        return process.handle().isAlive()
                ? "process " + process.handle().pid()
                : "died, is started again";
    }

    private static String restarts(KeptProcess process) {
        return process.restarts() == 0 ? "" : ", restarted " + process.restarts() + " times";
    }

    /** Resident memory, where the system tells it. */
    private static Optional<String> memory(ProcessHandle process) {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return Optional.empty();
        }
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line ->
                            Long.parseLong(line.replaceAll("\\D", "")) / KILOBYTES_PER_MEGABYTE
                                    + " MB")
                    .findFirst();
        } catch (IOException ended) {
            return Optional.empty();
        }
    }
}
