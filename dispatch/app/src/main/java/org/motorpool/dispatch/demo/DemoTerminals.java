package org.motorpool.dispatch.demo;

import java.util.ArrayList;
import java.util.List;
import org.motorpool.dispatch.registry.BoundTerminal;
import org.motorpool.dispatch.registry.TerminalBinding;
import org.motorpool.dispatch.registry.VehicleFile;

/** A terminal in every vehicle: every other one speaks JT/T 808-2013, the rest 2019. */
final class DemoTerminals {

    private DemoTerminals() {}

    static List<BoundTerminal> of(List<VehicleFile> vehicles) {
        List<BoundTerminal> terminals = new ArrayList<>();
        for (VehicleFile vehicle : vehicles) {
            int number = terminals.size() + 1;
            TerminalBinding binding = new TerminalBinding(
                    "0139%08d".formatted(number),
                    "MP%05d".formatted(number),
                    number % 2 == 0 ? 2019 : 2013,
                    vehicle.id());
            terminals.add(new BoundTerminal(binding, vehicle));
        }
        return terminals;
    }
}
