package org.peercoaching.testkit.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peercoaching.events.PublishedEvent;
import org.peercoaching.events.SessionEvent.Status;
import tools.jackson.databind.JsonNode;

/**
 * Holds answers of the query API against a {@link Recount}: every figure that is shown must be the
 * one of the catalogue's definition, as of the instant that it names, and enough distinct people
 * must stand behind it.
 */
public final class RecountedFigures {

    private static final int K = 5;
    private static final int K_OF_DISTRIBUTIONS = 8;

    private static final Set<Status> HELD = Set.of(Status.REPORTED, Status.CONFIRMED);
    private static final double ROUNDING = 1e-6;
    private static final double MINUTES_PER_HOUR = 60;
    private static final double MILLION = 1_000_000;

    private final List<PublishedEvent> events;
    private final ZoneId zone;
    private final Map<Instant, Recount> recounts = new HashMap<>();

    /**
     * Figures of events.
     *
     * @param events of one program, in any order, repeats included
     * @param zone the organization's reporting zone
     */
    public RecountedFigures(Collection<PublishedEvent> events, ZoneId zone) {
        this.events = List.copyOf(events);
        this.zone = zone;
    }

    /**
     * Compares every figure that an answer shows.
     *
     * @return how many it shows, by metric
     */
    public Map<String, Long> assertEqual(JsonNode answer) {
        Map<String, Long> shown = new HashMap<>();
        Instant now = Instant.parse(answer.path("asOf").asString());
        for (JsonNode series : answer.path("series")) {
            String metric = series.path("metric").asString();
            for (JsonNode figure : series.path("figures")) {
                if (figure.path("state").asString().equals("shown")) {
                    shown.merge(metric, 1L, Long::sum);
                    compare(series, figure, now);
                } else {
                    assertThat(figure.path("values").size()).as("%s", figure).isZero();
                }
            }
        }
        return shown;
    }

    private void compare(JsonNode series, JsonNode figure, Instant now) {
        String metric = series.path("metric").asString();
        String part = series.path("part").asString();
        Instant asOf =
                figure.path("asOf").isNull() ? now : Instant.parse(figure.path("asOf").asString());
        Cut cut =
                new Cut(
                        recounts.computeIfAbsent(asOf, this::recount),
                        series.path("unit").asString(),
                        day(figure, "from"),
                        day(figure, "holdsOn"),
                        LocalDate.ofInstant(asOf, zone));
        Map<String, Double> expected = cut.figure(metric, part);
        String which =
                "%s %s of %s: %s".formatted(metric, part, series.path("unit").asString(), figure);
        Map<String, Double> answered = new HashMap<>();
        figure.path("values")
                .properties()
                .forEach(value -> answered.put(value.getKey(), value.getValue().asDouble()));
        assertThat(cut.fewest(metric, part))
                .as("people behind %s", which)
                .isGreaterThanOrEqualTo(metric.equals("time_to_match") ? K_OF_DISTRIBUTIONS : K);
        assertThat(answered).as(which).containsOnlyKeys(expected.keySet());
        expected.forEach((name, value) ->
                assertThat(answered.get(name)).as(which).isCloseTo(value, within(ROUNDING)));
    }

    private Recount recount(Instant asOf) {
        return new Recount(
                events.stream().filter(event -> !event.time().isAfter(asOf)).toList(), zone);
    }

    private static LocalDate day(JsonNode figure, String name) {
        return LocalDate.parse(figure.path(name).asString());
    }

    /**
     * A unit with all below it, or the whole program, from one day to another.
     *
     * @param asOf the day on which it was looked at
     */
    private record Cut(
            Recount recount, String unit, LocalDate first, LocalDate last, LocalDate asOf) {

        Map<String, Double> figure(String metric, String part) {
            return switch (metric) {
                case "enrolled", "ready", "matched" -> value(people(metric).size());
                case "match_rate" -> {
                    long matched = people("matched").size();
                    yield ratio(matched, matched + people("ready").size());
                }
                case "time_to_match" -> waits();
                case "sessions_held" -> value(sessions(HELD));
                case "completion_rate" ->
                        ratio(
                                sessions(HELD),
                                sessions(HELD)
                                        + sessions(Set.of(Status.MISSED, Status.CANCELLED_LATE)));
                case "coaching_hours" -> value(coachedMinutes() / MINUTES_PER_HOUR);
                case "reciprocity_index" -> {
                    List<Long> balances = ofUnits(each -> recount.balances(each, last)).toList();
                    yield ratio(
                            balances.stream().mapToLong(Long::longValue).sum() / MILLION,
                            balances.size());
                }
                case "active_relationships" -> value(sum(each -> recount.active(each, last)));
                case "goals_set", "goals_achieved" ->
                        value(
                                perDay((each, day) ->
                                        recount.goals(metric.equals("goals_achieved"), each, day)));
                case "feedback_response_rate" ->
                        ratio(
                                perDay((each, day) -> recount.requests(true, each, day)),
                                perDay((each, day) -> recount.requests(false, each, day)));
                case "usefulness" ->
                        ratio(
                                IntStream.rangeClosed(1, 5).mapToLong(it -> it * ratings(it)).sum(),
                                IntStream.rangeClosed(1, 5).mapToLong(this::ratings).sum());
                case "funnel" -> value(perDay((each, day) -> recount.stage(part, each, day)));
                default -> throw new IllegalArgumentException("No recount of " + metric);
            };
        }

        /**
         * How many distinct people stand behind a figure; behind the smaller number of a share
         * whose two numbers are metrics.
         */
        long fewest(String metric, String part) {
            return switch (metric) {
                case "enrolled", "ready", "matched" -> people(metric).size();
                case "match_rate" -> Math.min(people("ready").size(), people("matched").size());
                case "time_to_match" -> everyDay(recount::waiting);
                case "sessions_held", "coaching_hours", "completion_rate" ->
                        together(each -> recount.peopleInSessions(HELD, each, first, last)).size();
                case "reciprocity_index" ->
                        together(each -> recount.balancesByPerson(each, last).keySet()).size();
                case "active_relationships" ->
                        together(each -> recount.activeMembers(each, last)).size();
                case "goals_set" -> everyDay((each, day) -> recount.goalOwners(false, each, day));
                case "goals_achieved" ->
                        everyDay((each, day) -> recount.goalOwners(true, each, day));
                case "feedback_response_rate" -> everyDay(recount::asked);
                case "usefulness" ->
                        first.datesUntil(last.plusDays(1))
                                .flatMapToLong(day ->
                                        units().stream()
                                                .mapToLong(each -> recount.givers(each, day)))
                                .max()
                                .orElse(0);
                case "funnel" -> everyDay((each, day) -> recount.reaching(part, each, day));
                default -> throw new IllegalArgumentException("No recount of " + metric);
            };
        }

        private interface PeopleOfDay {
            Set<String> of(@Nullable String unit, LocalDate day);
        }

        private long everyDay(PeopleOfDay people) {
            Set<String> all = new HashSet<>();
            first.datesUntil(last.plusDays(1))
                    .forEach(day -> all.addAll(together(each -> people.of(each, day))));
            return all.size();
        }

        private Set<String> together(Function<@Nullable String, Set<String>> question) {
            Set<String> people = new HashSet<>();
            units().forEach(each -> people.addAll(question.apply(each)));
            return people;
        }

        private Set<String> people(String status) {
            return together(each -> recount.people(status, each, last));
        }

        private long sessions(Set<Status> outcomes) {
            return perDay((each, day) -> recount.sessions(outcomes, each, day));
        }

        private long coachedMinutes() {
            return perDay((each, day) -> recount.coachedMinutes(each, day));
        }

        private long ratings(int rating) {
            return perDay((each, day) -> recount.useful(rating, each, day));
        }

        /** The units that add up to it. The whole is taken as such: there sessions count once. */
        private List<@Nullable String> units() {
            List<@Nullable String> units = new ArrayList<>();
            if (unit.equals("/")) {
                units.add(null);
            } else {
                recount.units().stream()
                        .filter(each -> each.equals(unit) || each.startsWith(unit + "/"))
                        .forEach(units::add);
            }
            return units;
        }

        private <T> Stream<T> ofUnits(Function<@Nullable String, List<T>> question) {
            return units().stream().flatMap(each -> question.apply(each).stream());
        }

        private long sum(ToLongFunction<@Nullable String> question) {
            long sum = 0;
            for (String each : units()) {
                sum += question.applyAsLong(each);
            }
            return sum;
        }

        private interface OfDay {
            long of(@Nullable String unit, LocalDate day);
        }

        private long perDay(OfDay question) {
            return first.datesUntil(last.plusDays(1))
                    .mapToLong(day -> sum(each -> question.of(each, day)))
                    .sum();
        }

        private Map<String, Double> waits() {
            Waits waits =
                    new Waits(
                            first.datesUntil(last.plusDays(1))
                                    .flatMap(day -> ofUnits(each -> recount.waits(each, day)))
                                    .map(outcome -> Wait.of(outcome, asOf))
                                    .toList());
            Map<String, Double> values = new HashMap<>();
            values.put("n", (double) waits.all().size());
            waits.endedFor(0.5).ifPresent(days -> values.put("median", days));
            waits.endedFor(0.9).ifPresent(days -> values.put("p90", days));
            return values;
        }

        private static Map<String, Double> value(long value) {
            return value((double) value);
        }

        private static Map<String, Double> value(double value) {
            return Map.of("value", value);
        }

        private static Map<String, Double> ratio(long part, long n) {
            return ratio((double) part, n);
        }

        private static Map<String, Double> ratio(double part, long n) {
            return n == 0 ? Map.of("n", 0.0) : Map.of("value", part / n, "n", (double) n);
        }
    }

    private record Wait(long days, boolean ended) {

        static Wait of(String outcome, LocalDate asOf) {
            String[] parts = outcome.split(":");
            long number = Long.parseLong(parts[1]);
            return parts[0].equals("since")
                    ? new Wait(Math.max(0, asOf.toEpochDay() - number), false)
                    : new Wait(number, parts[0].equals("matched"));
        }
    }

    /** Waits, by the product-limit estimator written down as in Kaplan and Meier (1958). */
    private record Waits(List<Wait> all) {

        OptionalDouble endedFor(double share) {
            double waiting = 1;
            for (long time :
                    all.stream()
                            .filter(Wait::ended)
                            .map(Wait::days)
                            .collect(Collectors.toCollection(java.util.TreeSet::new))) {
                double atRisk = all.stream().filter(each -> each.days() >= time).count();
                double ended =
                        all.stream().filter(each -> each.ended() && each.days() == time).count();
                waiting *= 1 - ended / atRisk;
                if (waiting <= 1 - share + ROUNDING) {
                    return OptionalDouble.of(time);
                }
            }
            return OptionalDouble.empty();
        }
    }
}
