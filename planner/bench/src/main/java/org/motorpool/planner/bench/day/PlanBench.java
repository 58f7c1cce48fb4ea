package org.motorpool.planner.bench.day;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.motorpool.planner.contract.PlannerCommand.SolvePlan;
import org.motorpool.planner.contract.PlannerEvent.PlanProgressed;
import org.motorpool.planner.contract.PlannerEvent.PlanProposed;
import org.motorpool.planner.day.PlanRun;
import org.motorpool.planner.search.day.CostTerm;
import org.motorpool.planner.search.day.DayFacts;
import org.motorpool.planner.search.day.DaySolution;
import org.motorpool.planner.search.day.GreatCircle;

/**
 * {@code bench planner --plan}: a made day planned the way the service does it, from the bytes of a command to the proposal, and by the
 * engine alone in the same time.
 */
public final class PlanBench {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    /** A service that has run for a while is compiled. */
    private static final ServiceOptions WARM_UP = new ServiceOptions(300, 120, 3, 1, 0);

    private static final double SECOND_MS = 1_000;
    private static final double SECOND_NS = 1e9;

    /** Of the time of a plan nine parts of ten are for the search. */
    private static final double SEARCH = 0.9;

    private final ServiceOptions options;
    private final DayFacts facts;

    public PlanBench(ServiceOptions options) {
        this.options = options;
        this.facts = MadeDay.of(options.rides(), options.vehicles(), options.seed());
    }

    /** The last line of the benchmark. */
    public ObjectNode run() throws IOException {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("bench", "planner");
        PlanBench small = new PlanBench(WARM_UP);
        small.service(JsonNodeFactory.instance.objectNode());
        small.engine(JsonNodeFactory.instance.objectNode());
        json.put("plan", options.rides() + "x" + options.vehicles()).put("seconds", options.seconds());
        service(json.putObject("service"));
        engine(json.putObject("engine"));
        return json;
    }

    private void service(ObjectNode json) throws IOException {
        byte[] command = JSON.writeValueAsBytes(command());
        List<PlanProgressed> told = new ArrayList<>();
        long start_ns = System.nanoTime();
        SolvePlan read = JSON.readValue(command, SolvePlan.class);
        long read_ns = System.nanoTime() - start_ns;
        PlanProposed plan = new PlanRun(read, BenchConfig.DEFAULT, GreatCircle::new).solve(told::add);
        json.put("command_mb", DayBench.round(command.length / SECOND_NS * SECOND_MS))
                .put("first_complete_s", first_s(told, read_ns))
                .put("answer_s", DayBench.round((System.nanoTime() - start_ns) / SECOND_NS))
                .put("proposal_mb", DayBench.round(JSON.writeValueAsBytes(plan).length / SECOND_NS * SECOND_MS))
                .put("served", plan.orders().size())
                .put("unserved", plan.unserved().size())
                .put("cost_fen", plan.cost_fen())
                .put("bound_fen", plan.bound().cost_fen())
                .put("gap_percent", plan.bound().gap_percent())
                .put("relaxation", plan.bound().relaxation())
                .put("score", plan.score());
    }

    private static double first_s(List<PlanProgressed> told, long read_ns) {
        return DayBench.round(told.getFirst().elapsed_ms() / SECOND_MS + read_ns / SECOND_NS);
    }

    private void engine(ObjectNode json) {
        SolvedDay solved = SolvedDay.solve(
                facts, options.seed(), (long) (SEARCH * options.seconds() * SECOND_NS), System::nanoTime);
        DaySolution solution = solved.solution();
        long unserved_fen = solution.cost().of(CostTerm.UNSERVED);
        json.put("first_complete_s", DayBench.round(solved.first_ns() / SECOND_NS))
                .put(
                        "served",
                        facts.rides().size()
                                - solution.unserved().size()
                                - solution.rented().size())
                .put("unserved", solution.unserved().size())
                .put("rented", solution.rented().size())
                .put("cost_fen", solution.cost().total_fen() - unserved_fen);
    }

    private SolvePlan command() {
        DayFacts named = new DayFacts(
                facts.now_s(),
                facts.places(),
                facts.units(),
                facts.agreements(),
                facts.chargers(),
                facts.vehicles().stream().map(PlanBench::named).toList(),
                facts.drivers().stream().map(PlanBench::named).toList(),
                facts.rides().stream().map(PlanBench::named).toList(),
                facts.takeOver_s(),
                facts.timeFactors());
        return new SolvePlan(
                new UUID(0, 1),
                "bench",
                options.seconds(),
                options.seed(),
                List.of(),
                List.of(),
                List.of(new DayOnWire(named).facts("bench", 0)));
    }

    private static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static DayFacts.Vehicle named(DayFacts.Vehicle vehicle) {
        return new DayFacts.Vehicle(
                id(vehicle.name()),
                vehicle.home(),
                vehicle.unit(),
                vehicle.category(),
                vehicle.seats(),
                vehicle.boot(),
                vehicle.licence(),
                vehicle.tank(),
                vehicle.regions(),
                vehicle.offered(),
                vehicle.blocked());
    }

    private static DayFacts.Driver named(DayFacts.Driver driver) {
        return new DayFacts.Driver(
                id(driver.name()),
                driver.place(),
                driver.vehicle(),
                driver.licences(),
                driver.shift(),
                driver.mostOvertime_s(),
                driver.mostDriving_s());
    }

    private static DayFacts.Ride named(DayFacts.Ride ride) {
        return new DayFacts.Ride(
                id(ride.name()),
                ride.unit(),
                ride.pickup(),
                ride.via(),
                ride.dropoff(),
                ride.pickupTime(),
                ride.latestDropoff_s(),
                ride.passengers(),
                ride.baggage(),
                ride.categories(),
                ride.eligibility(),
                ride.sharing(),
                ride.priority(),
                ride.after(),
                ride.rental_fen(),
                ride.promised());
    }
}
