package org.peercoaching.analytics.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.peercoaching.analytics.Seeds;
import org.peercoaching.analytics.calendar.Grain;
import org.peercoaching.analytics.calendar.Period;
import org.roaringbitmap.longlong.Roaring64Bitmap;

class DisclosureTest {

    private static final int K = 5;
    private static final Period QUARTER = Period.of(Grain.QUARTER, LocalDate.of(2026, 5, 14));

    @Test
    void noCombinationOfReleasedFlowsComesDownToFewerThanKPeople() {
        long[] shown = {0, 0};
        Seeds.upTo(
                40,
                random -> {
                    Organization organization = new Organization(random);
                    List<Elements> published = new ArrayList<>();
                    List<Period> weeks = QUARTER.weeks();
                    List<Elements> live = new ArrayList<>();
                    Map<String, Long> hidden = new HashMap<>();
                    for (Period week : weeks) {
                        organization.meet(week);
                        live.add(organization.elements("/", week));
                        List<Period> closing = new ArrayList<>(List.of(week));
                        for (Grain grain : List.of(Grain.MONTH, Grain.QUARTER)) {
                            Period period = Period.of(grain, week.last());
                            if (period.last().equals(week.last())) {
                                closing.add(period);
                            }
                        }
                        for (Period period : closing) {
                            List<Elements> known = new ArrayList<>(published);
                            live.stream().filter(each -> each.people() >= K).forEach(known::add);
                            Map<String, Release> releases =
                                    Disclosure.flow(
                                            organization.figures(period),
                                            Map.of(),
                                            new Disclosure.Quarter(
                                                    organization.elements("/", QUARTER),
                                                    known,
                                                    hidden),
                                            K);
                            releases.forEach((unit, release) -> {
                                shown[release.shown() ? 0 : 1]++;
                                if (release.shown()) {
                                    published.add(release.elements());
                                } else {
                                    hidden.merge(unit, 1L, Long::sum);
                                }
                            });
                        }
                    }
                    live.stream().filter(each -> each.people() >= K).forEach(published::add);
                    assertThat(new Stranger(published).fewest(random, 60))
                            .isGreaterThanOrEqualTo(K);
                });
        assertThat(shown[0]).as("figures shown; %d were not", shown[1]).isGreaterThan(shown[1] / 4);
    }

    @Test
    void noCombinationOfReleasedStocksComesDownToFewerThanKPeople() {
        long[] shown = {0, 0};
        Seeds.upTo(
                40,
                random -> {
                    Organization organization = new Organization(random);
                    List<Elements> published = new ArrayList<>();
                    Map<String, Release> before = Map.of();
                    for (Period week : QUARTER.weeks()) {
                        organization.comeAndGo(week);
                        Map<String, Release> releases =
                                Disclosure.stock(
                                        organization.present(week),
                                        before,
                                        organization.presentIn("/"),
                                        List.copyOf(published),
                                        K);
                        for (var each : releases.entrySet()) {
                            Release release = each.getValue();
                            shown[release.shown() ? 0 : 1]++;
                            if (release.shown() && release != before.get(each.getKey())) {
                                published.add(release.elements());
                            }
                        }
                        List<Elements> now = new ArrayList<>();
                        if (organization.presentIn("/").people() >= K) {
                            now.add(organization.presentIn("/"));
                        }
                        releases.values().stream()
                                .filter(release ->
                                        release.shown() && release.holdsOn().equals(week.last()))
                                .map(Release::elements)
                                .forEach(now::add);
                        assertThat(new Stranger(now).fewest(random, 10)).isGreaterThanOrEqualTo(K);
                        before = releases;
                    }
                    assertThat(new Stranger(published).fewest(random, 60))
                            .isGreaterThanOrEqualTo(K);
                });
        assertThat(shown[0]).as("figures shown; %d were not", shown[1]).isGreaterThan(shown[1] / 4);
    }

    @Test
    void balancesMoveWeekByWeekThoughSomePeopleStopped() {
        long[] moved = {0, 0};
        long[] stood = {0, 0};
        Seeds.upTo(
                10,
                random -> {
                    Organization organization = new Organization(random);
                    List<Elements> published = new ArrayList<>();
                    Map<String, Release> before = Map.of();
                    Period week = QUARTER.weeks().getFirst();
                    for (int number = 0; number < 26; number++) {
                        organization.meetEveryOtherWeek(week, number);
                        Map<String, Figure> figures = organization.present(week);
                        figures.put(
                                "/",
                                new Figure(
                                        Map.of(),
                                        List.of(organization.presentIn("/")),
                                        week.last()));
                        Map<String, Release> releases =
                                Disclosure.stock(
                                        figures,
                                        before,
                                        organization.presentIn("/"),
                                        List.copyOf(published),
                                        K);
                        for (var each : releases.entrySet()) {
                            Release release = each.getValue();
                            boolean moves = release.shown() && release != before.get(each.getKey());
                            (moves ? moved : stood)[each.getKey().equals("/") ? 0 : 1]++;
                            if (moves) {
                                published.add(release.elements());
                            }
                        }
                        before = releases;
                        week = Period.of(Grain.WEEK, week.last().plusDays(1));
                    }
                    assertThat(new Stranger(published).fewest(random, 20))
                            .isGreaterThanOrEqualTo(K);
                });
        assertThat(moved[0]).as("weeks of the whole; %d stood", stood[0]).isGreaterThan(stood[0]);
        assertThat(moved[1]).as("weeks of units; %d stood", stood[1]).isGreaterThan(stood[1] / 2);
    }

    @Test
    void aShareIsShownOnlyWhereBothItsNumbersAre() {
        Elements whole = new Elements(Map.of("planned@2026-05-14", range(0, 20)));
        assertThat(share(whole, 4).shown()).isFalse();
        assertThat(share(whole, 0).shown()).isFalse();
        assertThat(share(whole, 5).shown()).isTrue();
    }

    private static Release share(Elements whole, int counted) {
        Elements part =
                counted == 0
                        ? Elements.NONE
                        : new Elements(Map.of("held@2026-05-14", range(0, counted)));
        Figure figure = new Figure(Map.of(), List.of(whole, part), QUARTER.last());
        Map<String, Release> releases =
                Disclosure.flow(
                        Map.of("/one", figure),
                        Map.of(),
                        new Disclosure.Quarter(figure.elements(), List.of(), Map.of()),
                        K);
        return releases.getOrDefault("/one", Release.suppressed(QUARTER.last()));
    }

    @Test
    void aSmallUnitHidesItsSmallestSiblingToo() {
        Map<String, Elements> units =
                Map.of(
                        "/large", people(0, 30),
                        "/middle", people(100, 20),
                        "/small", people(200, 8),
                        "/tiny", people(300, 3));
        Map<String, Release> releases = release(units, Map.of());
        assertThat(releases.get("/large").shown()).isTrue();
        assertThat(releases.get("/middle").shown()).isTrue();
        assertThat(releases.get("/small").shown()).isFalse();
        assertThat(releases.get("/tiny").shown()).isFalse();
    }

    @Test
    void aUnitWithNobodyInItHidesNoOther() {
        Map<String, Elements> units =
                Map.of("/large", people(0, 30), "/small", people(200, 8), "/empty", Elements.NONE);
        Map<String, Release> releases = release(units, Map.of());
        assertThat(releases.get("/small").shown()).isTrue();
        assertThat(releases.get("/empty").shown()).isFalse();
    }

    @Test
    void aReleaseIsReplacedOnlyByOneWithKMorePeople() {
        Map<String, Release> first = release(Map.of("/one", people(0, 10)), Map.of());
        Map<String, Release> later = release(Map.of("/one", people(0, 14)), first);
        assertThat(later.get("/one").elements().people()).isEqualTo(10);
        Map<String, Release> muchLater = release(Map.of("/one", people(0, 15)), later);
        assertThat(muchLater.get("/one").elements().people()).isEqualTo(15);
    }

    @Test
    void aStockStandsUntilKPeopleChanged() {
        Map<String, Release> first = stock(people(0, 20), Map.of(), List.of(), 1);
        Map<String, Release> second = stock(people(0, 23), first, List.of(people(0, 20)), 2);
        assertThat(second.get("/one").values()).containsEntry("value", 20.0);
        Map<String, Release> third = stock(people(0, 26), second, List.of(people(0, 20)), 3);
        assertThat(third.get("/one").values()).containsEntry("value", 26.0);
    }

    @Test
    void aLiveDayWithFewPeopleHidesAnotherDayOfItsWeek() {
        Period week = QUARTER.weeks().getFirst();
        Map<Period, Figure> periods = new TreeMap<>();
        int[] sizes = {20, 15, 10, 3, 0, 0, 0};
        List<LocalDate> days = week.days();
        List<Elements> all = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            Elements day =
                    sizes[i] == 0
                            ? Elements.NONE
                            : new Elements(
                                    Map.of(Elements.slot("set", days.get(i)), range(0, sizes[i])));
            all.add(day);
            periods.put(
                    Period.of(Grain.DAY, days.get(i)),
                    new Figure(Map.of(), List.of(day), days.get(i)));
        }
        periods.put(week, new Figure(Map.of(), List.of(Elements.union(all)), week.last()));
        Set<Period> shown = Disclosure.live(periods, K);
        assertThat(shown)
                .containsExactlyInAnyOrder(
                        week, Period.of(Grain.DAY, days.get(0)), Period.of(Grain.DAY, days.get(1)));
    }

    private static Map<String, Release> release(
            Map<String, Elements> units, Map<String, Release> before) {
        Map<String, Figure> figures = new HashMap<>();
        units.forEach((unit, elements) ->
                figures.put(unit, new Figure(Map.of(), List.of(elements), QUARTER.last())));
        Elements all = Elements.union(units.values());
        return Disclosure.flow(
                figures, before, new Disclosure.Quarter(all, List.of(all), Map.of()), K);
    }

    private static Map<String, Release> stock(
            Elements now, Map<String, Release> before, List<Elements> history, int week) {
        LocalDate day = QUARTER.weeks().get(week).last();
        Figure figure = new Figure(Map.of("value", (double) now.people()), List.of(now), day);
        return Disclosure.stock(Map.of("/one", figure), before, now, history, K);
    }

    private static Elements people(int from, int number) {
        return new Elements(Map.of("set@2026-05-14", range(from, number)));
    }

    private static Roaring64Bitmap range(int from, int number) {
        Roaring64Bitmap people = new Roaring64Bitmap();
        people.addRange(from, from + (long) number);
        return people;
    }

    /** Units of very different sizes, and people who do something in some weeks. */
    private static final class Organization {

        private static final List<String> TREE =
                List.of("/a", "/a/x", "/a/y", "/a/z", "/b", "/b/x", "/b/y", "/c");

        private final RandomGenerator random;
        private final Map<String, List<Long>> people = new TreeMap<>();
        private final Map<String, Map<LocalDate, Roaring64Bitmap>> doings = new HashMap<>();
        private final Map<Long, String> presentSince = new HashMap<>();
        private final Set<Long> stopped = new HashSet<>();

        private Organization(RandomGenerator random) {
            this.random = random;
            long next = 0;
            for (String unit : TREE) {
                List<Long> there = new ArrayList<>();
                for (int i = random.nextInt(3) == 0 ? 3 : 4 + random.nextInt(30); i > 0; i--) {
                    there.add(next++);
                }
                people.put(unit, there);
            }
        }

        private void meet(Period week) {
            people.forEach((unit, there) -> {
                double busy = random.nextDouble();
                for (long person : there) {
                    if (random.nextDouble() < busy) {
                        LocalDate day = week.days().get(random.nextInt(7));
                        doings.computeIfAbsent(unit, key -> new TreeMap<>())
                                .computeIfAbsent(day, key -> new Roaring64Bitmap())
                                .addLong(person);
                    }
                }
            });
        }

        private Elements elements(String unit, Period period) {
            Map<String, Roaring64Bitmap> slots = new TreeMap<>();
            doings.forEach((each, days) -> {
                if (isWithin(each, unit)) {
                    days.forEach((day, there) -> {
                        if (!day.isBefore(period.first()) && !day.isAfter(period.last())) {
                            slots.computeIfAbsent(
                                            Elements.slot("set", day), key -> new Roaring64Bitmap())
                                    .or(there);
                        }
                    });
                }
            });
            return new Elements(slots);
        }

        private Map<String, Figure> figures(Period period) {
            Map<String, Figure> figures = new HashMap<>();
            for (String unit : TREE) {
                figures.put(
                        unit, new Figure(Map.of(), List.of(elements(unit, period)), period.last()));
            }
            return figures;
        }

        private void comeAndGo(Period week) {
            double restless = random.nextDouble() * 0.3;
            people.values().stream()
                    .flatMap(List::stream)
                    .forEach(person -> {
                        if (random.nextDouble() < restless) {
                            if (presentSince.remove(person) == null) {
                                presentSince.put(person, Elements.slot("set", week.first()));
                            }
                        }
                    });
        }

        /** Now and then somebody stops for good. */
        private void meetEveryOtherWeek(Period week, int number) {
            people.values().stream()
                    .flatMap(List::stream)
                    .forEach(person -> {
                        if (random.nextInt(60) == 0) {
                            stopped.add(person);
                        }
                        boolean turn = (person / 2 + number) % 2 == 0 ^ random.nextInt(5) == 0;
                        if (turn && !stopped.contains(person)) {
                            presentSince.put(person, Elements.slot("set", week.first()));
                        }
                    });
        }

        private Elements presentIn(String unit) {
            Map<String, Roaring64Bitmap> slots = new TreeMap<>();
            people.forEach((each, there) -> {
                if (isWithin(each, unit)) {
                    for (long person : there) {
                        String since = presentSince.get(person);
                        if (since != null) {
                            slots.computeIfAbsent(since, key -> new Roaring64Bitmap())
                                    .addLong(person);
                        }
                    }
                }
            });
            return new Elements(slots);
        }

        private Map<String, Figure> present(Period week) {
            Map<String, Figure> figures = new HashMap<>();
            for (String unit : TREE) {
                figures.put(unit, new Figure(Map.of(), List.of(presentIn(unit)), week.last()));
            }
            return figures;
        }

        private static boolean isWithin(String unit, String subtree) {
            return subtree.equals("/") || unit.equals(subtree) || unit.startsWith(subtree + "/");
        }
    }
}
