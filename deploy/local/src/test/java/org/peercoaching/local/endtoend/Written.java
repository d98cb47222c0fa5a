package org.peercoaching.local.endtoend;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A figure as a page writes it for people, such as {@code 1,234}, {@code 82%} or {@code 4.5 days}.
 *
 * @param number a share as it is, not in percent
 * @param rounding how far off it may be written: half a unit of its last digit
 */
public record Written(double number, double rounding) {

    private static final Pattern FIGURE = Pattern.compile("^([\\d,]+(?:\\.\\d+)?)(%?).*");
    private static final double HALF = 0.5000001;

    /** Reads it. */
    public static Written of(String text) {
        Matcher figure = FIGURE.matcher(text);
        if (!figure.find()) {
            throw new AssertionError("no figure: " + text);
        }
        BigDecimal number = new BigDecimal(figure.group(1).replace(",", ""));
        double unit = figure.group(2).isEmpty() ? 1 : 0.01;
        return new Written(number.doubleValue() * unit, number.ulp().doubleValue() * unit * HALF);
    }
}
