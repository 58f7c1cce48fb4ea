package org.motorpool.dispatch.bench.compliance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.motorpool.dispatch.bench.platform.Application;
import org.motorpool.dispatch.bench.platform.Surroundings;

/**
 * The benchmark {@code compliance}: a national register, then acquisition checks, dashboards, the national annual report and a
 * workbook of a million rows, each through the HTTP API of the real process.
 */
public final class ComplianceBench {

    private static final int HEAP_mb = 512;
    private static final int EXPORT_HEAP_mb = 256;
    private static final int DASHBOARD_ROUNDS = 3;

    /** The expenses of the year, the figure with the most rows. */
    private static final String EXPORTED = "reports/annual/A19/rows.xlsx?year=%d";

    private final Options options;
    private final Surroundings surroundings;
    private final PrintStream progress;
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final Register register;
    private final Api api;
    private final ObjectNode result = new ObjectMapper().createObjectNode().put("benchmark", "compliance");

    private ComplianceBench(Options options, Surroundings surroundings, PrintStream progress) {
        this.options = options;
        this.surroundings = surroundings;
        this.progress = progress;
        this.register = new Register(options.vehicles(), today, progress);
        this.api = new Api(surroundings.port());
    }

    /**
     * Measures, with progress on {@code progress}, and answers the result as one line of JSON. Without the application's command it
     * only reads the arguments, which an {@link IllegalArgumentException} finds fault with.
     */
    public static String run(List<String> arguments, PrintStream progress) throws Exception {
        Options options = Options.parse(arguments);
        if (options.application().isEmpty()) {
            return "";
        }
        Surroundings surroundings = Surroundings.of(System.getenv());
        ComplianceBench bench = new ComplianceBench(options, surroundings, progress);
        try (Application application = new Application(options.application(), surroundings)) {
            bench.measure(application);
        }
        return bench.result.toString();
    }

    private void measure(Application application) throws Exception {
        progress.println("» 准备数据库 / preparing the database");
        application.start(HEAP_mb);
        application.stop();
        register.fill(surroundings);
        result.put("vehicles", options.vehicles())
                .put("units", register.tree().places().size());
        application.start(HEAP_mb);
        checks();
        dashboards();
        report(application);
        application.stop();
        application.start(EXPORT_HEAP_mb);
        export(application);
        application.stop();
    }

    private void checks() throws Exception {
        progress.println("» 配备校验 / acquisition checks");
        Histogram latencies_us = new Checks(register, api, surroundings.privateKey()).run(options.seconds());
        result.put("checks", latencies_us.getTotalCount())
                .put("check_p50_ms", ms(latencies_us.getValueAtPercentile(50)))
                .put("check_p99_ms", ms(latencies_us.getValueAtPercentile(99)));
        progress.printf(
                "  %d，p50 %.1f ms，p99 %.1f ms%n",
                latencies_us.getTotalCount(),
                ms(latencies_us.getValueAtPercentile(50)),
                ms(latencies_us.getValueAtPercentile(99)));
    }

    /** Each province as its own officer sees it; the first round warms up. {@code dashboard_ms} is the slowest but one percent. */
    private void dashboards() throws Exception {
        progress.println("» 省级看板 / dashboards of the provinces");
        Histogram latencies_us = new Histogram(3);
        for (int round = 0; round <= DASHBOARD_ROUNDS; round++) {
            for (Place province : register.tree().provinces()) {
                String token = token(province);
                long begun_ns = System.nanoTime();
                api.get(token, "dashboards/province?code=" + province.code());
                if (round > 0) {
                    latencies_us.recordValue((System.nanoTime() - begun_ns) / 1000);
                }
            }
        }
        result.put("dashboard_p50_ms", ms(latencies_us.getValueAtPercentile(50)))
                .put("dashboard_ms", ms(latencies_us.getValueAtPercentile(99)));
        progress.printf("  p99 %.1f ms%n", ms(latencies_us.getValueAtPercentile(99)));
    }

    private void report(Application application) throws Exception {
        progress.println("» 全国年度报告 / national annual report");
        String token = token(nation());
        long[] took_ns = new long[1];
        long heap_mb = application.peakHeap_mb(() -> {
            long begun_ns = System.nanoTime();
            JsonNode report = api.get(token, "reports/annual?year=" + today.getYear());
            took_ns[0] = System.nanoTime() - begun_ns;
            require(report);
        });
        result.put("national_report_s", seconds(took_ns[0])).put("report_heap_mb", heap_mb);
        progress.printf("  %.1f s，堆 / heap %d MB%n", seconds(took_ns[0]), heap_mb);
    }

    /** A report that forgot a vehicle would be fast as well. */
    private void require(JsonNode report) {
        long stock = report.at("/fields/2/value").asLong();
        long disposed = report.at("/fields/15/value").asLong();
        if (stock + disposed != options.vehicles()) {
            throw new IllegalStateException("the report has %d vehicles and %d disposed of, the register %d"
                    .formatted(stock, disposed, options.vehicles()));
        }
    }

    private void export(Application application) throws Exception {
        progress.println("» 导出 XLSX / a workbook");
        String token = token(nation());
        Path file = Files.createTempFile("motorpool-bench", ".xlsx");
        try {
            long begun_ns = System.nanoTime();
            long[] took_ns = new long[1];
            long heap_mb = application.peakHeap_mb(() -> {
                try (var out = Files.newOutputStream(file)) {
                    api.download(token, EXPORTED.formatted(today.getYear()), out);
                }
                took_ns[0] = System.nanoTime() - begun_ns;
            });
            long rows = Workbook.rows(file);
            result.put("xlsx_rows", rows)
                    .put("xlsx_s", seconds(took_ns[0]))
                    .put("xlsx_heap_mb", heap_mb)
                    .put("xlsx_mb", Files.size(file) >> 20);
            progress.printf("  %,d 行 / rows，%.1f s，堆 / heap %d MB%n", rows, seconds(took_ns[0]), heap_mb);
        } finally {
            Files.delete(file);
        }
    }

    private Place nation() {
        return register.tree().places().getFirst();
    }

    private String token(Place place) throws IOException, java.security.GeneralSecurityException {
        return Officer.token(surroundings.privateKey(), place);
    }

    private static double ms(long us) {
        return Math.round(us / 100.0) / 10.0;
    }

    private static double seconds(long ns) {
        return Math.round(ns / 1e8) / 10.0;
    }
}
