package org.motorpool.telematics.codec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a vehicle may, must or must not be; a terminal watches it and reports in the items 0x11 to 0x13. Coordinates are
 * WGS-84 degrees, south and west negative, and all points of an area lie in one quarter of the globe.
 */
public sealed interface Area {

    /** Number of the area, unique among those of its kind. */
    long id();

    /** When it counts and what happens in it. */
    Rules rules();

    /** 2019 only, else empty. */
    String name();

    /** A circle of 0x8600. */
    record Circle(long id, Rules rules, Point centre, long radius_m, String name) implements Area {}

    /** A rectangle of 0x8602. */
    record Rectangle(long id, Rules rules, Point topLeft, Point bottomRight, String name) implements Area {}

    /** The polygon of 0x8604. */
    record Polygon(long id, Rules rules, List<Point> points, String name) implements Area {
        public Polygon {
            points = List.copyOf(points);
        }
    }

    /**
     * The route of 0x8606.
     *
     * @param rules without a limit: segments have their own
     */
    record Route(long id, Rules rules, List<RoutePoint> points, String name) implements Area {
        public Route {
            points = List.copyOf(points);
        }
    }

    /** A place on the globe, in degrees. */
    record Point(double latitude, double longitude) {}

    /**
     * When an area counts and what happens in it.
     *
     * @param attributeBits tell the driver (2) and the platform (3) who comes in, the driver (4) and the platform (5) who goes
     *     out, south (6), west (7), doors stay shut (8), no communication (14), no positions (15) inside; bits 0 and 1 follow
     *     from the other fields, 6 and 7 from the coordinates
     * @param period null for always
     * @param limit null for none
     */
    record Rules(
            int attributeBits,
            @Nullable AreaPeriod period,
            @Nullable SpeedLimit limit) {
        static final int TIMED = 1;
        static final int LIMITED = 1 << 1;
        static final int SOUTH = 1 << 6;
        static final int WEST = 1 << 7;

        public Rules {
            attributeBits =
                    attributeBits & ~(TIMED | LIMITED) | (period == null ? 0 : TIMED) | (limit == null ? 0 : LIMITED);
        }
    }

    /**
     * How fast a vehicle may go.
     *
     * @param duration_s how long it may be faster
     * @param nightSpeed_kmh 2019 only, else 0
     */
    record SpeedLimit(int speed_kmh, int duration_s, int nightSpeed_kmh) {}

    /**
     * A point where a route turns; the segment from it to the next has the rules.
     *
     * @param id 0 in 2011
     * @param segmentBits south (2), west (3); bits 0 and 1 follow from the other fields, 2 and 3 from the coordinates
     * @param passing null when the time does not matter
     * @param limit null for none
     */
    record RoutePoint(
            long id,
            long segmentId,
            Point place,
            int width_m,
            int segmentBits,
            @Nullable PassingTime passing,
            @Nullable SpeedLimit limit) {
        static final int TIMED = 1;
        static final int LIMITED = 1 << 1;
        static final int SOUTH = 1 << 2;
        static final int WEST = 1 << 3;

        public RoutePoint {
            segmentBits =
                    segmentBits & ~(TIMED | LIMITED) | (passing == null ? 0 : TIMED) | (limit == null ? 0 : LIMITED);
        }
    }

    /**
     * How long the way along a segment may take.
     *
     * @param shortest_s 0 in 2011
     */
    record PassingTime(int longest_s, int shortest_s) {}
}
