package org.peercoaching.analytics.query;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peercoaching.analytics.calendar.Grain;
import org.peercoaching.analytics.calendar.Period;
import org.peercoaching.analytics.metric.Metric;
import org.peercoaching.analytics.metric.Metrics;
import org.peercoaching.analytics.metric.Nature;
import org.peercoaching.analytics.program.Program;
import org.peercoaching.analytics.program.Tree;
import org.peercoaching.events.Code;
import org.peercoaching.kit.decision.Refusal;
import org.peercoaching.kit.decision.RefusedException;

/** Makes questions of what was asked, or says what is wrong with it. */
final class Questions {

    /** So many figures at most in one answer. */
    static final int MOST_FIGURES = 5_000;

    /** So many days of so many units at most are added up for one answer. */
    static final int MOST_CELLS = 100_000;

    private static final Pattern UNIT = Pattern.compile(Code.ORG_UNIT);
    private static final int MOST_DEPTH = 12;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;

    private Questions() {}

    /**
     * What was asked, as it came.
     *
     * @param metric keys, divided by commas
     * @param groupBy {@code unit} for a series per unit below; null for one series
     * @param depth how many steps below
     */
    record Asked(
            String metric,
            String program,
            String unit,
            String from,
            String to,
            String period,
            @Nullable String groupBy,
            int depth) {}

    static List<Metric> metrics(String keys) {
        List<Metric> metrics =
                Arrays.stream(keys.split(",", -1))
                        .map(String::strip)
                        .distinct()
                        .map(key ->
                                Metrics.byKey(key)
                                        .orElseThrow(() ->
                                                invalid(
                                                        "unknown-metric",
                                                        "There is no such metric. GET /api/analytics/v1/metrics lists all.")))
                        .toList();
        return metrics;
    }

    static String unit(String path) {
        if (!UNIT.matcher(path).matches()) {
            throw invalid("invalid-unit", "unit must be a path such as /engineering/platform.");
        }
        return path;
    }

    static Grain grain(String word) {
        return Arrays.stream(Grain.values())
                .filter(grain -> grain.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        invalid("unknown-period", "period must be day, week, month or quarter."));
    }

    static LocalDate date(String name, String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (DateTimeParseException e) {
            throw invalid("invalid-date", name + " must be a date such as 2026-06-01 (ISO 8601).");
        }
        throw invalid("invalid-date", name + " must be a date from 2000 to 2199.");
    }

    static List<Period> periods(Asked asked) {
        LocalDate from = date("from", asked.from());
        LocalDate to = date("to", asked.to());
        if (to.isBefore(from)) {
            throw invalid("reversed-period", "from must not be after to.");
        }
        // Before any list is made of it: a question for centuries must cost nothing.
        if (from.plusDays(MOST_FIGURES).isBefore(to)) {
            throw tooCostly();
        }
        return Period.between(grain(asked.period()), from, to);
    }

    /** The units that are asked about, of those that are known in the program. */
    static List<String> units(Asked asked, Set<String> known) {
        String unit = unit(asked.unit());
        Set<String> all = Tree.withAncestors(known);
        if (!unit.equals(Tree.ROOT) && !all.contains(unit)) {
            throw new RefusedException(
                    Refusal.notFound(
                            "no-such-unit",
                            "The program has nobody in such a unit. GET /api/analytics/v1/programs lists its units."));
        }
        if (asked.groupBy() == null) {
            return List.of(unit);
        }
        if (!asked.groupBy().equals("unit")) {
            throw invalid("unknown-group", "groupBy must be unit.");
        }
        if (asked.depth() < 1 || asked.depth() > MOST_DEPTH) {
            throw invalid("invalid-depth", "depth must be from 1 to 12.");
        }
        int depth = Tree.depth(unit) + asked.depth();
        return all.stream()
                .filter(each -> Tree.isWithin(each, unit) && Tree.depth(each) == depth)
                .sorted()
                .toList();
    }

    static Question question(Asked asked, Program program, Set<String> knownUnits) {
        Question question =
                new Question(
                        program,
                        metrics(asked.metric()),
                        units(asked, knownUnits),
                        grain(asked.period()),
                        periods(asked));
        refuseDaysUnlessLive(question);
        refuseCostly(question, knownUnits.size());
        return question;
    }

    private static void refuseDaysUnlessLive(Question question) {
        boolean live =
                question.units().equals(List.of(Tree.ROOT))
                        && question.metrics().stream().allMatch(Metric::live);
        if (question.grain() == Grain.DAY && !live) {
            throw invalid(
                    "days-only-of-whole-programs",
                    "Days exist only for counts of a whole program. Ask for weeks, months or quarters, or leave unit and groupBy out; GET /api/analytics/v1/metrics says which metrics are live.");
        }
    }

    private static void refuseCostly(Question question, int knownUnits) {
        long measures =
                question.metrics().stream().mapToLong(metric -> metric.measures().size()).sum();
        long figures = measures * question.units().size() * question.periods().size();
        if (figures > MOST_FIGURES) {
            throw tooCostly();
        }
        if (question.units().contains(Tree.ROOT)) {
            long cells =
                    question.metrics().stream()
                                    .filter(Metric::live)
                                    .map(metric -> metric.family() + "/" + metric.nature())
                                    .distinct()
                                    .count()
                            * days(question)
                            * (knownUnits + 1);
            if (cells > MOST_CELLS) {
                throw tooCostly();
            }
        }
    }

    private static long days(Question question) {
        boolean stock =
                question.metrics().stream().anyMatch(metric -> metric.nature() == Nature.STOCK);
        Period first = Period.of(Grain.QUARTER, question.periods().getFirst().first());
        LocalDate from =
                stock && question.program().firstDay().isBefore(first.first())
                        ? question.program().firstDay()
                        : first.first();
        return question.periods().getLast().last().toEpochDay() - from.toEpochDay() + 1;
    }

    private static RefusedException tooCostly() {
        return invalid(
                "too-costly",
                "The answer would have too many figures or add up too many days. Ask for fewer metrics or units, a shorter time, or longer periods.");
    }

    private static RefusedException invalid(String code, String advice) {
        return new RefusedException(Refusal.invalid(code, advice));
    }

    /** Metric keys of a question, for the audit. */
    static String keys(Question question) {
        return question.metrics().stream().map(Metric::key).collect(Collectors.joining(","));
    }
}
