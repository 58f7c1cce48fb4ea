package org.motorpool.dispatch.bench.compliance;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Four levels: the nation, 31 provinces, 341 cities, 3410 counties, with departments at each; some 100,000 units. */
final class Tree {

    private static final int[] PROVINCES = {
        11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62,
        63, 64, 65
    };
    private static final int CITIES = 11;
    private static final int COUNTIES = 10;
    private static final String NATION = "100000";

    private final List<Place> places = new ArrayList<>();
    private final List<String[]> regions = new ArrayList<>();
    private final double share;

    /**
     * The tree of a register.
     *
     * @param share of the departments of a full one, so that a small register has few
     */
    Tree(double share) {
        this.share = Math.min(1, share);
        Place nation = office(NATION, "NATION", null);
        departments(nation, 120);
        for (int province : PROVINCES) {
            province(nation, province);
        }
    }

    List<Place> places() {
        return List.copyOf(places);
    }

    /** Code, name, level, code of the region above. */
    List<String[]> regions() {
        return List.copyOf(regions);
    }

    List<Place> provinces() {
        return places.stream()
                .filter(place ->
                        place.level().equals("PROVINCE") && place.code().length() == NATION.length())
                .toList();
    }

    private void province(Place nation, int province) {
        Place office = office("%02d0000".formatted(province), "PROVINCE", nation);
        departments(office, 60);
        for (int city = 1; city <= CITIES; city++) {
            city(office, province, city);
        }
    }

    private void city(Place above, int province, int city) {
        Place office = office("%02d%02d00".formatted(province, city), "CITY", above);
        departments(office, 45);
        for (int county = 1; county <= COUNTIES; county++) {
            departments(office("%02d%02d%02d".formatted(province, city, county), "COUNTY", office), 23);
        }
    }

    private Place office(String code, String level, @Nullable Place above) {
        regions.add(new String[] {code, "地区" + code, level, above == null ? null : above.regionCode()});
        return add(code, level, code, above);
    }

    private void departments(Place office, int count) {
        for (int n = 1; n <= Math.round(count * share); n++) {
            add("%s%03d".formatted(office.code(), n), office.level(), office.regionCode(), office);
        }
    }

    private Place add(String code, String level, String regionCode, @Nullable Place above) {
        Place place = new Place(places.size(), code, level, regionCode, above);
        places.add(place);
        return place;
    }
}
