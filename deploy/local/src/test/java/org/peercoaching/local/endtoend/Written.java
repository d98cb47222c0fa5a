package org.peercoaching.local.endtoend;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A figure as a page writes it for people, such as {@code 1,234}, {@code 82%} or {@code 4.5 days}.
 */
public final class Written {

    private static final Pattern FIGURE = Pattern.compile("^([\\d,]+(?:\\.\\d+)?)(%?).*");
    private static final Set<String> NO_FIGURE = Set.of("Hidden", "\u2013");
    private static final double A_LITTLE_MORE_THAN_HALF = 0.500_001;

    private Written() {}

    /** Whether it is the figure rounded to its last digit, or says that there is none. */
    public static boolean says(String text, Optional<Double> figure) {
        return figure.map(number -> isRounded(text, number))
                .orElseGet(() -> NO_FIGURE.contains(text));
    }

    private static boolean isRounded(String text, double number) {
        Matcher figure = FIGURE.matcher(text);
        if (!figure.find()) {
            return false;
        }
        BigDecimal written = new BigDecimal(figure.group(1).replace(",", ""));
        double unit = figure.group(2).isEmpty() ? 1 : 0.01;
        return Math.abs(written.doubleValue() - number / unit)
                < written.ulp().doubleValue() * A_LITTLE_MORE_THAN_HALF;
    }
}
