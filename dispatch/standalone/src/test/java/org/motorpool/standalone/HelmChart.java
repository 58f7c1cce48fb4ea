package org.motorpool.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The chart, rendered with the values of one mode. */
final class HelmChart {

    static final Path CHART = Path.of(System.getProperty("motorpool.root", "../.."), "helm")
            .toAbsolutePath()
            .normalize();

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final List<JsonNode> manifests;

    private HelmChart(List<JsonNode> manifests) {
        this.manifests = manifests;
    }

    static HelmChart of(String mode) {
        return of(mode, Map.of());
    }

    static HelmChart of(String mode, Map<String, Object> overrides) {
        TemplateCommand command = new Helm(CHART)
                .template()
                .withName("motorpool")
                .withKubeVersion("1.30.0")
                .withValuesFile(values(mode));
        overrides.forEach(command::set);
        return new HelmChart(documents(command.call()));
    }

    /** Lint takes no values file, so it looks at a copy whose defaults are those of the mode. */
    static LintResult lint(String mode, Path copy) {
        try (Stream<Path> files = Files.walk(CHART)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(CHART.relativize(file));
                Files.createDirectories(target.getParent());
                Files.write(target, Files.readAllBytes(file));
            }
            JsonNode defaults = YAML.readTree(CHART.resolve("values.yaml").toFile());
            YAML.readerForUpdating(defaults).readValue(values(mode).toFile());
            YAML.writeValue(copy.resolve("values.yaml").toFile(), defaults);
            return new Helm(copy).lint().strict().call();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    List<String> names(String kind) {
        return manifests.stream()
                .filter(manifest -> manifest.path("kind").asText().equals(kind))
                .map(manifest -> manifest.at("/metadata/name").asText())
                .toList();
    }

    JsonNode get(String kind, String name) {
        return manifests.stream()
                .filter(manifest -> manifest.path("kind").asText().equals(kind))
                .filter(manifest -> manifest.at("/metadata/name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no %s %s in the chart".formatted(kind, name)));
    }

    /** The pods of every Deployment and Job. */
    List<JsonNode> pods() {
        return manifests.stream()
                .map(manifest -> manifest.at("/spec/template/spec"))
                .filter(JsonNode::isObject)
                .toList();
    }

    List<JsonNode> containers() {
        return pods().stream()
                .flatMap(pod -> pod.path("containers").valueStream())
                .toList();
    }

    /** Literal environment variables of one component. */
    Map<String, String> env(String component) {
        Map<String, String> env = new TreeMap<>();
        for (JsonNode variable : pod(component).at("/containers/0/env")) {
            if (variable.has("value")) {
                env.put(variable.path("name").asText(), variable.path("value").asText());
            }
        }
        return env;
    }

    /** Keys of the Secrets that one component reads into its environment. */
    List<String> secretKeys(String component) {
        return pod(component).at("/containers/0/env").findValuesAsText("key");
    }

    List<String> mountedKeys(String component) {
        return pod(component).at("/volumes/0/secret/items").findValuesAsText("key");
    }

    private JsonNode pod(String component) {
        return get("Deployment", "motorpool-" + component).at("/spec/template/spec");
    }

    private static Path values(String mode) {
        return CHART.resolve("values-%s.yaml".formatted(mode));
    }

    private static List<JsonNode> documents(String rendered) {
        List<JsonNode> documents = new ArrayList<>();
        try (var parsed = YAML.readerFor(JsonNode.class).<JsonNode>readValues(rendered)) {
            parsed.forEachRemaining(documents::add);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return documents.stream().filter(JsonNode::isObject).toList();
    }
}
