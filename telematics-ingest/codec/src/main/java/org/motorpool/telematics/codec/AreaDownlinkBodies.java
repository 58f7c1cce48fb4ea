package org.motorpool.telematics.codec;

import java.util.List;
import org.motorpool.telematics.codec.AreaDownlink.DeleteAreas;
import org.motorpool.telematics.codec.AreaDownlink.QueryAreas;
import org.motorpool.telematics.codec.AreaDownlink.SetCircles;
import org.motorpool.telematics.codec.AreaDownlink.SetPolygon;
import org.motorpool.telematics.codec.AreaDownlink.SetRectangles;
import org.motorpool.telematics.codec.AreaDownlink.SetRoute;

/** Reads and writes the bodies of {@link AreaDownlink}. */
final class AreaDownlinkBodies {
    private static final int MAX_DELETED = 125;

    private AreaDownlinkBodies() {}

    static AreaDownlink setCircles(ProtocolVersion version, FieldReader in) {
        return circles(AreaForm.of(version, in, AreaDownlinkBodies::circles), in);
    }

    static SetCircles circles(AreaForm form, FieldReader in) {
        int operation = in.u8("operation");
        return new SetCircles(operation, in.all(areas(form, in), () -> new AreaReader(form, in).circle()));
    }

    static AreaDownlink setRectangles(ProtocolVersion version, FieldReader in) {
        return rectangles(AreaForm.of(version, in, AreaDownlinkBodies::rectangles), in);
    }

    static SetRectangles rectangles(AreaForm form, FieldReader in) {
        int operation = in.u8("operation");
        return new SetRectangles(operation, in.all(areas(form, in), () -> new AreaReader(form, in).rectangle()));
    }

    private static int areas(AreaForm form, FieldReader in) {
        int areas = in.u8("number of areas");
        return form.countedTwice() ? in.u8("number of areas in this packet") : areas;
    }

    static AreaDownlink setPolygon(ProtocolVersion version, FieldReader in) {
        AreaForm form = AreaForm.of(version, in, (tried, trial) -> new AreaReader(tried, trial).polygon());
        return new SetPolygon(new AreaReader(form, in).polygon());
    }

    static AreaDownlink setRoute(ProtocolVersion version, FieldReader in) {
        AreaForm form = AreaForm.of(version, in, (tried, trial) -> new AreaReader(tried, trial).route());
        return new SetRoute(new AreaReader(form, in).route());
    }

    static AreaDownlink delete(AreaKind kind, FieldReader in) {
        int areas = in.u8("number of areas");
        return new DeleteAreas(kind, in.atMost("ids", MAX_DELETED, areas).all(areas, () -> in.u32("area id")));
    }

    static AreaDownlink query(FieldReader in) {
        int kind = in.u8("kind");
        return new QueryAreas(kind, in.all(in.u32("number of areas"), () -> in.u32("area id")));
    }

    /** Appends the body to {@code out} and answers the message id. */
    static int write(AreaDownlink message, ProtocolVersion version, FieldWriter out) {
        AreaWriter areas = new AreaWriter(version, out);
        return switch (message) {
            case SetCircles(int operation, List<Area.Circle> circles) -> {
                out.u8("operation", operation)
                        .count("circles", 1, circles.size())
                        .each(circles, areas::write);
                yield MessageId.SET_CIRCLES;
            }
            case SetRectangles(int operation, List<Area.Rectangle> rectangles) -> {
                out.u8("operation", operation)
                        .count("rectangles", 1, rectangles.size())
                        .each(rectangles, areas::write);
                yield MessageId.SET_RECTANGLES;
            }
            case SetPolygon(Area.Polygon polygon) -> {
                areas.write(polygon);
                yield MessageId.SET_POLYGON;
            }
            case SetRoute(Area.Route route) -> {
                areas.write(route);
                yield MessageId.SET_ROUTE;
            }
            case DeleteAreas(AreaKind kind, List<Long> ids) -> {
                out.atMost("ids", MAX_DELETED, ids.size()).u8(ids.size()).u32s("ids", ids);
                yield kind.deleteId();
            }
            case QueryAreas(int kind, List<Long> ids) -> {
                out.u8("kind", kind).u32(ids.size()).u32s("ids", ids);
                yield MessageId.QUERY_AREAS;
            }
        };
    }
}
