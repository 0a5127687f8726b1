package io.lockstep.launcher.incident;

import io.lockstep.launcher.incident.Timeline.Point;
import java.util.ArrayList;
import java.util.List;

/** A line to draw, thinned while it grows: never more than {@value #MOST} points, evenly left out, the last one always kept. */
final class Series {
    private static final int MOST = 1_000;

    private final List<Point> points = new ArrayList<>();
    private int keepEvery = 1;
    private int seen;
    private Point last = new Point(0, 0, "");

    void add(long timeNs, double value) {
        last = new Point(timeNs, value, "");
        if (seen++ % keepEvery != 0) {
            return;
        }
        points.add(last);
        if (points.size() == MOST) {
            for (int i = points.size() - 1; i > 0; i -= 2) {
                points.remove(i);
            }
            keepEvery *= 2;
        }
    }

    List<Point> points() {
        List<Point> all = new ArrayList<>(points);
        if (seen > 0 && !all.get(all.size() - 1).equals(last)) {
            all.add(last);
        }
        return all;
    }
}
