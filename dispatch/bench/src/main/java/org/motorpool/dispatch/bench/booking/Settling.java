package org.motorpool.dispatch.bench.booking;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.UUID;

/** What payers and payees do with a statement: issue, confirm, dispute, resolve, credit, settle; now and then the wrong one. */
final class Settling {

    private static final int NEWEST = 50;

    private final Fleet fleet;
    private final Person person;

    Settling(Fleet fleet, Person person) {
        this.fleet = fleet;
        this.person = person;
    }

    void step() throws InterruptedException {
        Fleet.Unit unit = fleet.unitOf(person.random.nextInt(Fleet.UNITS));
        Optional<JsonNode> found =
                Listed.any(person, unit.officer(), "settlements?limit=" + NEWEST, each -> each.path("kind")
                        .asText()
                        .equals("STATEMENT"));
        if (found.isPresent()) {
            step(found.get());
        }
    }

    private void step(JsonNode statement) throws InterruptedException {
        String version = statement.path("version").asText();
        String path = "settlements/%s/".formatted(statement.path("id").asText());
        String payer = officer(statement, person.onceIn(15) ? "payeeUnitId" : "payerUnitId");
        String payee = officer(statement, person.onceIn(15) ? "payerUnitId" : "payeeUnitId");
        switch (statement.path("status").asText()) {
            case "DRAFT" -> person.act(payee, path + "issue", version, "");
            case "ISSUED" -> answer(statement, payer, path);
            case "DISPUTED" -> resolve(statement, payee, path);
            case "CONFIRMED" -> end(statement, payee, path);
            default -> credit(statement, payee, path);
        }
    }

    private void answer(JsonNode statement, String payer, String path) throws InterruptedException {
        String version = statement.path("version").asText();
        if (person.onceIn(3)) {
            Optional<JsonNode> line = line(statement, payer);
            if (line.isPresent()) {
                person.act(
                        payer,
                        path + "disputes",
                        version,
                        "{\"lineId\":\"%s\",\"reason\":\"随机\"}"
                                .formatted(line.get().path("id").asText()));
            }
        } else {
            person.act(payer, path + "confirm", version, "");
        }
    }

    private void resolve(JsonNode statement, String payee, String path) throws InterruptedException {
        JsonNode file = file(statement, payee);
        for (JsonNode dispute : file.path("disputes")) {
            if (dispute.path("status").asText().equals("OPEN")) {
                String outcome = person.random.nextBoolean()
                        ? "{\"outcome\":\"UPHELD\",\"credit_fen\":%d,\"resolution\":\"随机\"}"
                                .formatted(1 + person.random.nextInt(2000))
                        : "{\"outcome\":\"REJECTED\",\"resolution\":\"随机\"}";
                String resolve =
                        "disputes/%s/resolve".formatted(dispute.path("id").asText());
                person.act(payee, path + resolve, null, outcome);
            }
        }
    }

    private void end(JsonNode statement, String payee, String path) throws InterruptedException {
        if (person.onceIn(3)) {
            credit(statement, payee, path);
        } else {
            person.act(
                    payee,
                    path + "settle",
                    statement.path("version").asText(),
                    "{\"voucherNumber\":\"%s\"}".formatted(UUID.randomUUID()));
        }
    }

    private void credit(JsonNode statement, String payee, String path) throws InterruptedException {
        Optional<JsonNode> line = line(statement, payee);
        if (line.isPresent()) {
            person.act(
                    payee,
                    path + "credit",
                    null,
                    "{\"lineId\":\"%s\",\"amount_fen\":%d,\"reason\":\"随机\"}"
                            .formatted(line.get().path("id").asText(), 1 + person.random.nextInt(2000)));
        }
    }

    private Optional<JsonNode> line(JsonNode statement, String token) throws InterruptedException {
        return Listed.any(person.random, file(statement, token).path("lines"));
    }

    private JsonNode file(JsonNode statement, String token) throws InterruptedException {
        return person.get(token, "settlements/" + statement.path("id").asText()).body();
    }

    /** Of a party, which is one of the walk's units. */
    private String officer(JsonNode statement, String party) {
        return fleet.unit(UUID.fromString(statement.path(party).asText())).officer();
    }
}
