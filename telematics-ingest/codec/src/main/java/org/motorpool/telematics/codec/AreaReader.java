package org.motorpool.telematics.codec;

import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.codec.Area.Circle;
import org.motorpool.telematics.codec.Area.PassingTime;
import org.motorpool.telematics.codec.Area.Point;
import org.motorpool.telematics.codec.Area.Polygon;
import org.motorpool.telematics.codec.Area.Rectangle;
import org.motorpool.telematics.codec.Area.Route;
import org.motorpool.telematics.codec.Area.RoutePoint;
import org.motorpool.telematics.codec.Area.Rules;
import org.motorpool.telematics.codec.Area.SpeedLimit;

/** Reads areas in one form. */
final class AreaReader {
    private static final int MICRODEGREES = 1_000_000;

    private final AreaForm form;
    private final FieldReader in;

    AreaReader(AreaForm form, FieldReader in) {
        this.form = form;
        this.in = in;
    }

    Circle circle() {
        long id = in.u32("area id");
        int bits = attributes();
        Point centre = point(bits);
        long radius_m = in.u32("radius, m");
        return new Circle(id, rules(bits), centre, radius_m, name());
    }

    Rectangle rectangle() {
        long id = in.u32("area id");
        int bits = attributes();
        Point topLeft = point(bits);
        Point bottomRight = point(bits);
        return new Rectangle(id, rules(bits), topLeft, bottomRight, name());
    }

    /** The limit of the night stands behind the points. */
    Polygon polygon() {
        long id = in.u32("area id");
        int bits = attributes();
        @Nullable AreaPeriod period = period(bits);
        boolean limited = limited(bits, Rules.LIMITED);
        int speed_kmh = limited ? in.u16("speed limit, km/h") : 0;
        int duration_s = limited ? in.u8("duration of overspeed, s") : 0;
        var points = in.all(points(), () -> point(bits));
        int night_kmh = limited && form.named() ? in.u16("speed limit at night, km/h") : 0;
        @Nullable SpeedLimit limit = limited ? new SpeedLimit(speed_kmh, duration_s, night_kmh) : null;
        return new Polygon(id, new Rules(bits, period, limit), points, name());
    }

    Route route() {
        long id = in.u32("route id");
        int bits = attributes();
        @Nullable AreaPeriod period = period(bits);
        return new Route(id, new Rules(bits, period, null), in.all(points(), this::routePoint), name());
    }

    private RoutePoint routePoint() {
        long id = form == AreaForm.V2011 ? 0 : in.u32("point id");
        long segmentId = in.u32("segment id");
        double latitude = in.scaled(4, MICRODEGREES, "latitude, degrees");
        double longitude = in.scaled(4, MICRODEGREES, "longitude, degrees");
        int width_m = in.u8("width, m");
        int bits = (int) in.bits(1, "segment attributes");
        Point place = new Point(signed(latitude, bits, RoutePoint.SOUTH), signed(longitude, bits, RoutePoint.WEST));
        return new RoutePoint(id, segmentId, place, width_m, bits, passing(bits), routeLimit(bits));
    }

    private @Nullable PassingTime passing(int bits) {
        if ((bits & RoutePoint.TIMED) == 0 && !form.whole()) {
            return null;
        }
        int longest_s = in.u16("longest time, s");
        return new PassingTime(longest_s, form == AreaForm.V2011 ? 0 : in.u16("shortest time, s"));
    }

    private @Nullable SpeedLimit routeLimit(int bits) {
        return limited(bits, RoutePoint.LIMITED) ? limit(form.limitedAtNightOnRoutes()) : null;
    }

    private int attributes() {
        return (int) in.bits(2, "attributes");
    }

    private Point point(int bits) {
        return new Point(
                signed(in.scaled(4, MICRODEGREES, "latitude, degrees"), bits, Rules.SOUTH),
                signed(in.scaled(4, MICRODEGREES, "longitude, degrees"), bits, Rules.WEST));
    }

    private static double signed(double degrees, int bits, int negative) {
        return (bits & negative) == 0 ? degrees : -degrees;
    }

    private Rules rules(int bits) {
        @Nullable AreaPeriod period = period(bits);
        return new Rules(bits, period, limited(bits, Rules.LIMITED) ? limit(form.named()) : null);
    }

    private @Nullable AreaPeriod period(int bits) {
        return (bits & Rules.TIMED) != 0 || form.whole() ? AreaPeriod.read(in) : null;
    }

    private boolean limited(int bits, int limited) {
        return (bits & limited) != 0 || form.whole();
    }

    private SpeedLimit limit(boolean atNight) {
        return new SpeedLimit(
                in.u16("speed limit, km/h"),
                in.u8("duration of overspeed, s"),
                atNight ? in.u16("speed limit at night, km/h") : 0);
    }

    private int points() {
        int points = in.u16("number of points");
        return form.countedTwice() ? in.u8("number of points in this packet") : points;
    }

    private String name() {
        return form.named() ? in.counted(2, "name") : "";
    }
}
