package org.motorpool.dispatch.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The invariant of the roll-up: the sums of a unit are its own and those of the units below, whatever the tree. */
class AmountsTest {

    private static final List<Split> SPLITS =
            List.of(Split.ALL, new Split("category", "QT"), new Split("category", ""), new Split("energy_type", "BEV"));

    /** A unit with its own sums and the units below it. */
    private record Node(Amounts own, List<Node> below) {
        Amounts rolledUp() {
            return below.stream().map(Node::rolledUp).reduce(own, Amounts::plus);
        }

        List<Amounts> flat() {
            List<Amounts> all = new ArrayList<>(List.of(own));
            below.forEach(node -> all.addAll(node.flat()));
            return all;
        }
    }

    @RepeatedTest(200)
    void addsUpOverAnyTree(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Node tree = tree(random, 4);
        Map<Measure, Map<Split, BigDecimal>> flat = new EnumMap<>(Measure.class);
        tree.flat().forEach(own -> own.sums()
                .forEach((measure, parts) -> parts.forEach((split, amount) ->
                        flat.computeIfAbsent(measure, _ -> new HashMap<>()).merge(split, amount, BigDecimal::add))));
        assertThat(tree.rolledUp()).isEqualTo(Amounts.of(flat));
    }

    @RepeatedTest(50)
    void doesNotDependOnTheOrder(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Amounts one = amounts(random);
        Amounts two = amounts(random);
        Amounts three = amounts(random);
        assertThat(one.plus(two).plus(three)).isEqualTo(three.plus(one.plus(two)));
    }

    @Test
    void isNothingWithoutRows() {
        assertThat(Amounts.NONE.total(Measure.STOCK)).isZero();
        assertThat(Amounts.of(Map.of(Measure.STOCK, Map.of(Split.ALL, BigDecimal.ZERO))))
                .isEqualTo(Amounts.NONE);
    }

    private static Node tree(Random random, int levels) {
        List<Node> below = new ArrayList<>();
        for (int n = levels == 0 ? 0 : random.nextInt(4); n > 0; n--) {
            below.add(tree(random, levels - 1));
        }
        return new Node(amounts(random), below);
    }

    private static Amounts amounts(Random random) {
        Map<Measure, Map<Split, BigDecimal>> sums = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            Map<Split, BigDecimal> parts = new HashMap<>();
            SPLITS.stream()
                    .filter(_ -> random.nextBoolean())
                    .forEach(split -> parts.put(split, BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(4))));
            sums.put(measure, parts);
        }
        return Amounts.of(sums);
    }
}
