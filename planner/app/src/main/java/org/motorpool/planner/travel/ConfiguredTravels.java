package org.motorpool.planner.travel;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.motorpool.planner.PlannerConfig;
import org.motorpool.planner.contract.DayApi;
import org.motorpool.planner.search.day.DayFacts.Place;
import org.motorpool.planner.search.day.GreatCircle;
import org.motorpool.planner.search.day.Travel;

/** What the operator has set: a road network is read at the start, which takes minutes for a province the first time. */
@Startup
@Singleton
final class ConfiguredTravels implements Travels {

    private static final Logger LOG = Logger.getLogger(ConfiguredTravels.class);

    private final Optional<Roads> roads;
    private final int nearest;
    private final List<DayApi.TimeFactor> timeFactors;

    ConfiguredTravels(PlannerConfig config, ObjectMapper json) {
        this.nearest = config.travel().nearest();
        this.timeFactors = ConfiguredFactors.of(config.travel());
        this.roads = findRoads(config.travel(), json).map(RememberedRoads::new);
    }

    private static Optional<Roads> findRoads(PlannerConfig.Travelling travel, ObjectMapper json) {
        if (travel.roadNetwork().isPresent() && travel.matrix().isPresent()) {
            throw new IllegalStateException(
                    "motorpool.planner.travel has a road-network and a matrix; set one of the two");
        }
        Optional<Roads> network = travel.roadNetwork().map(extract -> read(extract, travel.roadCache()));
        return network.or(() -> travel.matrix().map(root -> new TableRoads(root, json)));
    }

    private static Roads read(Path extract, Optional<Path> cache) {
        if (!Files.isReadable(extract)) {
            throw new IllegalStateException("""
                    The road network %s cannot be read.
                    Set motorpool.planner.travel.road-network to an OpenStreetMap extract (.osm.pbf or .osm).""".formatted(extract));
        }
        LOG.infof("reading the road network %s", extract);
        return GraphHopperRoads.open(extract, cache.orElseGet(() -> Path.of(extract + ".roads")));
    }

    @Override
    public Travel between(List<Place> places) {
        return roads.<Travel>map(measured -> new RoadTravel(measured, nearest, places))
                .orElseGet(() -> new GreatCircle(places));
    }

    @Override
    public List<DayApi.TimeFactor> timeFactors() {
        return timeFactors;
    }
}
