package org.peercoaching.analytics.query;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.peercoaching.analytics.query.Answer.Point;
import org.peercoaching.analytics.query.Answer.Series;

/** An answer as CSV (RFC 4180), one row per figure, safe to open in a spreadsheet. */
final class CsvAnswer {

    private static final List<String> VALUES = List.of("value", "n", "median", "p90");

    /** What makes a spreadsheet take a text for a formula (OWASP, CSV injection). */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private CsvAnswer() {}

    static String of(Answer answer) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
        List<String> header =
                new ArrayList<>(
                        List.of(
                                "program",
                                "metric",
                                "part",
                                "definition",
                                "unit",
                                "measuredIn",
                                "counting",
                                "period",
                                "from",
                                "to",
                                "state"));
        header.addAll(VALUES);
        header.addAll(List.of("missing", "holdsOn", "asOf"));
        csv.writeRecord(header);
        for (Series series : answer.series()) {
            series.figures().forEach(point -> csv.writeRecord(row(answer, series, point)));
        }
        return text.toString();
    }

    private static List<String> row(Answer answer, Series series, Point point) {
        List<String> row = new ArrayList<>();
        row.add(safe(answer.program()));
        row.add(safe(series.metric()));
        row.add(safe(series.part()));
        row.add(Integer.toString(series.definition()));
        row.add(safe(series.unit()));
        row.add(safe(series.measuredIn()));
        row.add(safe(series.counting()));
        row.add(safe(point.period()));
        row.add(point.from().toString());
        row.add(point.to().toString());
        row.add(safe(point.state()));
        VALUES.forEach(name -> row.add(number(point.values().get(name))));
        row.add(safe(String.join(" ", point.missing())));
        row.add(Objects.toString(point.holdsOn(), ""));
        row.add(Objects.toString(point.asOf(), ""));
        return row;
    }

    /** A text that no spreadsheet takes for a formula. */
    static String safe(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    /** Plain digits, never an exponent. */
    private static String number(@Nullable Double value) {
        return value == null ? "" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
