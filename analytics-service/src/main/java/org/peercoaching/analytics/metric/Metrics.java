package org.peercoaching.analytics.metric;

import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.peercoaching.analytics.cell.Family;

/** The catalogue. */
public final class Metrics {

    /** So many people at least stand behind a figure; an organization may want more. */
    public static final int K = 5;

    /** So many behind one that tells how people are spread. */
    private static final int K_OF_DISTRIBUTIONS = 8;

    private static final List<String> VALUE = List.of(Formulas.VALUE);
    private static final List<String> VALUE_AND_N = List.of(Formulas.VALUE, Formulas.N);

    private static final List<String> STAGES =
            List.of(
                    "applied",
                    "approved",
                    "oriented",
                    "charter-accepted",
                    "ready",
                    "matched",
                    "first-session",
                    "third-session",
                    "completed");

    private static final List<Metric> ALL =
            List.of(
                    people(
                            "enrolled",
                            "People with an enrollment that is neither withdrawn nor erased, at an instant."),
                    people(
                            "ready",
                            "Of the enrolled: oriented, charter accepted, not paused, in no open relationship, at an instant."),
                    people(
                            "matched",
                            "People in at least one open relationship, at an instant; a person in two counts once."),
                    new Metric(
                            "match_rate",
                            1,
                            "Matched / (ready + matched), at an instant.",
                            "share",
                            "people",
                            "people",
                            Family.PEOPLE,
                            Nature.STOCK,
                            true,
                            K,
                            VALUE_AND_N,
                            whole(
                                    Formulas.share("matched", "ready", "matched"),
                                    "ready",
                                    "matched")),
                    new Metric(
                            "time_to_match",
                            1,
                            "Days from ready to matched of the first waits that began in the period: Kaplan–Meier, median and p90. People still waiting are censored when the period is released.",
                            "days",
                            "people",
                            "people",
                            Family.WAIT,
                            Nature.FLOW,
                            false,
                            K_OF_DISTRIBUTIONS,
                            List.of("median", "p90", Formulas.N),
                            whole(Formulas.waits(), "waits")),
                    new Metric(
                            "sessions_held",
                            1,
                            "Sessions that took place, by their own start; a moved session counts once, at its last time.",
                            "sessions",
                            "sessions",
                            "seats",
                            Family.SESSION,
                            Nature.FLOW,
                            true,
                            K,
                            VALUE,
                            whole(Formulas.count("held"), "held")),
                    new Metric(
                            "completion_rate",
                            1,
                            "Held / (held + missed + cancelled late), by the session's own start.",
                            "share",
                            "sessions",
                            "seats",
                            Family.SESSION,
                            Nature.FLOW,
                            false,
                            K,
                            VALUE_AND_N,
                            whole(
                                    Formulas.share("held", "held", "missed", "cancelled-late"),
                                    "planned",
                                    "held")),
                    new Metric(
                            "coaching_hours",
                            1,
                            "Minutes in which somebody was coached / 60, by the session's own start.",
                            "hours",
                            "minutes",
                            "minutes",
                            Family.SESSION,
                            Nature.FLOW,
                            true,
                            K,
                            VALUE,
                            whole(Formulas.hours("coached-minutes"), "held")),
                    new Metric(
                            "reciprocity_index",
                            1,
                            "Per person over the enrollment so far: 1 − |minutes as coach − minutes as coachee| / (sum of both); mean over people with at least 60 minutes.",
                            "index from 0 to 1",
                            "people",
                            "people",
                            Family.RECIPROCITY,
                            Nature.STOCK,
                            false,
                            K,
                            VALUE_AND_N,
                            whole(Formulas.meanOfMillionths("millionths", "balanced"), "balanced")),
                    new Metric(
                            "active_relationships",
                            1,
                            "Open relationships with a held session in the last 2 cadences (at least 30 days), at an instant.",
                            "relationships",
                            "relationships",
                            "seats",
                            Family.RELATIONSHIP,
                            Nature.STOCK,
                            true,
                            K,
                            VALUE,
                            whole(Formulas.count("active"), "active")),
                    goals("goals_set", "set", "Goals set, by event time."),
                    goals("goals_achieved", "achieved", "Goals achieved, by event time."),
                    new Metric(
                            "feedback_response_rate",
                            1,
                            "Of the requests whose window closed in the period, the share answered.",
                            "share",
                            "requests",
                            "requests",
                            Family.EXCHANGE,
                            Nature.FLOW,
                            false,
                            K,
                            VALUE_AND_N,
                            whole(
                                    (totals, asOf) ->
                                            Formulas.ratio(
                                                    totals.count("answered"),
                                                    totals.count("asked")),
                                    "asked")),
                    new Metric(
                            "usefulness",
                            1,
                            "Mean of the ratings 1–5 with n, from published tallies; by the givers' unit and the week in which the request's window ends.",
                            "rating from 1 to 5",
                            "answers",
                            "answers",
                            Family.TALLY,
                            Nature.FLOW,
                            false,
                            K,
                            VALUE_AND_N,
                            whole(Formulas.meanRating("useful"), "givers")),
                    new Metric(
                            "funnel",
                            1,
                            "People who first reached a stage in the period, by stage.",
                            "people",
                            "people",
                            "people",
                            Family.FUNNEL,
                            Nature.FLOW,
                            true,
                            K,
                            VALUE,
                            STAGES.stream()
                                    .map(stage ->
                                            new Measure(
                                                    stage, List.of(stage), Formulas.count(stage)))
                                    .toList()));

    private static final Map<String, Metric> BY_KEY =
            ALL.stream()
                    .collect(
                            toMap(
                                    Metric::key,
                                    Function.identity(),
                                    (one, other) -> one,
                                    LinkedHashMap::new));

    private Metrics() {}

    /** All metrics. */
    public static List<Metric> all() {
        return ALL;
    }

    /** The metric of a key. */
    public static Optional<Metric> byKey(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    private static Metric people(String key, String definition) {
        return new Metric(
                key,
                1,
                definition,
                "people",
                "people",
                "people",
                Family.PEOPLE,
                Nature.STOCK,
                true,
                K,
                VALUE,
                whole(Formulas.count(key), key));
    }

    private static Metric goals(String key, String what, String definition) {
        return new Metric(
                key,
                1,
                definition,
                "goals",
                "goals",
                "goals",
                Family.GOAL,
                Nature.FLOW,
                true,
                K,
                VALUE,
                whole(Formulas.count(what), what));
    }

    private static List<Measure> whole(Measure.Formula formula, String... people) {
        return List.of(new Measure("", List.of(people), formula));
    }
}
