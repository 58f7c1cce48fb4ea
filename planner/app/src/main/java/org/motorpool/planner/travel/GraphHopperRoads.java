package org.motorpool.planner.travel;

import com.graphhopper.GHRequest;
import com.graphhopper.GHResponse;
import com.graphhopper.GraphHopper;
import com.graphhopper.ResponsePath;
import com.graphhopper.config.CHProfile;
import com.graphhopper.config.Profile;
import com.graphhopper.util.GHUtility;
import com.graphhopper.util.Parameters;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motorpool.planner.search.day.DayFacts.Place;

/** A road network from an OpenStreetMap extract: the fastest ways of a car, by contraction hierarchies. */
final class GraphHopperRoads implements Roads {

    private static final String CAR = "car";

    private final GraphHopper network;

    private GraphHopperRoads(GraphHopper network) {
        this.network = network;
    }

    /**
     * Reads the extract, or what was prepared of it before.
     *
     * @param cache where the prepared network is kept
     */
    static GraphHopperRoads open(Path extract, Path cache) {
        GraphHopper network = new GraphHopper()
                .setOSMFile(extract.toString())
                .setGraphHopperLocation(cache.toString())
                .setEncodedValuesString("car_access, car_average_speed")
                .setProfiles(new Profile(CAR).setCustomModel(GHUtility.loadCustomModelFromJar("car.json")));
        network.getCHPreparationHandler().setCHProfiles(new CHProfile(CAR));
        return new GraphHopperRoads(network.importOrLoad());
    }

    @Override
    public Optional<Map<Integer, Way>> findWays(Place from, List<Place> to) {
        Map<Integer, Way> ways = new HashMap<>();
        for (int i = 0; i < to.size(); i++) {
            GHResponse response = network.route(request(from, to.get(i)));
            if (!response.hasErrors()) {
                ways.put(i, way(response.getBest()));
            }
        }
        return Optional.of(ways);
    }

    private static GHRequest request(Place from, Place to) {
        GHRequest request = new GHRequest(from.latitude(), from.longitude(), to.latitude(), to.longitude());
        request.setProfile(CAR);
        request.putHint(Parameters.Routing.INSTRUCTIONS, false);
        request.putHint(Parameters.Routing.CALC_POINTS, false);
        return request;
    }

    private static Way way(ResponsePath path) {
        return new Way((int) Math.round(path.getDistance()), (int) Math.ceilDiv(path.getTime(), 1_000L));
    }
}
