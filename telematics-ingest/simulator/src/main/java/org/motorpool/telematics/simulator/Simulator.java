package org.motorpool.telematics.simulator;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Makes a running Motorpool live: virtual terminals report over TCP, virtual people work through the HTTP APIs. */
public final class Simulator {
    private static final String DISPATCHER = "dispatcher";
    private static final Duration RETRY = Duration.ofSeconds(3);

    private final Options options;
    private final Progress progress;
    private final ApiClient dispatch;
    private final ApiClient mobile;
    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(4);

    private Simulator(Options options, Progress progress) {
        this.options = options;
        this.progress = progress;
        this.dispatch = new ApiClient(options.url(), options.password());
        this.mobile = new ApiClient(options.mobileUrl(), options.password());
    }

    /** Runs until it is ended; see {@code --help}. */
    public static void main(String[] arguments) throws InterruptedException {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
            return;
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        new Simulator(options, new Progress(out)).run();
    }

    private void run() throws InterruptedException {
        List<Api.Terminal> terminals = awaitTerminals();
        Fleet fleet = new Fleet(options, terminals, Roads.load(), progress);
        Runtime.getRuntime().addShutdownHook(new Thread(fleet::stop));
        progress.note("terminals: %d, each over its own TCP connection to %s:%d"
                .formatted(
                        terminals.size(),
                        options.gateway().getHostString(),
                        options.gateway().getPort()));
        fleet.start(executor);
        executor.scheduleAtFixedRate(progress::tell, 5, 10, TimeUnit.SECONDS);
        if (options.people()) {
            startPeople(fleet);
        }
        executor.awaitTermination(Long.MAX_VALUE, TimeUnit.DAYS);
    }

    private List<Api.Terminal> awaitTerminals() throws InterruptedException {
        while (true) {
            try {
                List<Api.Terminal> terminals = dispatch.list(DISPATCHER, "/api/v1/terminals", Api.Terminal.class);
                if (!terminals.isEmpty()) {
                    return terminals;
                }
                progress.problem("no terminal is on file yet");
            } catch (ApiClient.Refusal refusal) {
                progress.problem(refusal.getMessage() + "; trying again");
            }
            TimeUnit.MILLISECONDS.sleep(RETRY.toMillis());
        }
    }

    private void startPeople(Fleet fleet) throws InterruptedException {
        RequestPlan.World world = awaitWorld();
        Set<String> provinces = world.units().stream()
                .filter(unit -> !unit.level().equals("NATION"))
                .map(unit -> unit.regionCode().substring(0, 2) + "0000")
                .collect(Collectors.toCollection(HashSet::new));
        RequestPlan plan = new RequestPlan(world, options.requests(), new Random());
        repeat(new Requesters(dispatch, plan, options.requests(), progress), Duration.ofMillis(500));
        repeat(new Approvers(dispatch, provinces, progress), Duration.ofSeconds(4));
        repeat(new Planner(dispatch, progress), Duration.ofSeconds(1));
        repeat(new Drivers(dispatch, mobile, fleet.vehicles(), progress), Duration.ofSeconds(2));
    }

    private void repeat(Role role, Duration pause) {
        Role.repeat(role, pause, executor, progress);
    }

    private RequestPlan.World awaitWorld() throws InterruptedException {
        while (true) {
            try {
                return new RequestPlan.World(
                        dispatch.list(DISPATCHER, "/api/v1/units", Api.Unit.class),
                        dispatch.list(DISPATCHER, "/api/v1/vehicles", Api.Vehicle.class),
                        dispatch.list(DISPATCHER, "/api/v1/regions", Api.Region.class).stream()
                                .map(Api.Region::code)
                                .collect(Collectors.toSet()));
            } catch (ApiClient.Refusal refusal) {
                progress.problem(refusal.getMessage() + "; trying again");
            }
            TimeUnit.MILLISECONDS.sleep(RETRY.toMillis());
        }
    }
}
