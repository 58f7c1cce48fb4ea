package org.motorpool.dispatch.bench.booking;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;

/** What two regions do with a bill of a month or a matter: draw it up, dispute a line, confirm, settle; now and then the wrong side, or another sum. */
final class Billing {

    private static final String BILLS = "cross-region-bills";
    private static final int NEWEST = 50;

    private final Fleet fleet;
    private final Person person;

    Billing(Fleet fleet, Person person) {
        this.fleet = fleet;
        this.person = person;
    }

    void step() throws InterruptedException {
        Fleet.Unit unit = fleet.unitOf(person.random.nextInt(Fleet.UNITS));
        if (person.onceIn(6)) {
            drawUp(unit);
            return;
        }
        Optional<JsonNode> found = Listed.any(
                person,
                unit.officer(),
                "%s?limit=%d".formatted(BILLS, NEWEST),
                each -> person.onceIn(10) || !each.path("status").asText().equals("SETTLED"));
        if (found.isPresent()) {
            step(unit, found.get());
        }
    }

    /** Also where uses are settled one by one, or the month's bill was drawn up, which is refused. */
    private void drawUp(Fleet.Unit unit) throws InterruptedException {
        Optional<JsonNode> agreement = Listed.any(
                person,
                unit.officer(),
                "agreements?limit=" + NEWEST,
                each -> person.onceIn(5)
                        || !each.path("terms").path("settlementMode").asText().equals("PER_USE"));
        if (agreement.isPresent()) {
            String body = "{\"unitId\":\"%s\",\"agreementId\":\"%s\",\"peerCode\":\"%s\",%s}"
                    .formatted(
                            unit.id(),
                            agreement.get().path("id").asText(),
                            Fleet.code(Fleet.partner(unit.number())),
                            span());
            person.post(unit.officer(), BILLS, UUID.randomUUID().toString(), body);
        }
    }

    private String span() {
        return person.random.nextBoolean()
                ? "\"month\":\"%s\"".formatted(YearMonth.from(LocalDate.now(Reckoning.CHINA)))
                : "\"matter\":\"事项 %d\"".formatted(person.random.nextInt(Abroad.MATTERS));
    }

    private void step(Fleet.Unit unit, JsonNode bill) throws InterruptedException {
        boolean home = bill.path("role").asText().equals("HOME") != person.onceIn(15);
        if (!home) {
            act(unit, bill, "settle", "{\"voucherNumber\":\"%s\"}".formatted(UUID.randomUUID()));
        } else if (person.onceIn(3)) {
            dispute(unit, bill);
        } else {
            confirm(unit, bill);
        }
    }

    private void confirm(Fleet.Unit unit, JsonNode bill) throws InterruptedException {
        boolean wrong = person.onceIn(6);
        long total_fen = bill.path("total_fen").asLong() + (wrong ? 1 : 0);
        Calls.Answer answer = act(unit, bill, "confirm", "{\"total_fen\":%d}".formatted(total_fen));
        person.require(
                !Person.isDone(answer)
                        || answer.body().path("bill").path("total_fen").asLong() == total_fen,
                "another sum than that of the monthly bill was confirmed",
                answer);
    }

    private void dispute(Fleet.Unit unit, JsonNode bill) throws InterruptedException {
        Optional<JsonNode> use = Listed.any(
                person.random, person.get(unit.officer(), path(bill, "")).body().path("uses"));
        if (use.isPresent()) {
            String body = "{\"serviceId\":\"%s\",\"position\":1,\"reason\":\"随机\"}"
                    .formatted(use.get().path("serviceId").asText());
            act(unit, bill, "disputes", body);
        }
    }

    private Calls.Answer act(Fleet.Unit unit, JsonNode bill, String act, String body) throws InterruptedException {
        return person.act(
                unit.officer(), path(bill, "/" + act), bill.path("version").asText(), body);
    }

    private static String path(JsonNode bill, String act) {
        return "%s/%s%s".formatted(BILLS, bill.path("id").asText(), act);
    }
}
