package org.motorpool.dispatch.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.contract.VehicleApi.Place;
import org.motorpool.dispatch.demo.DemoTables.Additions;
import org.motorpool.dispatch.demo.DemoTables.Model;
import org.motorpool.dispatch.demo.DemoTables.Post;
import org.motorpool.dispatch.demo.DemoUnits.Site;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.registry.VehicleParticulars;
import org.motorpool.dispatch.registry.VehicleParticulars.Battery;
import org.motorpool.dispatch.registry.VehicleState;

/** The vehicles of all units. */
final class DemoFleet {

    private static final String PUBLIC_SECURITY = "03";
    private static final double BAY_DEGREES = 0.00004;

    private final Map<String, Model> models =
            DemoTables.models().stream().collect(Collectors.toMap(Model::key, Function.identity()));
    private final List<Post> posts = DemoTables.fleet();
    private final DemoPlates plates = new DemoPlates();
    private final LocalDate today;

    private record Parked(Site site, Post post, Model model, int bay) {}

    DemoFleet(LocalDate today) {
        this.today = today;
    }

    List<VehicleFile> vehicles(List<Site> sites) {
        List<Parked> parked = parked(sites);
        return DemoTables.additions().stream()
                .flatMap(province -> vehicles(province, parked).stream())
                .toList();
    }

    private List<Parked> parked(List<Site> sites) {
        List<Parked> parked = new ArrayList<>();
        for (int i = 0; i < sites.size(); i++) {
            Site site = sites.get(i);
            int bay = 0;
            for (Post post : posts) {
                if (post.level().equals(site.region().level()) && post.suffix().equals(site.suffix())) {
                    parked.add(new Parked(site, post, model(post, i), bay++));
                }
            }
        }
        return parked;
    }

    /** The first new-energy and the first other vehicles of the province are this year's; the rest came in the years before. */
    private List<VehicleFile> vehicles(Additions province, List<Parked> all) {
        List<VehicleFile> files = new ArrayList<>();
        int newEnergy = province.newEnergy();
        int other = province.all() - province.newEnergy();
        for (Parked parked : all) {
            if (parked.site().region().province().equals(province.province())) {
                boolean thisYear = parked.model().isNewEnergy() ? newEnergy-- > 0 : other-- > 0;
                files.add(vehicle(parked, thisYear ? thisYear(files.size()) : before(files.size()), files.size()));
            }
        }
        if (newEnergy > 0 || other > 0) {
            throw new IllegalStateException("province %s has too few vehicles for its additions".formatted(province));
        }
        return files;
    }

    private VehicleFile vehicle(Parked parked, LocalDate registeredOn, int number) {
        Site site = parked.site();
        Model model = parked.model();
        boolean police = site.suffix().equals(PUBLIC_SECURITY) && !model.isNewEnergy();
        DemoPlates.Plate plate = plates.plate(site.region().plates(), model, police);
        VehicleFile file = new VehicleFile(
                Ids.next(),
                plate.number(),
                plate.colour(),
                plates.vin(model, registeredOn.getYear()),
                site.unit().id(),
                site.unit().path(),
                site.unit().name(),
                site.region().code(),
                parked.post().category(),
                model.bodyType(),
                model.energyType(),
                model.brand(),
                model.model(),
                model.seats(),
                model.price_fen(),
                model.displacement_l(),
                bay(site.parking(), parked.bay()),
                VehicleState.IDLE,
                registeredOn,
                number % 3 == 0 ? "RENEWAL" : "NEW");
        Battery battery = model.battery();
        return battery == null ? file : file.with(VehicleParticulars.PLAIN.withBattery(battery));
    }

    private Model model(Post post, int turn) {
        String key = post.models().get(turn % post.models().size());
        Model model = models.get(key);
        if (model == null) {
            throw new IllegalStateException("fleet.csv names model %s, models.csv has none".formatted(key));
        }
        return model;
    }

    /** A week after the one before, and before today, whatever day it is; on 1 January, today. */
    private LocalDate thisYear(int number) {
        int past = Math.max(1, today.getDayOfYear() - 1);
        return today.withDayOfYear(1 + 7 * number % past);
    }

    private LocalDate before(int number) {
        return LocalDate.of(today.getYear() - 1 - number % 7, 1 + number % 12, 1 + number % 28);
    }

    private static Place bay(Place parking, int bay) {
        return new Place(parking.name(), parking.latitude(), parking.longitude() + bay * BAY_DEGREES);
    }
}
