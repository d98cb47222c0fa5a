package org.peercoaching.participant.imports;

import static java.util.stream.Collectors.toMap;

import com.mongodb.client.MongoDatabase;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.MatchingProfileEvent.MatchingProfile;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.security.LoginKeys;
import org.peercoaching.participant.directory.Directory;
import org.peercoaching.participant.directory.DirectoryWriter;
import org.peercoaching.participant.directory.Entry;
import org.peercoaching.participant.directory.Name;
import org.peercoaching.participant.directory.Person;
import org.peercoaching.participant.directory.Work;
import org.peercoaching.participant.directory.Written;
import org.peercoaching.participant.imports.FirstReading.Candidate;
import org.springframework.stereotype.Component;

/** Imports a file of people. */
@Component
class Imports {

    private final Directory directory;
    private final DirectoryWriter writer;
    private final LoginKeys loginKeys;
    private final SideBySide sideBySide;
    private final MongoDatabase database;

    Imports(
            Directory directory,
            DirectoryWriter writer,
            LoginKeys loginKeys,
            SideBySide sideBySide,
            MongoDatabase database) {
        this.directory = directory;
        this.writer = writer;
        this.loginKeys = loginKeys;
        this.sideBySide = sideBySide;
        this.database = database;
    }

    /**
     * Reads a file twice and writes what changed.
     *
     * @throws org.peercoaching.kit.decision.RefusedException if its first line is wrong or another
     *     import runs; then nothing was done
     */
    Report run(Supplier<InputStream> content) {
        PeopleFile file = PeopleFile.open(content);
        FirstReading first = FirstReading.of(file);
        try (ImportLease lease = ImportLease.take(database, Clock.systemUTC())) {
            Map<String, String> ids = claim(first);
            rejectRefused(first, ids);
            new Managers(directory, ids).check(first);
            List<Report.Row> written = write(file, first.rejections(), ids, lease);
            return Report.of(
                    Stream.concat(first.rejections().rows(ids::get), written.stream()).toList());
        }
    }

    /** The participant ids of everybody the file is about, and of known managers outside of it. */
    private Map<String, String> claim(FirstReading first) {
        Set<String> named = new LinkedHashSet<>(first.externalIds());
        for (Candidate candidate : first.candidates()) {
            if (candidate.managerExternalId() != null) {
                named.add(candidate.managerExternalId());
            }
        }
        Map<String, String> ids = new ConcurrentHashMap<>();
        Bundles.of(named).forEach(bundle -> ids.putAll(directory.known(bundle)));
        List<String> unclaimed =
                first.externalIds().stream().filter(it -> !ids.containsKey(it)).toList();
        sideBySide.each(unclaimed, externalId -> ids.put(externalId, directory.claim(externalId)));
        return ids;
    }

    /**
     * Rows that would be refused when they are written: whom they are about stays as they are,
     * which the search for circles has to know.
     */
    private void rejectRefused(FirstReading first, Map<String, String> ids) {
        Bundles.of(first.candidates())
                .forEach(bundle -> {
                    Map<String, Candidate> rows =
                            bundle.stream()
                                    .collect(
                                            toMap(
                                                    row -> ids.getOrDefault(row.externalId(), ""),
                                                    row -> row));
                    Map<String, String> logins = new HashMap<>();
                    rows.forEach((id, row) -> logins.put(id, row.login()));
                    writer.refusals(logins)
                            .forEach((id, refusal) -> reject(first, rows.get(id), refusal));
                });
    }

    private static void reject(FirstReading first, @Nullable Candidate row, Refusal refusal) {
        if (row != null) {
            first.rejections()
                    .reject(
                            row.line(),
                            row.externalId(),
                            Problem.ofRow(refusal.code(), refusal.advice()));
        }
    }

    private List<Report.Row> write(
            PeopleFile file, Rejections rejections, Map<String, String> ids, ImportLease lease) {
        List<Report.Row> rows = new ArrayList<>();
        List<ReadRow.Good> bundle = new ArrayList<>();
        file.forEach(line -> {
            if (!rejections.contains(line.line())
                    && RowReader.read(line) instanceof ReadRow.Good good) {
                bundle.add(good);
            }
            if (bundle.size() == Bundles.SIZE) {
                lease.check();
                rows.addAll(writeBundle(bundle, ids));
                bundle.clear();
            }
        });
        lease.check();
        rows.addAll(writeBundle(bundle, ids));
        return rows;
    }

    private List<Report.Row> writeBundle(List<ReadRow.Good> bundle, Map<String, String> ids) {
        List<Entry> entries = bundle.stream().map(row -> entry(row.said(), ids)).toList();
        DirectoryWriter.Before before = writer.before(entries);
        List<Written> written = sideBySide.each(entries, entry -> writer.write(entry, before));
        List<Report.Row> rows = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            rows.add(reported(bundle.get(i).line(), entries.get(i).person(), written.get(i)));
        }
        return rows;
    }

    private Entry entry(HrRow said, Map<String, String> ids) {
        String id = ids.getOrDefault(said.externalId(), "");
        String manager =
                said.managerExternalId() == null ? null : ids.get(said.managerExternalId());
        MatchingProfile profile =
                new MatchingProfile(
                        id,
                        manager,
                        said.unit(),
                        said.level(),
                        said.zone(),
                        said.languages(),
                        said.strengths(),
                        said.growthAreas(),
                        said.availability(),
                        said.meeting());
        return new Entry(
                new Person(
                        id,
                        said.externalId(),
                        said.login(),
                        loginKeys.keyOf(said.login()),
                        Name.of(said.name()),
                        said.email(),
                        Work.of(profile),
                        Person.Standing.ACTIVE),
                profile);
    }

    private static Report.Row reported(int line, Person person, Written written) {
        return switch (written) {
            case Written.Created created -> row(line, person, Report.Outcome.CREATED);
            case Written.Updated updated -> row(line, person, Report.Outcome.UPDATED);
            case Written.Unchanged unchanged -> row(line, person, Report.Outcome.UNCHANGED);
            case Written.Refused(var refusal) ->
                    Report.Row.rejected(
                            line,
                            person.externalId(),
                            person.participantId(),
                            List.of(Problem.ofRow(refusal.code(), refusal.advice())));
        };
    }

    private static Report.Row row(int line, Person person, Report.Outcome outcome) {
        return Report.Row.written(line, person.externalId(), person.participantId(), outcome);
    }
}
