package org.peercoaching.matching.matches;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Says phrases in plain English. Another language is another class like this one. */
final class English {

    private static final Pattern VALUE = Pattern.compile("\\{([a-z]+)}");

    private English() {}

    static String say(Phrase phrase, Map<String, Object> values) {
        return VALUE.matcher(pattern(phrase))
                .replaceAll(found -> word(found.group(1), values.getOrDefault(found.group(1), "")));
    }

    private static String pattern(Phrase phrase) {
        return switch (phrase) {
            case YOU_GIVE -> "You can help your partner with {skills}.";
            case YOU_GET -> "Your partner can help you with {skills}.";
            case YOU_GIVE_ONE -> "You can help one of your partners with {skills}.";
            case YOU_GET_ONE -> "One of your partners can help you with {skills}.";
            case TIME_IN_COMMON -> "You have {minutes} a week in common.";
            case LANGUAGES_IN_COMMON -> "You can speak {languages} with each other.";
            case COUNTED_MOST -> "What counted most for this match: {terms}.";
            case FIRST_ROUND_TO_COME -> "The next round looks for a partner for you.";
            case LAST_ROUND_FOUND_NOBODY ->
                    "The last round looked at {considered} for you, and found nobody this time.";
            case NOBODY_ELSE_READY -> "Nobody else was ready to be matched.";
            case NO_COMMON_LANGUAGE -> "{people} of {considered} share no language with you.";
            case LEVEL_DISTANCE ->
                    "{people} of {considered} have a level too far from yours for this program.";
            case REPORTING_LINE ->
                    "{people} of {considered} stand above or below you in the reporting line.";
            case SAME_UNIT ->
                    "{people} of {considered} belong to your own unit, and the program matches"
                            + " across units.";
            case NO_COMMON_TIME ->
                    "{people} of {considered} have too little time in common with you.";
            case MANDATORY_CRITERION ->
                    "{people} of {considered} fit you too little in what this program asks of every"
                            + " match.";
            case MINIMUM_SCORE ->
                    "{people} of {considered} fit you less than this program asks of every match.";
            case MATCHED_OTHERWISE ->
                    "{people} of {considered} were matched otherwise, or were not the right match"
                            + " this time.";
            case AT_CAPACITY -> "You have as many matches as one may have at once.";
            case PARTNER_GONE -> "Your last match has ended, and not by you.";
            case LAST_MATCH_GIVEN_UP ->
                    "Your last match has ended. The next round looks for another partner.";
            case GOES_FIRST -> "In the next round you count for more than others.";
        };
    }

    private static String word(String name, Object value) {
        return switch (name) {
            case "skills" -> list(value, skill -> skill.replace('-', ' '));
            case "languages" ->
                    list(value, code -> Locale.of(code).getDisplayLanguage(Locale.ENGLISH));
            case "terms" -> list(value, English::term);
            case "minutes" -> duration((int) value);
            case "considered" ->
                    (int) value == 1 ? "1 person" : "%,d people".formatted((int) value);
            default -> value instanceof Integer number ? "%,d".formatted(number) : value.toString();
        };
    }

    private static String term(String name) {
        return switch (name) {
            case "reciprocalHelp" -> "how you can help each other";
            case "sharedTime" -> "your time in common";
            case "language" -> "a language you like best";
            case "focusSkills" -> "the skills this program wants to grow";
            case "circumstances" -> "similar standing, and ties across units";
            default -> throw new IllegalArgumentException("No such term: " + name);
        };
    }

    private static String duration(int minutes) {
        int hours = minutes / 60;
        int rest = minutes % 60;
        String inHours = hours == 1 ? "1 hour" : "%,d hours".formatted(hours);
        if (rest == 0 && hours > 0) {
            return inHours;
        }
        String inMinutes = rest == 1 ? "1 minute" : rest + " minutes";
        return hours == 0 ? inMinutes : inHours + " and " + inMinutes;
    }

    private static String list(Object value, UnaryOperator<String> word) {
        List<String> words =
                ((Collection<?>) value).stream().map(Object::toString).map(word).toList();
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
