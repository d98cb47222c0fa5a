package org.peercoaching.local.demonstration.people;

import java.util.List;

/** The shape of the demonstration organization: what its people are drawn into. */
final class Organization {

    /** One of sixteen, and so small that figures about it are never shown. */
    static final String SMALL_TEAM = "learning";

    /** Whose lead runs the program. */
    static final String PROGRAM_MANAGER = "program.manager";

    private Organization() {}

    /**
     * Where somebody works.
     *
     * @param zone IANA id
     * @param names the language that names there come from, as a tag
     * @param languages what people there speak, the most frequent combination first
     */
    record Site(String zone, String names, List<String> languages) {}

    private static final Site BERLIN =
            new Site("Europe/Berlin", "de", List.of("de|en", "de|en", "de|en", "en|de", "de"));
    private static final Site LONDON =
            new Site("Europe/London", "en-GB", List.of("en", "en", "en|fr"));
    private static final Site MADRID =
            new Site("Europe/Madrid", "es", List.of("es|en", "es|en", "es"));
    private static final Site WARSAW =
            new Site("Europe/Warsaw", "pl", List.of("pl|en", "pl|en|de", "pl|en"));
    private static final Site NEW_YORK =
            new Site("America/New_York", "en-US", List.of("en", "en", "en|es"));
    private static final Site CHICAGO =
            new Site("America/Chicago", "en-US", List.of("en", "en|es"));
    private static final Site LOS_ANGELES =
            new Site("America/Los_Angeles", "en-US", List.of("en", "en|es"));
    private static final Site BENGALURU =
            new Site("Asia/Kolkata", "en", List.of("en|hi", "en|hi", "en"));
    private static final Site SINGAPORE = new Site("Asia/Singapore", "en", List.of("en|zh", "en"));

    /** Draws a site: the first of a list comes most often. */
    private static final List<Site> EUROPE_FIRST =
            List.of(
                    BERLIN,
                    LONDON,
                    WARSAW,
                    NEW_YORK,
                    MADRID,
                    BENGALURU,
                    CHICAGO,
                    LOS_ANGELES,
                    SINGAPORE);

    private static final List<Site> AMERICA_FIRST =
            List.of(
                    NEW_YORK,
                    LONDON,
                    CHICAGO,
                    LOS_ANGELES,
                    BERLIN,
                    MADRID,
                    BENGALURU,
                    SINGAPORE,
                    WARSAW);

    private static final List<Site> ASIA_FIRST =
            List.of(
                    BENGALURU,
                    BERLIN,
                    SINGAPORE,
                    LONDON,
                    WARSAW,
                    NEW_YORK,
                    MADRID,
                    CHICAGO,
                    LOS_ANGELES);

    /**
     * A team.
     *
     * @param size with its leads
     * @param sites where its people work, the most frequent first
     */
    record Team(String name, int size, List<Site> sites) {}

    /** A department: its head belongs to no team. */
    record Department(String name, List<Team> teams) {}

    static final List<Department> DEPARTMENTS =
            List.of(
                    new Department(
                            "engineering",
                            List.of(
                                    new Team("platform", 54, EUROPE_FIRST),
                                    new Team("data", 41, ASIA_FIRST),
                                    new Team("mobile", 34, EUROPE_FIRST),
                                    new Team("quality", 27, ASIA_FIRST))),
                    new Department(
                            "operations",
                            List.of(
                                    new Team("logistics", 70, EUROPE_FIRST),
                                    new Team("service-desk", 48, ASIA_FIRST),
                                    new Team("purchasing", 29, EUROPE_FIRST),
                                    new Team("facilities", 22, EUROPE_FIRST))),
                    new Department(
                            "sales",
                            List.of(
                                    new Team("enterprise", 52, AMERICA_FIRST),
                                    new Team("retail", 45, EUROPE_FIRST),
                                    new Team("partners", 33, AMERICA_FIRST),
                                    new Team("marketing", 36, EUROPE_FIRST))),
                    new Department(
                            "people",
                            List.of(
                                    new Team("recruiting", 38, EUROPE_FIRST),
                                    new Team("payroll", 31, EUROPE_FIRST),
                                    new Team("workplace", 24, AMERICA_FIRST),
                                    new Team(SMALL_TEAM, 6, List.of(BERLIN, LONDON)))));

    /** The most wanted and most offered first. */
    static final List<String> SKILLS =
            List.of(
                    "giving-feedback",
                    "delegation",
                    "active-listening",
                    "presenting",
                    "prioritizing",
                    "conflict-resolution",
                    "negotiation",
                    "project-planning",
                    "stakeholder-management",
                    "data-analysis",
                    "facilitation",
                    "decision-making",
                    "writing",
                    "mentoring",
                    "strategic-thinking",
                    "hiring",
                    "process-design",
                    "storytelling",
                    "budgeting",
                    "intercultural-work",
                    "product-thinking",
                    "change-management",
                    "automation",
                    "self-management");
}
