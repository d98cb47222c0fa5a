package org.peercoaching.matching.engine.score;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.peercoaching.matching.engine.Candidate;
import org.peercoaching.matching.engine.Candidate.GrowthArea;
import org.peercoaching.matching.engine.Candidate.Meeting;
import org.peercoaching.matching.engine.Policy;

/**
 * The people of a cohort as numbers, by index. Skills, languages and units are numbered from 0.
 * Nobody may change the arrays.
 */
public final class Profiles {

    /** How many words of 64 quarter hours a week has. */
    public static final int WEEK_WORDS = 11;

    private final byte[] levels;
    private final int[] units;
    private final int[][] paths;
    private final int[][] languages;
    private final int[][] strengths;
    private final int[][] wants;
    private final int[] importance;
    private final Meeting[] meetings;
    private final long[] time;
    private final int[][] superiors;
    private final int[][] keptApart;
    private final boolean[] focus;
    private final int languageCount;

    Profiles(List<Candidate> people, Map<String, Integer> indices, Policy policy) {
        int size = people.size();
        levels = new byte[size];
        units = new int[size];
        languages = new int[size][];
        strengths = new int[size][];
        wants = new int[size][];
        importance = new int[size];
        meetings = new Meeting[size];
        time = new long[size * WEEK_WORDS];
        superiors = new int[size][];
        keptApart = new int[size][];
        Map<String, Integer> skills = new HashMap<>();
        Map<String, Integer> tongues = new HashMap<>();
        Map<String, Integer> unitNumbers = new HashMap<>();
        for (int i = 0; i < size; i++) {
            Candidate person = people.get(i);
            levels[i] = (byte) person.level();
            units[i] = number(unitNumbers, person.unit());
            languages[i] =
                    person.languages().stream()
                            .mapToInt(language -> number(tongues, language))
                            .toArray();
            strengths[i] = strengths(person, skills);
            wants[i] = wants(person.growthAreas(), skills);
            importance[i] = IntStream.of(wants[i]).map(Profiles::importanceOf).sum();
            meetings[i] = person.meeting();
            System.arraycopy(person.time().toWords(), 0, time, i * WEEK_WORDS, WEEK_WORDS);
            superiors[i] = known(person.superiors(), indices);
            keptApart[i] = known(person.keptApart(), indices);
        }
        languageCount = tongues.size();
        paths = paths(unitNumbers);
        focus = new boolean[skills.size()];
        policy.focusSkills().stream()
                .filter(skills::containsKey)
                .forEach(skill -> focus[number(skills, skill)] = true);
    }

    private static int number(Map<String, Integer> numbers, String name) {
        return numbers.computeIfAbsent(name, any -> numbers.size());
    }

    private static int[] strengths(Candidate person, Map<String, Integer> skills) {
        return person.strengths().entrySet().stream()
                .mapToInt(entry -> entry(number(skills, entry.getKey()), entry.getValue(), 0))
                .sorted()
                .toArray();
    }

    private static int[] wants(List<GrowthArea> areas, Map<String, Integer> skills) {
        return IntStream.range(0, areas.size())
                .map(place ->
                        entry(
                                number(skills, areas.get(place).skill()),
                                areas.get(place).level(),
                                Points.importance(place)))
                .sorted()
                .toArray();
    }

    private static int[] known(Set<String> ids, Map<String, Integer> indices) {
        return ids.stream()
                .mapToInt(id -> indices.getOrDefault(id, -1))
                .filter(index -> index >= 0)
                .sorted()
                .toArray();
    }

    private static int[][] paths(Map<String, Integer> units) {
        Map<String, Integer> numbers = new HashMap<>();
        int[][] paths = new int[units.size()][];
        units.forEach((unit, number) -> paths[number] = path(unit, numbers));
        return paths;
    }

    private static int[] path(String unit, Map<String, Integer> numbers) {
        if (unit.equals("/")) {
            return new int[0];
        }
        int depth = (int) unit.chars().filter(c -> c == '/').count();
        int[] path = new int[depth];
        for (int i = 0, end = 0; i < depth; i++) {
            end = unit.indexOf('/', end + 1);
            path[i] = number(numbers, end < 0 ? unit : unit.substring(0, end));
        }
        return path;
    }

    private static int entry(int skill, int level, int importance) {
        return skill << 6 | level << 3 | importance;
    }

    /** The skill of one of somebody's strengths or growth areas. */
    public static int skillOf(int entry) {
        return entry >> 6;
    }

    /** The level, 1 to 5, of one of somebody's strengths or growth areas. */
    public static int levelOf(int entry) {
        return entry >> 3 & 7;
    }

    /** How much one of somebody's growth areas counts among theirs, 1 to 3. */
    public static int importanceOf(int want) {
        return want & 7;
    }

    /** How many people there are. */
    public int size() {
        return levels.length;
    }

    /** How many skills somebody has or wants. */
    public int skills() {
        return focus.length;
    }

    /** How many languages somebody speaks. */
    public int languages() {
        return languageCount;
    }

    /** Somebody's seniority level. */
    public int level(int index) {
        return levels[index];
    }

    /** Somebody's org unit. */
    public int unit(int index) {
        return units[index];
    }

    /** A unit and all units above it, from the top. */
    public int[] path(int unit) {
        return paths[unit];
    }

    /** Somebody's languages, best first. */
    public int[] languages(int index) {
        return languages[index];
    }

    /** Somebody's strengths, by skill. */
    public int[] strengths(int index) {
        return strengths[index];
    }

    /** Somebody's growth areas, by skill. */
    public int[] wants(int index) {
        return wants[index];
    }

    /** How much all of somebody's growth areas count together. */
    public int importance(int index) {
        return importance[index];
    }

    /** Whether the program is about a skill. */
    public boolean isFocus(int skill) {
        return focus[skill];
    }

    /** How somebody likes to meet. */
    public Meeting meeting(int index) {
        return meetings[index];
    }

    /** Whether there is a way to meet that both like. */
    public static boolean alike(Meeting one, Meeting other) {
        return one == other || one == Meeting.EITHER || other == Meeting.EITHER;
    }

    /** A word of the quarter hours in which somebody has time. */
    public long time(int index, int word) {
        return time[index * WEEK_WORDS + word];
    }

    /** Those above somebody, ascending. */
    public int[] superiors(int index) {
        return superiors[index];
    }

    /** Those somebody is kept apart from, ascending; one of the two knows of it, maybe both. */
    public int[] keptApart(int index) {
        return keptApart[index];
    }

    /** How many levels two org units have in common, from the top. */
    public int commonUnits(int one, int other) {
        int[] mine = paths[one];
        int[] theirs = paths[other];
        int shorter = Math.min(mine.length, theirs.length);
        int common = 0;
        while (common < shorter && mine[common] == theirs[common]) {
            common++;
        }
        return common;
    }

    /** How many levels the lower one of two org units has. */
    public int longestPath(int one, int other) {
        return Math.max(paths[one].length, paths[other].length);
    }
}
