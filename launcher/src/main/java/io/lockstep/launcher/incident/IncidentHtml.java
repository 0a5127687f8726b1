package io.lockstep.launcher.incident;

import io.lockstep.launcher.incident.Timeline.Point;
import io.lockstep.launcher.print.EventReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A timeline as one page that needs nothing else: no script, no font, no image from anywhere. Every text of the journal is escaped, for a
 * venue's words may be hostile.
 */
public final class IncidentHtml {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 220;
    private static final String STYLE = "body{font:14px sans-serif;margin:2em;max-width:1000px}"
            + "table{border-collapse:collapse}td,th{text-align:left;padding:2px 10px 2px 0;vertical-align:top}"
            + "td.n{font-family:monospace;white-space:nowrap}tr.alert td{background:#fdd}tr.order td{background:#eef}"
            + "svg{border:1px solid #ccc;margin:1em 0}";

    private final StringBuilder page = new StringBuilder();

    private IncidentHtml() {}

    /** The page. */
    public static String of(Timeline timeline) {
        IncidentHtml html = new IncidentHtml();
        html.write(timeline);
        return html.page.toString();
    }

    private void write(Timeline timeline) {
        page.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">")
                .append("<title>Incident at sequence ")
                .append(escape(timeline.facts().get("sequence")))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>\n<h1>Incident</h1>\n<table>\n");
        timeline.facts()
                .forEach((name, value) -> page.append("<tr><th>")
                        .append(escape(name))
                        .append("</th><td class=\"n\">")
                        .append(escape(value))
                        .append("</td></tr>\n"));
        page.append("</table>\n");
        chart("Price and fills", timeline.prices(), timeline.fills());
        chart("Profit", timeline.pnl(), List.of());
        page.append(
                "<h2>Timeline</h2>\n<table>\n<tr><th>sequence</th><th>time</th><th>what</th><th>details</th></tr>\n");
        timeline.entries().forEach(this::row);
        page.append("</table>\n</body></html>\n");
    }

    private void row(Map<String, Object> entry) {
        String type = String.valueOf(entry.get("type"));
        String style = type.equals("alert") ? "alert" : type.equals("orderCommand") ? "order" : "plain";
        String details = entry.entrySet().stream()
                .filter(each -> !List.of("sequence", "time", "type").contains(each.getKey()))
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("  "));
        page.append("<tr class=\"").append(style).append("\"><td class=\"n\">");
        page.append(escape(entry.get("sequence"))).append("</td><td class=\"n\">");
        page.append(escape(entry.get("time")))
                .append("</td><td>")
                .append(escape(type))
                .append("</td><td>");
        page.append(escape(details)).append("</td></tr>\n");
    }

    private void chart(String title, List<Point> line, List<Point> marks) {
        page.append("<h2>").append(escape(title)).append("</h2>\n");
        if (line.size() < 2) {
            page.append("<p>nothing to draw</p>\n");
            return;
        }
        Frame frame = Frame.around(line, marks);
        page.append(
                "<svg viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" width=\"" + WIDTH + "\" height=\"" + HEIGHT + "\">");
        page.append("<polyline fill=\"none\" stroke=\"#246\" points=\"");
        line.forEach(each ->
                page.append(frame.x(each)).append(',').append(frame.y(each)).append(' '));
        page.append("\"/>");
        for (Point mark : marks) {
            String color = mark.note().startsWith("BUY") ? "#080" : "#b00";
            page.append("<circle r=\"4\" fill=\"")
                    .append(color)
                    .append("\" cx=\"")
                    .append(frame.x(mark));
            page.append("\" cy=\"").append(frame.y(mark)).append("\"><title>").append(escape(mark.note()));
            page.append("</title></circle>");
        }
        text(4, 14, frame.label(frame.high()));
        text(
                4,
                HEIGHT - 6,
                frame.label(frame.low()) + "   " + EventReader.instant(frame.fromNs()) + " to "
                        + EventReader.instant(frame.toNs()));
        page.append("</svg>\n");
    }

    private void text(int x, int y, String words) {
        page.append("<text font-size=\"12\" x=\"")
                .append(x)
                .append("\" y=\"")
                .append(y)
                .append("\">");
        page.append(escape(words)).append("</text>");
    }

    private static String escape(@Nullable Object value) {
        return String.valueOf(value)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Maps times and values onto the drawing. */
    private record Frame(long fromNs, long toNs, double low, double high) {
        private static final int MARGIN = 20;

        static Frame around(List<Point> line, List<Point> marks) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (List<Point> points : List.of(line, marks)) {
                for (Point point : points) {
                    low = Math.min(low, point.value());
                    high = Math.max(high, point.value());
                }
            }
            return new Frame(line.get(0).timeNs(), line.get(line.size() - 1).timeNs(), low, high);
        }

        String x(Point point) {
            double share = toNs == fromNs ? 0.5 : (double) (point.timeNs() - fromNs) / (toNs - fromNs);
            return number(share * WIDTH);
        }

        String y(Point point) {
            double share = high == low ? 0.5 : (point.value() - low) / (high - low);
            return number(HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN));
        }

        String label(double value) {
            return String.format(Locale.ROOT, "%.8g", value);
        }

        private static String number(double value) {
            return String.format(Locale.ROOT, "%.1f", value);
        }
    }
}
