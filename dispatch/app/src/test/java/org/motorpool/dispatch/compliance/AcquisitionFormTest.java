package org.motorpool.dispatch.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.compliance.Acquisitions.Form;

class AcquisitionFormTest {

    @Test
    void readsAGoodForm() {
        assertThat(Acquisitions.form().read().plate()).isEqualTo("苏E12345");
    }

    @ParameterizedTest
    @MethodSource("badFields")
    void namesTheBadField(String field, Consumer<Form> mistake) {
        Form form = Acquisitions.form();
        mistake.accept(form);
        assertThatExceptionOfType(ProblemException.class).isThrownBy(form::read).satisfies(failure -> {
            assertThat(failure.problem().status()).isEqualTo(400);
            assertThat(failure.problem().field()).isEqualTo(field);
            assertThat(failure.problem().detail()).contains(" / ");
        });
    }

    static Stream<Arguments> badFields() {
        return Stream.of(
                bad("kind", form -> form.kind = "GIFT"),
                bad("plate", form -> form.plate = null),
                bad("plate", form -> form.plate = "苏E1234"),
                bad("plate", form -> form.plate = "苏I12345"),
                bad("plate", form -> form.plate = "国A12345"),
                bad("plateColour", form -> form.plateColour = "RED"),
                bad("vin", form -> form.vin = null),
                bad("vin", form -> form.vin = "LFPH4ACP0T1A1234"),
                bad("vin", form -> form.vin = "LFPH4ACP0T1A1234I"),
                bad("vin", form -> form.vin = "lfph4acp0t1a12345"),
                bad("category", form -> form.category = ""),
                bad("tier", form -> form.tier = "基本"),
                bad("bodyType", form -> form.bodyType = "SUV"),
                bad("energyType", form -> form.energyType = "GAS"),
                bad("seats", form -> form.seats = 0),
                bad("seats", form -> form.seats = 9),
                bad("price_fen", form -> form.price_fen = 0L),
                bad("price_fen", form -> form.price_fen = -15_980_000L),
                bad("price_fen", form -> form.price_fen = null),
                bad("displacement_l", form -> form.displacement_l = 0.0),
                bad("displacement_l", form -> form.displacement_l = Double.NaN),
                bad("displacement_l", form -> form.battery().displacement_l = 1.5),
                bad("domestic", form -> form.domestic = null),
                bad("replacedVehicleId", form -> form.kind = "RENEWAL"),
                bad("replacedVehicleId", form -> form.replacedVehicleId = new UUID(0, 1)));
    }

    private static Arguments bad(String field, Consumer<Form> mistake) {
        return Arguments.of(field, mistake);
    }

    @ParameterizedTest
    @CsvSource({
        "沪AD12345, GREEN, BEV, true",
        "沪AF12345, GREEN, PHEV, true",
        "沪A12345D, GREEN, BEV, true",
        "沪AD12345, BLUE, BEV, false",
        "沪A12345, GREEN, BEV, false",
        "沪AD12345, GREEN, ICE, false",
        "沪AD12345, GREEN, HEV, false",
        "苏A1234警, WHITE, ICE, true",
        "苏A警1234, WHITE, ICE, false",
        "渝A12345, YELLOW, ICE, true"
    })
    void wantsPlateColourAndEnergyToGoTogether(String plate, String colour, String energyType, boolean good) {
        Form form = Acquisitions.form();
        form.plate = plate;
        form.plateColour = colour;
        form.energyType = energyType;
        form.displacement_l = energyType.equals("BEV") ? 0.0 : 1.5;
        if (good) {
            assertThat(form.read().plateColour()).isEqualTo(colour);
        } else {
            assertThatExceptionOfType(ProblemException.class).isThrownBy(form::read);
        }
    }
}
