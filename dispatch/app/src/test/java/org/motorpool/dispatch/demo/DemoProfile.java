package org.motorpool.dispatch.demo;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Starts the application on an empty database with the demo world. */
public class DemoProfile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("motorpool.dispatch.demo", "true");
    }
}
