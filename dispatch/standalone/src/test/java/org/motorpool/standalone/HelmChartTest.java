package org.motorpool.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The chart renders both assemblies, tells each service what it needs and nothing more, and refuses what cannot work. */
class HelmChartTest {

    /** Rendering leaves hooks out; so the bootstrap is looked at as the plain job that it can be as well. */
    private static final Map<String, Object> JOB = Map.of("bootstrap.hook", false);

    @ParameterizedTest
    @ValueSource(strings = {"standalone", "distributed"})
    void passesStrictLint(String mode, @TempDir Path copy) {
        LintResult result = HelmChart.lint(mode, copy);

        assertThat(result.isFailed())
                .as(String.join("\n", result.getMessages()))
                .isFalse();
    }

    @Test
    void rendersOneDeploymentForStandalone() {
        assertThat(HelmChart.of("standalone").names("Deployment")).containsExactly("motorpool-standalone");
    }

    @Test
    void rendersFourDeploymentsForDistributed() {
        assertThat(HelmChart.of("distributed").names("Deployment"))
                .containsExactlyInAnyOrder(
                        "motorpool-dispatch",
                        "motorpool-telematics-ingest",
                        "motorpool-planner",
                        "motorpool-mobile-api");
    }

    @Test
    void tellsTheServicesWhereTheyFindEachOther() {
        HelmChart chart = HelmChart.of("distributed");

        assertThat(chart.env("dispatch").get("MOTORPOOL_DISPATCH_TELEMATICS_URL"))
                .isEqualTo("http://motorpool-telematics-ingest:8083");
        assertThat(chart.env("dispatch").get("MOTORPOOL_DISPATCH_PLANNER_URL"))
                .isEqualTo("http://motorpool-planner:8082");
        assertThat(chart.env("mobile-api").get("MOTORPOOL_MOBILE_DISPATCH_URL"))
                .isEqualTo("http://motorpool-dispatch:8080");
        assertThat(chart.names("Service")).contains("motorpool-telematics-ingest", "motorpool-dispatch");
        assertThat(chart.get("ConfigMap", "motorpool")
                        .at("/data/KAFKA_BOOTSTRAP_SERVERS")
                        .asText())
                .isEqualTo("kafka:9092");
    }

    @Test
    void leavesKafkaOutOfStandalone() {
        JsonNode data = HelmChart.of("standalone").get("ConfigMap", "motorpool").path("data");

        assertThat(data.has("MOTORPOOL_DB_HOST")).isTrue();
        assertThat(data.has("KAFKA_BOOTSTRAP_SERVERS")).isFalse();
    }

    @Test
    void givesEachServiceOnlyThePasswordsOfItsOwnSchema() {
        HelmChart chart = HelmChart.of("distributed");

        assertThat(chart.secretKeys("dispatch")).containsExactlyInAnyOrder("owner-password", "dispatch-password");
        assertThat(chart.secretKeys("telematics-ingest"))
                .containsExactlyInAnyOrder("owner-password", "telemetry-password");
        assertThat(chart.secretKeys("planner")).isEmpty();
        assertThat(chart.secretKeys("mobile-api")).isEmpty();
    }

    @Test
    void mountsTheSigningKeyInDispatchOnly() {
        HelmChart chart = HelmChart.of("distributed");

        assertThat(chart.mountedKeys("dispatch")).containsExactly("public.pem", "private.pem");
        for (String other : List.of("telematics-ingest", "planner", "mobile-api")) {
            assertThat(chart.mountedKeys(other)).as(other).containsExactly("public.pem");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"standalone", "distributed"})
    void holdsNoSecretItself(String mode) {
        HelmChart chart = HelmChart.of(mode, JOB);

        assertThat(chart.names("Secret")).isEmpty();
        assertThat(chart.containers())
                .flatExtracting(container -> List.copyOf(container.at("/env").findParents("value")))
                .extracting(variable -> variable.path("name").asText())
                .contains("QUARKUS_HTTP_PORT")
                .noneMatch(name -> name.contains("PASSWORD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"standalone", "distributed"})
    void locksEveryContainerDown(String mode) {
        assertThat(HelmChart.of(mode, JOB).containers()).isNotEmpty().allSatisfy(container -> {
            assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                    .isTrue();
            assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
            assertThat(container.at("/securityContext/capabilities/drop/0").asText())
                    .isEqualTo("ALL");
            assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
        });
    }

    @Test
    void runsPodsWithoutRootAndWithoutClusterCredentials() {
        assertThat(HelmChart.of("distributed", JOB).pods()).hasSize(5).allSatisfy(pod -> {
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.at("/automountServiceAccountToken").asBoolean(true)).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"standalone", "telematics-ingest"})
    void opensTheTerminalPortOfTheGateway(String gateway) {
        HelmChart chart = HelmChart.of(gateway.equals("standalone") ? "standalone" : "distributed");
        JsonNode service = chart.get("Service", "motorpool-terminals").path("spec");

        assertThat(service.at("/ports/0/port").asInt()).isEqualTo(6808);
        assertThat(service.at("/selector").path("app.kubernetes.io/component").asText())
                .isEqualTo(gateway);
        assertThat(chart.env(gateway).get("MOTORPOOL_JT808_PORT")).isEqualTo("6808");
    }

    @ParameterizedTest
    @ValueSource(strings = {"standalone", "telematics-ingest"})
    void keepsMediaOfTheGatewayOnAVolume(String gateway) {
        HelmChart chart = HelmChart.of(gateway.equals("standalone") ? "standalone" : "distributed");
        JsonNode claim = chart.get("PersistentVolumeClaim", "motorpool-media");
        JsonNode pod = chart.get("Deployment", "motorpool-" + gateway).at("/spec/template/spec");

        assertThat(claim.at("/metadata/annotations")
                        .path("helm.sh/resource-policy")
                        .asText())
                .isEqualTo("keep");
        assertThat(pod.path("volumes").toString()).contains("\"claimName\":\"motorpool-media\"");
        assertThat(pod.at("/containers/0/volumeMounts").toString()).contains("/var/lib/motorpool/media");
    }

    @Test
    void scalesWhatCanScale() {
        assertThat(HelmChart.of("distributed").names("HorizontalPodAutoscaler"))
                .containsExactly("motorpool-mobile-api");
        HelmChart standalone = HelmChart.of("standalone");
        assertThat(standalone.names("HorizontalPodAutoscaler")).isEmpty();
        assertThat(standalone
                        .get("Deployment", "motorpool-standalone")
                        .at("/spec/strategy/type")
                        .asText())
                .isEqualTo("Recreate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dispatch", "telematics-ingest"})
    void refusesASecondReplicaOfWhatCannotHaveOne(String component) {
        assertThatThrownBy(() -> HelmChart.of("distributed", Map.of(component + ".replicas", 2)))
                .hasMessageContaining(component + ".replicas: 2 is too many; it must be 1, because");
        assertThatThrownBy(() -> HelmChart.of(
                        "distributed",
                        Map.of(
                                component + ".autoscaling.enabled", true,
                                component + ".autoscaling.min", 1,
                                component + ".autoscaling.max", 3,
                                component + ".autoscaling.cpuPercent", 70)))
                .hasMessageContaining(component + ".autoscaling: it cannot scale");
        assertThat(HelmChart.of("standalone", Map.of(component + ".replicas", 2))
                        .names("Deployment"))
                .containsExactly("motorpool-standalone");
    }

    @Test
    void preparesTheDatabaseWithTheSameScriptAsTheLauncher() throws IOException {
        JsonNode script = HelmChart.of("standalone", JOB).get("ConfigMap", "motorpool-bootstrap");

        assertThat(script.at("/data").path("bootstrap.sql").asText().strip())
                .isEqualTo(Files.readString(HelmChart.CHART.resolve("files/bootstrap.sql"))
                        .strip());
    }

    @Test
    void refusesAnUnknownMode() {
        assertThatThrownBy(() -> HelmChart.of("standalone", Map.of("mode", "clustered")))
                .hasMessageContaining("mode: \"clustered\" is unknown")
                .hasMessageContaining("standalone or distributed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "database.host",
                "database.existingSecret",
                "tokens.existingSecret",
                "bootstrap.existingSecret",
                "kafka.bootstrapServers"
            })
    void refusesAMissingValueByItsName(String key) {
        assertThatThrownBy(() -> HelmChart.of("distributed", Map.of(key, ""))).hasMessageContaining(key + ": missing");
    }

    @Test
    void refusesAPortThatIsNone() {
        assertThatThrownBy(() -> HelmChart.of("standalone", Map.of("terminals.port", 70_000)))
                .hasMessageContaining("terminals");
    }

    @Test
    void routesTheDriverApiToItsOwnService() {
        JsonNode paths = HelmChart.of("distributed", Map.of("ingress.enabled", true, "ingress.host", "cars.example.cn"))
                .get("Ingress", "motorpool")
                .at("/spec/rules/0/http/paths");

        assertThat(paths)
                .extracting(path -> path.path("path").asText() + " "
                        + path.at("/backend/service/name").asText())
                .containsExactly("/driver motorpool-mobile-api", "/ motorpool-dispatch");
    }
}
