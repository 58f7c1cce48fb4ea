package org.motorpool.telematics.simulator;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.motorpool.telematics.codec.Area;
import org.motorpool.telematics.codec.AreaDownlink;
import org.motorpool.telematics.codec.AreaKind;
import org.motorpool.telematics.codec.SettingsUplink;

/** The areas that the platform sets in a terminal; it does not watch them. Not thread-safe. */
final class StoredAreas {
    private static final int REPLACE = 0;

    private final Map<AreaKind, SortedMap<Long, Area>> byKind = new EnumMap<>(AreaKind.class);

    StoredAreas() {
        for (AreaKind kind : AreaKind.values()) {
            byKind.put(kind, new TreeMap<>());
        }
    }

    void set(AreaDownlink.SetCircles set) {
        put(AreaKind.CIRCLE, set.operation(), set.circles());
    }

    void set(AreaDownlink.SetRectangles set) {
        put(AreaKind.RECTANGLE, set.operation(), set.rectangles());
    }

    void set(Area.Polygon polygon) {
        areas(AreaKind.POLYGON).put(polygon.id(), polygon);
    }

    void set(Area.Route route) {
        areas(AreaKind.ROUTE).put(route.id(), route);
    }

    private void put(AreaKind kind, int operation, List<? extends Area> areas) {
        if (operation == REPLACE) {
            areas(kind).clear();
        }
        areas.forEach(area -> areas(kind).put(area.id(), area));
    }

    /** No ids delete all of the kind. */
    void delete(AreaDownlink.DeleteAreas delete) {
        if (delete.ids().isEmpty()) {
            areas(delete.kind()).clear();
        } else {
            areas(delete.kind()).keySet().removeAll(delete.ids());
        }
    }

    /** What there is of what is asked for; no ids ask for all of the kind. */
    SettingsUplink.AreasAnswer answer(AreaDownlink.QueryAreas query) {
        List<Area> found = byKind.entrySet().stream()
                .filter(entry -> entry.getKey().number() == query.kind())
                .flatMap(entry -> entry.getValue().values().stream())
                .filter(area -> query.ids().isEmpty() || query.ids().contains(area.id()))
                .toList();
        return new SettingsUplink.AreasAnswer(query.kind(), found.size(), found, "");
    }

    private SortedMap<Long, Area> areas(AreaKind kind) {
        return byKind.computeIfAbsent(kind, _ -> new TreeMap<>());
    }
}
