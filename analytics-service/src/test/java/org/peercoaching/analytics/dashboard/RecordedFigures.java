package org.peercoaching.analytics.dashboard;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.peercoaching.analytics.calendar.Grain;
import org.peercoaching.analytics.calendar.Period;
import org.peercoaching.analytics.metric.Measure;
import org.peercoaching.analytics.metric.Metric;
import org.peercoaching.analytics.metric.Metrics;
import org.peercoaching.analytics.metric.Nature;
import org.peercoaching.analytics.program.Tree;
import tools.jackson.databind.json.JsonMapper;

/** Figures like those of a program of some 470 people in its seventh month. */
final class RecordedFigures {

    private static final JsonMapper JSON = new JsonMapper();
    private static final LocalDate TODAY = LocalDate.ofInstant(RecordedApi.NOW, ZoneOffset.UTC);
    private static final List<String> DEPARTMENTS =
            List.of("/engineering", "/finance", "/operations", "/sales");
    private static final List<String> TEAMS = List.of("data", "legal", "north", "platform");
    private static final String TOO_SMALL = "/legal";
    private static final String MONTH_OF_THE_START = "2026-06";

    /** Of a month of the whole organization. */
    private static final Map<String, Double> TYPICAL =
            Map.ofEntries(
                    Map.entry("enrolled", 460.0),
                    Map.entry("ready", 54.0),
                    Map.entry("matched", 380.0),
                    Map.entry("match_rate", .84),
                    Map.entry("time_to_match", 8.4),
                    Map.entry("sessions_held", 420.0),
                    Map.entry("completion_rate", .82),
                    Map.entry("coaching_hours", 405.5),
                    Map.entry("active_relationships", 188.0),
                    Map.entry("reciprocity_index", .93),
                    Map.entry("goals_set", 61.0),
                    Map.entry("goals_achieved", 32.0),
                    Map.entry("feedback_response_rate", .74),
                    Map.entry("usefulness", 4.21));

    private static final Map<String, Integer> STAGES =
            Map.of(
                    "applied", 560,
                    "approved", 560,
                    "oriented", 522,
                    "charter-accepted", 509,
                    "ready", 498,
                    "matched", 442,
                    "first-session", 421,
                    "third-session", 363,
                    "completed", 38);

    private RecordedFigures() {}

    static String programs() {
        List<String> units =
                Stream.concat(
                                Stream.of("/"),
                                DEPARTMENTS.stream()
                                        .flatMap(unit ->
                                                Stream.concat(
                                                        Stream.of(unit), below(unit).stream())))
                        .toList();
        return JSON.writeValueAsString(
                Map.of(
                        "today",
                        TODAY.toString(),
                        "programs",
                        Stream.of("peer-coaching-2026", "pilot")
                                .map(program ->
                                        Map.of(
                                                "programId",
                                                program,
                                                "open",
                                                true,
                                                "firstDay",
                                                "2026-03-02",
                                                "startsAt",
                                                "2026-03-02T08:00:00Z",
                                                "endsAt",
                                                "2026-12-31T22:59:59Z",
                                                "units",
                                                units))
                                .toList()));
    }

    static String catalogue() {
        return JSON.writeValueAsString(
                Map.of(
                        "metrics",
                        Metrics.all().stream()
                                .map(metric ->
                                        Map.of(
                                                "key", metric.key(),
                                                "text", metric.definition(),
                                                "measuredIn", metric.unit(),
                                                "instant", metric.nature() == Nature.STOCK,
                                                "live", metric.live(),
                                                "leastPeople", metric.leastPeople()))
                                .toList()));
    }

    static String answer(Map<String, String> asked) {
        String unit = asked.get("unit");
        List<String> units = asked.containsKey("groupBy") ? below(unit) : List.of(unit);
        Grain grain = Grain.valueOf(asked.get("period").toUpperCase(Locale.ROOT));
        List<Period> periods =
                Period.between(
                        grain,
                        LocalDate.parse(asked.get("from")),
                        LocalDate.parse(asked.get("to")));
        List<Map<String, Object>> series =
                Stream.of(asked.get("metric").split(","))
                        .map(key -> Metrics.byKey(key).orElseThrow())
                        .flatMap(metric ->
                                units.stream()
                                        .flatMap(each ->
                                                metric.measures().stream()
                                                        .map(measure ->
                                                                series(
                                                                        metric, measure, each,
                                                                        periods))))
                        .toList();
        return JSON.writeValueAsString(
                Map.of(
                        "asOf", RecordedApi.NOW.toString(),
                        "today", TODAY.toString(),
                        "lag", Map.of("seconds", 3, "events", 0),
                        "program", asked.get("program"),
                        "period", grain.word(),
                        "series", series));
    }

    private static List<String> below(String unit) {
        return switch (Tree.depth(unit)) {
            case 0 -> DEPARTMENTS;
            case 1 -> TEAMS.stream().map(team -> unit + "/" + team).toList();
            default -> List.of();
        };
    }

    private static Map<String, Object> series(
            Metric metric, Measure measure, String unit, List<Period> periods) {
        return Map.of(
                "metric", metric.key(),
                "part", measure.part(),
                "unit", unit,
                "measuredIn", metric.unit(),
                "counting", unit.equals("/") ? metric.counting() : metric.countingByUnit(),
                "figures",
                        periods.stream()
                                .map(period -> figure(metric, measure, unit, period))
                                .toList());
    }

    private static Map<String, Object> figure(
            Metric metric, Measure measure, String unit, Period period) {
        boolean live = metric.live() && unit.equals("/");
        String state =
                !live && period.closesOn().isAfter(TODAY)
                        ? "not-released"
                        : unit.endsWith(TOO_SMALL) ? "suppressed" : "shown";
        return Map.of(
                "period", period.label(),
                "from", period.first().toString(),
                "to", period.last().toString(),
                "state", state,
                "values",
                        state.equals("shown")
                                ? Map.of(
                                        metric.values().getFirst(),
                                        value(metric, measure, unit, period))
                                : Map.of(),
                "missing", List.of());
    }

    private static double value(Metric metric, Measure measure, String unit, Period period) {
        if (metric.key().equals("funnel")) {
            return period.label().equals(MONTH_OF_THE_START) ? STAGES.get(measure.part()) : 0;
        }
        double typical = TYPICAL.get(metric.key());
        boolean share = metric.values().contains("n") || metric.unit().equals("days");
        double part = share ? 1 : unit.equals("/") ? 1 : unit.lastIndexOf('/') == 0 ? .24 : .06;
        double time =
                metric.nature() == Nature.FLOW && !share && period.grain() == Grain.WEEK ? .25 : 1;
        int step = Math.floorMod((unit + metric.key() + period.label()).hashCode(), 17) - 8;
        double move =
                metric.nature() == Nature.STOCK
                        ? period.first().getDayOfYear() / 12000.0
                        : step / (share ? 100.0 : 40.0);
        double value = typical * part * time * (1 + move);
        return share ? value : Math.round(value);
    }
}
