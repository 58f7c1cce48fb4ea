package org.motorpool.telematics.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.command.CommandConfig;
import org.motorpool.telematics.contract.TelematicsCommand;
import org.motorpool.telematics.contract.TelematicsEvent;
import org.motorpool.telematics.gateway.GatewayConfig;
import org.motorpool.telematics.media.MediaConfig;
import org.motorpool.telematics.recorder.RecorderConfig;

class DefaultsTest {

    private final SmallRyeConfig config = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(GatewayConfig.class)
            .withMapping(CommandConfig.class)
            .withMapping(RecorderConfig.class)
            .withMapping(MediaConfig.class)
            .build();

    @Test
    void theGatewayListensOnPort6808() {
        GatewayConfig gateway = config.getConfigMapping(GatewayConfig.class);
        assertThat(gateway.port()).isEqualTo(6808);
        assertThat(gateway.host()).isEqualTo("0.0.0.0");
        assertThat(gateway.idleTimeout()).isEqualTo(Duration.ofMinutes(5));
        assertThat(gateway.authenticationTimeout()).isEqualTo(Duration.ofMinutes(1));
        assertThat(gateway.writeTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(gateway.authenticationTimeoutCrowded()).isEqualTo(Duration.ofSeconds(5));
        assertThat(gateway.unauthenticatedMax()).isEqualTo(10_000);
        assertThat(gateway.framesPerSecond()).isEqualTo(1000);
        assertThat(gateway.udp()).isFalse();
        assertThat(gateway.proxyProtocol()).isFalse();
        assertThat(gateway.tls().port()).isEmpty();
        assertThat(gateway.malformedMax()).isEqualTo(10);
        assertThat(gateway.unacknowledgedPerConnection()).isEqualTo(64);
        assertThat(gateway.mediaMemory().asLongValue()).isEqualTo(64L << 20);
        assertThat(gateway.attachmentHost()).isEmpty();
        assertThat(gateway.attachmentPort()).isEmpty();
        assertThat(gateway.authCodeValidity()).isEqualTo(Duration.ofDays(365));
    }

    @Test
    void aCommandWaitsADayAndIsSentFourTimes() {
        CommandConfig command = config.getConfigMapping(CommandConfig.class);
        assertThat(command.validity()).isEqualTo(Duration.ofDays(1));
        assertThat(command.queueMax()).isEqualTo(64);
        assertThat(command.responseTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(command.retransmissions()).isEqualTo(3);
        assertThat(command.sweepPeriod()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void theGatewayStopsReadingBeforeTheRecorderRefuses() {
        assertThat(config.getConfigMapping(GatewayConfig.class).unacknowledgedTotal())
                .isEqualTo(20_000)
                .isLessThan(config.getConfigMapping(RecorderConfig.class).queueCapacity());
    }

    @Test
    void theRecorderStoresUpTo4000EventsInOneTransaction() {
        RecorderConfig recorder = config.getConfigMapping(RecorderConfig.class);
        assertThat(recorder.queueCapacity()).isEqualTo(50_000);
        assertThat(recorder.batchMax()).isEqualTo(4000);
        assertThat(recorder.retryDelay()).isEqualTo(Duration.ofMillis(200));
        assertThat(recorder.retryDelayMax()).isEqualTo(Duration.ofSeconds(5));
        assertThat(recorder.stopTimeout()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aMediumMayHave16MebibytesAndAVehicle512ADay() {
        MediaConfig media = config.getConfigMapping(MediaConfig.class);
        assertThat(media.folder()).isEqualTo(Path.of("media"));
        assertThat(media.objectMax().asLongValue()).isEqualTo(16L << 20);
        assertThat(media.dailyPerVehicle().asLongValue()).isEqualTo(512L << 20);
        assertThat(media.threads()).isEqualTo(2);
        assertThat(media.uploadsMax()).isEqualTo(1000);
        assertThat(media.requestValidity()).isEqualTo(Duration.ofDays(1));
        assertThat(media.requestInterval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(media.resumeFor()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void theChannelsReadTheTopicsOfTheContract() {
        SmallRyeConfig files = new SmallRyeConfigBuilder().addDefaultSources().build();
        assertThat(files.getRawValue("mp.messaging.incoming.telematics-events.topic"))
                .isEqualTo(TelematicsEvent.TOPIC);
        assertThat(files.getRawValue("mp.messaging.incoming.telematics-commands.topic"))
                .isEqualTo(TelematicsCommand.TOPIC);
    }
}
