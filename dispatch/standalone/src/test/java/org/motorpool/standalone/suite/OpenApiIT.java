package org.motorpool.standalone.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The HTTP interface changes on purpose only: the file the build writes is the one that is checked in. */
class OpenApiIT {

    @Test
    void isWhatIsCheckedIn() throws IOException {
        Path built = Assembly.root().resolve("dispatch/standalone/target/openapi/openapi.yaml");
        Path checkedIn = Assembly.root().resolve("dispatch/docs/openapi.yaml");
        assertThat(Files.readString(checkedIn))
                .as("when the change is meant, copy %s to %s", built, checkedIn)
                .isEqualTo(Files.readString(built));
    }
}
