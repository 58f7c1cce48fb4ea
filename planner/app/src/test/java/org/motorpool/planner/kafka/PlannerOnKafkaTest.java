package org.motorpool.planner.kafka;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.planner.MadeDay;
import org.motorpool.planner.PlanReferee;
import org.motorpool.planner.Plans;
import org.motorpool.planner.contract.PlannerCommand;
import org.motorpool.planner.contract.PlannerCommand.SolvePlan;
import org.motorpool.planner.contract.PlannerEvent;
import org.motorpool.planner.contract.PlannerEvent.PlanFailed;
import org.motorpool.planner.contract.PlannerEvent.PlanProposed;

@QuarkusTest
class PlannerOnKafkaTest {

    private static final int MOST_BYTES = 8 << 20;

    @Inject
    ObjectMapper mapper;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    private KafkaProducer<String, String> producer;
    private KafkaConsumer<String, String> consumer;
    private final List<ConsumerRecord<String, String>> received = new ArrayList<>();

    @BeforeEach
    void connect() {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "max.request.size", MOST_BYTES),
                new StringSerializer(),
                new StringSerializer());
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        brokers,
                        "group.id",
                        "planner-test-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.subscribe(List.of(PlannerEvent.TOPIC));
    }

    @AfterEach
    void disconnect() {
        producer.close();
        consumer.close();
    }

    @Test
    void proposesAPlanForACommandFromKafka() throws Exception {
        SolvePlan day = MadeDay.of(20, 30, 1);
        SolvePlan command = new SolvePlan(UUID.randomUUID(), day.planningUnit(), 5, 1, day.vehicles(), day.rides());

        send(mapper.writerFor(PlannerCommand.class).writeValueAsString(command));

        assertThat(answer(command.planId())).isInstanceOfSatisfying(PlanProposed.class, plan -> {
            assertThat(plan.orders()).isNotEmpty();
            assertThat(PlanReferee.faults(command, plan)).isEmpty();
        });
        assertThat(received)
                .filteredOn(record -> record.value().contains(command.planId().toString()))
                .extracting(ConsumerRecord::key)
                .containsOnly(Plans.UNIT);
        assertThat(received)
                .filteredOn(record -> isAnswer(record, command.planId()))
                .hasSize(1);
    }

    @Test
    void takesTheDayOfAProvince() throws Exception {
        SolvePlan day = MadeDay.of(2, 3, 1);
        SolvePlan command = new SolvePlan(UUID.randomUUID(), day.planningUnit(), 1, 1, day.vehicles(), day.rides());
        String json = mapper.writerFor(PlannerCommand.class).writeValueAsString(command);

        send(json + " ".repeat(MOST_BYTES - json.length() - 100_000));

        assertThat(answer(command.planId())).isInstanceOf(PlanProposed.class);
    }

    @Test
    void answersGarbageAndGoesOn() throws Exception {
        UUID planId = UUID.randomUUID();
        send("not json");
        send("{\"type\":\"solve-plan\",\"planId\":\"%s\",\"planningUnit\":\"310000-01\",\"vehicles\":7}"
                .formatted(planId));

        assertThat(answer(planId)).isInstanceOfSatisfying(PlanFailed.class, failed -> assertThat(failed.code())
                .isEqualTo("unreadable-command"));
    }

    @Test
    void tellsHealthToAnyoneAndMetricsToNobodyWithoutAToken() {
        given().get("/q/health").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(401);
    }

    private void send(String json) throws Exception {
        producer.send(new ProducerRecord<>(PlannerCommand.TOPIC, Plans.UNIT, json))
                .get();
    }

    private PlannerEvent answer(UUID planId) throws Exception {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            consumer.poll(Duration.ofMillis(100)).forEach(received::add);
            return received.stream().anyMatch(record -> isAnswer(record, planId));
        });
        String json = received.stream()
                .filter(record -> isAnswer(record, planId))
                .map(ConsumerRecord::value)
                .findFirst()
                .orElseThrow();
        return mapper.readValue(json, PlannerEvent.class);
    }

    private static boolean isAnswer(ConsumerRecord<String, String> record, UUID planId) {
        return record.value().contains(planId.toString()) && !record.value().contains("plan-progressed");
    }
}
