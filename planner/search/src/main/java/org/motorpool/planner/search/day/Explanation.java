package org.motorpool.planner.search.day;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why a plan treats a ride as it does. */
public sealed interface Explanation {

    /**
     * It is served.
     *
     * @param chosen the pair, with the terms that the plan would save without the ride
     * @param runnerUp the best other vehicle, if another one could
     */
    record Served(int ride, Option chosen, Optional<Option> runnerUp) implements Explanation {
        /** What the runner-up costs more; less than nothing when the plan as a whole is better off as it is. */
        public long difference_fen() {
            return runnerUp.map(other -> other.added_fen() - chosen.added_fen()).orElse(0L);
        }
    }

    /**
     * Nobody serves it.
     *
     * @param binding how many vehicles each constraint keeps from it, the one nearest to success first
     * @param dearer a vehicle that could, but costs more than leaving it out or renting a car
     * @param relaxations the smallest changes that would get it served
     */
    record Unserved(int ride, Map<Obstacle, Integer> binding, Optional<Option> dearer, List<Relaxed> relaxations)
            implements Explanation {
        public Unserved {
            binding = Map.copyOf(binding);
            relaxations = List.copyOf(relaxations);
        }
    }

    /** A change and who would serve the ride then. */
    record Relaxed(Relaxation change, Option option) {}

    /** A change of what was asked for. */
    sealed interface Relaxation {
        /** In words for people, Chinese / English. */
        String text();

        /** Begins up to so many minutes later. */
        record Later(int minutes) implements Relaxation {
            @Override
            public String text() {
                return "推迟 %d 分钟 / %d minutes later".formatted(minutes, minutes);
            }
        }

        /** Begins up to so many minutes earlier. */
        record Earlier(int minutes) implements Relaxation {
            @Override
            public String text() {
                return "提前 %d 分钟 / %d minutes earlier".formatted(minutes, minutes);
            }
        }

        /** A vehicle of another category, with so many seats for riders. */
        record OtherCategory(int category, int seats) implements Relaxation {
            @Override
            public String text() {
                return "改用 %d 座车 / a %d-seater".formatted(seats + 1, seats + 1);
            }
        }

        /** A vehicle of a unit that has no agreement with the ride's. */
        record OtherUnit(String unit) implements Relaxation {
            @Override
            public String text() {
                return "借用 %s 的车辆 / a vehicle of %s".formatted(unit, unit);
            }
        }

        /** So many riders at most; the others need a vehicle of their own. */
        record FewerRiders(int riders) implements Relaxation {
            @Override
            public String text() {
                return "分车，每车不超过 %d 人 / no more than %d riders in a vehicle".formatted(riders, riders);
            }
        }

        /** So many more kilometres in the battery: charged before, or by a longer range. */
        record MoreEnergy(int km) implements Relaxation {
            @Override
            public String text() {
                return "电量再多 %d 公里（事先补电或续航更长）/ %d km more in the battery, charged before or by a longer range"
                        .formatted(km, km);
            }
        }

        /** The riders consent to share the vehicle. */
        record Pooled() implements Relaxation {
            @Override
            public String text() {
                return "同意合乘 / pooled with other riders";
            }
        }
    }
}
