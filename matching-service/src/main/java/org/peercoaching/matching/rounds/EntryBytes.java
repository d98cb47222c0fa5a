package org.peercoaching.matching.rounds;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.Member;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Candidate.GrowthArea;
import org.peercoaching.matching.engine.WeekTime;

/**
 * The one way in which the people of a round are written: equal people give equal bytes, whatever
 * the order of their sets. Fingerprints are taken of it, so it never changes but with its version.
 */
final class EntryBytes {

    private static final int VERSION = 1;

    /** What many people have in common is read once and shared. */
    private final Map<Object, Object> shared = new HashMap<>();

    /** Some people as bytes. */
    static byte[] written(List<Entry> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024 * entries.size());
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeInt(entries.size());
            for (Entry entry : entries) {
                write(out, entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Entry entry) throws IOException {
        out.writeUTF(entry.seat().participantId());
        out.writeUTF(entry.seat().enrollmentId());
        out.writeUTF(entry.seat().unit());
        out.writeUTF(entry.zone());
        Candidate candidate = entry.candidate();
        out.writeBoolean(candidate != null);
        if (candidate != null) {
            write(out, candidate);
        }
    }

    private static void write(DataOutputStream out, Candidate candidate) throws IOException {
        out.writeUTF(candidate.unit());
        out.writeByte(candidate.level());
        write(out, candidate.languages());
        out.writeInt(candidate.strengths().size());
        for (Map.Entry<String, Integer> strength :
                new TreeMap<>(candidate.strengths()).entrySet()) {
            out.writeUTF(strength.getKey());
            out.writeByte(strength.getValue());
        }
        out.writeInt(candidate.growthAreas().size());
        for (GrowthArea area : candidate.growthAreas()) {
            out.writeUTF(area.skill());
            out.writeByte(area.level());
        }
        out.writeUTF(candidate.meeting().name());
        for (long word : candidate.time().toWords()) {
            out.writeLong(word);
        }
        write(out, candidate.superiors().stream().sorted().toList());
        write(out, candidate.keptApart().stream().sorted().toList());
        out.writeInt(candidate.waited());
    }

    private static void write(DataOutputStream out, Collection<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    /** The people that were written so. */
    List<Entry> read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IllegalStateException("Entries of version " + version);
            }
            int size = in.readInt();
            List<Entry> entries = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                entries.add(entry(in));
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Entry entry(DataInputStream in) throws IOException {
        Member seat = new Member(text(in), text(in), text(in));
        String zone = text(in);
        return new Entry(seat, zone, in.readBoolean() ? candidate(in, seat) : null);
    }

    private @Nullable Candidate candidate(DataInputStream in, Member seat) throws IOException {
        return new Candidate(
                seat.participantId(),
                text(in),
                in.readByte(),
                same(texts(in)),
                same(strengths(in)),
                same(areas(in)),
                Candidate.Meeting.valueOf(in.readUTF()),
                same(time(in)),
                same(Set.copyOf(texts(in))),
                same(Set.copyOf(texts(in))),
                in.readInt());
    }

    private Map<String, Integer> strengths(DataInputStream in) throws IOException {
        int size = in.readInt();
        Map<String, Integer> strengths = LinkedHashMap.newLinkedHashMap(size);
        for (int i = 0; i < size; i++) {
            strengths.put(text(in), (int) in.readByte());
        }
        return Map.copyOf(strengths);
    }

    private List<GrowthArea> areas(DataInputStream in) throws IOException {
        int size = in.readInt();
        List<GrowthArea> areas = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            areas.add(new GrowthArea(text(in), in.readByte()));
        }
        return List.copyOf(areas);
    }

    private static WeekTime time(DataInputStream in) throws IOException {
        long[] words = new long[WeekTime.WORDS];
        for (int i = 0; i < words.length; i++) {
            words[i] = in.readLong();
        }
        return WeekTime.ofWords(words);
    }

    private List<String> texts(DataInputStream in) throws IOException {
        int size = in.readInt();
        List<String> texts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            texts.add(text(in));
        }
        return List.copyOf(texts);
    }

    private String text(DataInputStream in) throws IOException {
        return same(in.readUTF());
    }

    @SuppressWarnings("unchecked")
    private <T> T same(T value) {
        return (T) shared.computeIfAbsent(value, any -> any);
    }
}
