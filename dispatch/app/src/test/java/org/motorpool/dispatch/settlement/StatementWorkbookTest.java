package org.motorpool.dispatch.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.assignment.Fleet;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.sharing.SettlementMode;

/** The account of two units and their statements as workbooks. */
@QuarkusTest
class StatementWorkbookTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    Organisations organisations;

    @Inject
    Fleet fleet;

    @Inject
    Charged charged;

    @Inject
    Lent lent;

    @Test
    void theAccountAndTheWorkbooksSayWhatTheDatabaseSays() throws IOException {
        Unit shanghai = organisations.shanghai();
        String order = lent.order();
        charged.charge(order, shanghai, organisations.pudong(), SettlementMode.PER_USE, Instant.now());
        String id = lent.statementOf(order);
        Lent.act(Lent.officer(organisations.pudong()), id, "issue", null).statusCode(200);
        String first = Lent.officer(organisations.pudong())
                .get(Lent.ROOT + "/" + id)
                .then()
                .extract()
                .path("lines[0].id");
        Lent.act(
                        Lent.officer(organisations.pudong()),
                        id,
                        "credit",
                        Map.of("lineId", first, "amount_fen", 400, "reason", "少跑"))
                .statusCode(200);
        String account = "?payer=%s&payee=%s&from=2020-01-01&to=2099-01-01"
                .formatted(shanghai.id(), organisations.pudong().id());
        Lent.officer(organisations.pudong())
                .get(Lent.ROOT + "/ledger" + account + "&limit=2")
                .then()
                .statusCode(200)
                .body("charged_fen", equalTo(6900))
                .body("credited_fen", equalTo(-400))
                .body("settled_fen", equalTo(0))
                .body("open_fen", equalTo(6500))
                .body("items", hasSize(2));
        Map<String, String> statement =
                sheets(Lent.officer(organisations.pudong()).accept(XLSX).get(Lent.ROOT + "/" + id + "/workbook"));
        assertThat(statement.get("xl/worksheets/sheet1.xml")).contains("Asia/Shanghai", "<v>6900</v>", "<v>6500</v>");
        assertThat(statement.get("xl/worksheets/sheet2.xml"))
                .contains("<v>5400</v>", "<v>1500</v>")
                .containsPattern("(&apos;|&#39;|')=1\\+1 invoice");
        Map<String, String> ledger =
                sheets(Lent.officer(organisations.pudong()).accept(XLSX).get(Lent.ROOT + "/ledger/workbook" + account));
        assertThat(ledger.get("xl/worksheets/sheet1.xml")).contains("<v>6900</v>", "<v>-400</v>", "<v>6500</v>");
        assertThat(ledger.get("xl/worksheets/sheet2.xml")).contains("<v>5400</v>", "<v>1500</v>", "<v>-400</v>");
        Lent.officer(fleet.nanjing())
                .get(Lent.ROOT + "/ledger" + account)
                .then()
                .statusCode(200)
                .body("charged_fen", equalTo(0))
                .body("items", empty());
    }

    private static Map<String, String> sheets(Response response) throws IOException {
        byte[] file = response.then().statusCode(200).extract().asByteArray();
        Path copy = Files.write(Files.createTempFile("statement", ".xlsx"), file);
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(copy.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                entries.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}
