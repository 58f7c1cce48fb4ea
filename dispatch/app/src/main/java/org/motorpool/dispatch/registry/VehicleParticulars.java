package org.motorpool.dispatch.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the file of a vehicle holds beside its identity.
 *
 * @param tier equipment tier 配备档次, BASE unless a special one was approved
 * @param useClass GENERAL, or one of the classes that must be new energy in principle
 * @param confidential 涉密: counted, never shown
 * @param quotaStatus ON_QUOTA 在编, OFF_QUOTA 不在编 or UNASSESSED 未核定
 * @param purchaseTax_fen purchase tax, beside the price
 * @param ownerName owner on the registration certificate 产权, null where it was not looked up
 * @param odometer_km latest reading
 * @param tank_l litres the tank holds
 * @param nominal_l_per_100km consumption by its maker with the engine, litres
 * @param nominal_kWh_per_100km consumption by its maker on electricity
 * @param fuel GASOLINE_92, GASOLINE_95, GASOLINE_98, DIESEL_0, CNG or HYDROGEN
 * @param emissionStage 国一 to 国七
 * @param electricRange_km 续航里程 with a full battery by its maker; of a hybrid its electric part
 * @param chargingPower_kW the most it takes at a fast charger
 */
public record VehicleParticulars(
        String tier,
        String useClass,
        boolean confidential,
        String quotaStatus,
        long purchaseTax_fen,
        @Nullable String ownerName,
        @Nullable String engineNumber,
        @Nullable LocalDate inUseSince,
        @Nullable Long odometer_km,
        @Nullable Double tank_l,
        @Nullable Double nominal_l_per_100km,
        @Nullable Double nominal_kWh_per_100km,
        @Nullable String fuel,
        @Nullable Integer emissionStage,
        @Nullable Integer electricRange_km,
        @Nullable Double chargingPower_kW) {

    /** A vehicle of the basic tier for general use, on quota, of which nothing else is known yet. */
    public static final VehicleParticulars PLAIN = acquired("BASE", "GENERAL", 0);

    /** A vehicle acquired under the rules. */
    public static VehicleParticulars acquired(String tier, String useClass, long purchaseTax_fen) {
        return new VehicleParticulars(
                tier,
                useClass,
                false,
                "ON_QUOTA",
                purchaseTax_fen,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    VehicleParticulars asConfidential(boolean secret) {
        return with(secret, quotaStatus);
    }

    VehicleParticulars withQuotaStatus(String status) {
        return with(confidential, status);
    }

    private VehicleParticulars with(boolean secret, String status) {
        return new VehicleParticulars(
                tier,
                useClass,
                secret,
                status,
                purchaseTax_fen,
                ownerName,
                engineNumber,
                inUseSince,
                odometer_km,
                tank_l,
                nominal_l_per_100km,
                nominal_kWh_per_100km,
                fuel,
                emissionStage,
                electricRange_km,
                chargingPower_kW);
    }

    /** The same with what its maker says of its battery. */
    public VehicleParticulars withBattery(Battery battery) {
        return new VehicleParticulars(
                tier,
                useClass,
                confidential,
                quotaStatus,
                purchaseTax_fen,
                ownerName,
                engineNumber,
                inUseSince,
                odometer_km,
                tank_l,
                nominal_l_per_100km,
                battery.kWh_per_100km(),
                fuel,
                emissionStage,
                battery.range_km(),
                battery.power_kW());
    }

    /** A battery by its maker: range, the most it takes, and consumption. */
    public record Battery(int range_km, double power_kW, double kWh_per_100km) {}
}
