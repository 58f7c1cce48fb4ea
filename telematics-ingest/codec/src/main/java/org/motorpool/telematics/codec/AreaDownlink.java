package org.motorpool.telematics.codec;

import java.util.List;

/**
 * Areas for the terminal to watch. All is written as in 2013 or 2019; what 2011 counts twice is read too.
 */
public sealed interface AreaDownlink extends Downlink {

    /**
     * 0x8600, set circles.
     *
     * @param operation 0 these and no others, 1 these too, 2 these instead of those with the same ids
     */
    record SetCircles(int operation, List<Area.Circle> circles) implements AreaDownlink {
        public SetCircles {
            circles = List.copyOf(circles);
        }
    }

    /** 0x8602, set rectangles; {@code operation} as in 0x8600. */
    record SetRectangles(int operation, List<Area.Rectangle> rectangles) implements AreaDownlink {
        public SetRectangles {
            rectangles = List.copyOf(rectangles);
        }
    }

    /** 0x8604, set a polygon. */
    record SetPolygon(Area.Polygon polygon) implements AreaDownlink {}

    /** 0x8606, set a route. */
    record SetRoute(Area.Route route) implements AreaDownlink {}

    /**
     * 0x8601, 0x8603, 0x8605, 0x8607, delete areas.
     *
     * @param ids 125 at most; none deletes all of the kind
     */
    record DeleteAreas(AreaKind kind, List<Long> ids) implements AreaDownlink {
        public DeleteAreas {
            ids = List.copyOf(ids);
        }
    }

    /**
     * 0x8608 (2019), ask for areas; 0x0608 answers.
     *
     * @param kind number of an {@link AreaKind}
     * @param ids none asks for all of the kind
     */
    record QueryAreas(int kind, List<Long> ids) implements AreaDownlink {
        public QueryAreas {
            ids = List.copyOf(ids);
        }
    }
}
