package org.motorpool.planner.day;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.motorpool.planner.contract.DayApi;
import org.motorpool.planner.search.day.DayFacts;
import org.motorpool.planner.search.day.Traffic;
import org.motorpool.planner.travel.Travels;

/** The numbers that a day gives to what its caller names; grows with the rides and places that come later. */
final class DayWords {

    private static final int MOST_S = 10 * 24 * 3600;
    private static final double MOST_LATITUDE = 90;
    private static final double MOST_LONGITUDE = 180;

    final Numbering<String> units = new Numbering<>();
    final Numbering<String> vehicles = new Numbering<>();
    final Numbering<String> drivers = new Numbering<>();
    final Numbering<String> rides = new Numbering<>();
    final Numbering<DayFacts.Place> places = new Numbering<>();

    /** Vehicles of the pools by their names. */
    final Map<String, Set<Integer>> pools = new HashMap<>();

    final Travels travels;

    /** What the hours make of travel times. */
    Traffic traffic = new Traffic(List.of());

    private final Instant midnight;
    private final Numbering<String> categories = new Numbering<>();
    private final Numbering<String> licences = new Numbering<>();
    private final Numbering<String> regions = new Numbering<>();
    private final Numbering<String> circles = new Numbering<>();
    private @Nullable Consumer<DayFacts.Place> later;

    DayWords(Instant midnight, Travels travels) {
        this.midnight = midnight;
        this.travels = travels;
    }

    /** From now on a new place is told to the day that runs. */
    void tellPlaces(Consumer<DayFacts.Place> running) {
        later = running;
    }

    int seconds(Instant at) {
        return (int) Math.clamp(Duration.between(midnight, at).toSeconds(), -MOST_S, MOST_S);
    }

    /** What has begun by then stays. */
    int now_s(DayApi.Facts facts) {
        return facts.now() == null ? FactsReader.EARLIEST_S : seconds(facts.now());
    }

    Instant instant(int at_s) {
        return midnight.plusSeconds(at_s);
    }

    DayFacts.Window window(DayApi.Window window) {
        return new DayFacts.Window(seconds(window.from()), seconds(window.to()));
    }

    int region(@Nullable String code) {
        return regions.take(code == null ? "" : code);
    }

    int category(@Nullable String code) {
        return categories.take(code == null ? "" : code);
    }

    /** Of whom riders share a vehicle with. */
    int circle(@Nullable String word) {
        return word == null ? DayFacts.NONE : circles.take(word);
    }

    int licence(@Nullable String code) {
        return licences.take(code == null ? "" : code);
    }

    /** Those named, or all there are when none is. */
    Set<Integer> categories(List<String> codes) {
        return codes.isEmpty()
                ? IntStream.range(0, categories.size()).boxed().collect(Collectors.toSet())
                : codes.stream().map(this::category).collect(Collectors.toSet());
    }

    /** The numbers of those vehicles that are there. */
    Set<Integer> known(List<String> ids) {
        return ids.stream()
                .map(vehicles::find)
                .filter(vehicle -> vehicle != Numbering.UNKNOWN)
                .collect(Collectors.toUnmodifiableSet());
    }

    String category(int number) {
        return categories.get(number);
    }

    /** The number of the place, also of one without coordinates: rides there are wrong in themselves. */
    int place(DayApi.@Nullable Place place) {
        DayFacts.Place known = place == null || !isOnEarth(place)
                ? new DayFacts.Place(Double.NaN, Double.NaN, region(null))
                : new DayFacts.Place(place.latitude(), place.longitude(), region(place.region()));
        int before = places.size();
        int number = places.take(known);
        if (number == before && later != null) {
            later.accept(known);
        }
        return number;
    }

    private static boolean isOnEarth(DayApi.Place place) {
        return Math.abs(place.latitude()) <= MOST_LATITUDE
                && Math.abs(place.longitude()) <= MOST_LONGITUDE
                && (place.latitude() != 0 || place.longitude() != 0);
    }
}
