package org.motorpool.planner.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.planner.travel.RiverTown.NORTH;
import static org.motorpool.planner.travel.RiverTown.SOUTH;
import static org.motorpool.planner.travel.RiverTown.SOUTH_EAST;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TableRoadsTest {

    private HttpServer service;
    private Roads roads;
    private int status = 200;
    private String body = "";
    private volatile @Nullable String asked;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            asked = exchange.getRequestURI().toString();
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        service.start();
        URI root =
                URI.create("http://127.0.0.1:%d/".formatted(service.getAddress().getPort()));
        roads = new TableRoads(root, new ObjectMapper());
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void asksForOneRowOfTheTable() {
        body = """
                {"code":"Ok","durations":[[0,1800.4,null]],"distances":[[0,34860.6,null]]}""";

        assertThat(roads.findWays(SOUTH, List.of(NORTH, SOUTH_EAST))).contains(Map.of(0, new Roads.Way(34_861, 1_801)));
        assertThat(asked)
                .isEqualTo("/table/v1/driving/121.420000,31.230000;121.420000,31.240000;121.460000,31.230000"
                        + "?sources=0&annotations=duration,distance");
    }

    @Test
    void hasNothingFromAServiceThatRefuses() {
        status = 429;

        assertThat(roads.findWays(SOUTH, List.of(NORTH))).isEmpty();
    }

    @Test
    void hasNothingFromAServiceThatSpeaksSomethingElse() {
        body = "<html>sign in</html>";

        assertThat(roads.findWays(SOUTH, List.of(NORTH))).isEmpty();
    }

    @Test
    void hasNothingFromAServiceThatIsGone() {
        stop();

        assertThat(roads.findWays(SOUTH, List.of(NORTH))).isEmpty();
    }
}
