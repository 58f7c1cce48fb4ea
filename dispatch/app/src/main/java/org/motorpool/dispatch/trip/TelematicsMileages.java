package org.motorpool.dispatch.trip;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.motorpool.dispatch.identity.TokenIssuer;
import org.motorpool.telematics.contract.TrackApi;

@Singleton
class TelematicsMileages implements Mileages {

    private final TelematicsMileage telematics;
    private final TokenIssuer tokens;

    TelematicsMileages(@RestClient TelematicsMileage telematics, TokenIssuer tokens) {
        this.telematics = telematics;
        this.tokens = tokens;
    }

    @Override
    public Uni<OptionalLong> measure_m(UUID vehicleId, Instant from, Instant to) {
        return telematics
                .mileage("Bearer " + tokens.issueForService(), vehicleId, from.toString(), to.toString())
                .map(TelematicsMileages::measured_m);
    }

    private static OptionalLong measured_m(TrackApi.Mileage mileage) {
        return mileage.positions() == 0 ? OptionalLong.empty() : OptionalLong.of(mileage.track_m());
    }
}
