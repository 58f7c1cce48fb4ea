package org.motorpool.dispatch.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motorpool.dispatch.contract.FederationMessage;
import org.motorpool.dispatch.contract.FederationMessage.Assigned;
import org.motorpool.dispatch.contract.FederationMessage.BillLine;
import org.motorpool.dispatch.contract.FederationMessage.Billed;
import org.motorpool.dispatch.contract.FederationMessage.Collected;
import org.motorpool.dispatch.contract.FederationMessage.Departed;
import org.motorpool.dispatch.contract.FederationMessage.DisputeAnswered;
import org.motorpool.dispatch.contract.FederationMessage.Evidenced;
import org.motorpool.dispatch.contract.FederationMessage.NoShow;
import org.motorpool.dispatch.contract.FederationMessage.Offered;
import org.motorpool.dispatch.contract.FederationMessage.Returned;
import org.motorpool.dispatch.contract.FederationMessage.Settled;
import org.motorpool.dispatch.contract.FederationMessage.UseConfirmed;

/** Two sides act at random over a line that loses, doubles and reorders: they end alike, and their ledgers agree to the fen. */
class ConversationTest {

    private static final int STEPS = 60;
    private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(3600);

    private record Numbered(long serial, FederationMessage message) {}

    /** One side with its outbox and its inbox. */
    private static final class Side {
        ServiceCase at;
        long sent;
        long applied;
        final List<Numbered> outbox = new ArrayList<>();
        final Map<Long, FederationMessage> inbox = new HashMap<>();

        Side(ServiceCase at) {
            this.at = at;
        }

        void carryOut(Moved moved) {
            at = moved.to();
            moved.send().forEach(message -> outbox.add(new Numbered(++sent, message)));
            if (moved.effects().contains(Effect.BILL)
                    && at.facts().has(Evidenced.class)
                    && !at.facts().has(Billed.class)) {
                carryOut(HostLogic.bill(at, Cases.bill()));
            }
            if (moved.effects().contains(Effect.REOPEN) && sent % 2 == 0) {
                carryOut(HomeLogic.cancel(at, "另行安排"));
            }
        }

        void receive(Numbered numbered) {
            inbox.put(numbered.serial(), numbered.message());
            while (inbox.containsKey(applied + 1)) {
                FederationMessage next = inbox.get(++applied);
                carryOut(
                        switch (at.role()) {
                            case HOME -> HomeLogic.receive(at, next);
                            case HOST -> HostLogic.receive(at, next, NOW);
                        });
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void bothSidesEndAlikeWhateverTheLineDoes(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < 300; run++) {
            Side home = new Side(Cases.side(CaseRole.HOME));
            Side host = new Side(Cases.side(CaseRole.HOST));
            for (int step = 0; step < STEPS; step++) {
                act(random, random.nextBoolean() ? home : host);
                carry(random, home, host);
                carry(random, host, home);
            }
            deliverAll(home, host);
            assertThat(host.at.status())
                    .as("seed %d run %d", seed, run)
                    .isEqualTo(asSeenByHost(home.at.status(), host.at.status()));
            assertThat(LedgerDigest.of(host.at)).isEqualTo(LedgerDigest.of(home.at));
            assertThat(home.at.facts().find(Collected.class))
                    .isEqualTo(host.at.facts().find(Collected.class));
            assertThat(home.at.bill_fen()).isEqualTo(host.at.bill_fen()).isNotNegative();
        }
    }

    /** An offer that expired at home, or was refused, is over on both sides; all else has the same name. */
    private static CaseStatus asSeenByHost(CaseStatus home, CaseStatus host) {
        return home == CaseStatus.EXPIRED || home.isGivenUp() && host.isGivenUp() ? host : home;
    }

    private static void act(Random random, Side side) {
        List<Moved> possible = side.at.role() == CaseRole.HOME ? homeActs(random, side.at) : hostActs(random, side.at);
        if (!possible.isEmpty()) {
            side.carryOut(possible.get(random.nextInt(possible.size())));
        }
    }

    private static List<Moved> homeActs(Random random, ServiceCase at) {
        List<Moved> possible = new ArrayList<>();
        switch (at.status()) {
            case INQUIRED -> maybe(random, 20, possible, HomeLogic.cancel(at, "改期"));
            case OFFERED -> {
                possible.add(HomeLogic.book(at));
                maybe(random, 10, possible, HomeLogic.cancel(at, "改期"));
            }
            case BOOKING, BOOKED, ASSIGNED -> maybe(random, 20, possible, HomeLogic.cancel(at, "改期"));
            case COMPLETED -> {
                if (at.facts().has(Evidenced.class) && !at.facts().has(UseConfirmed.class)) {
                    UseConfirmed confirmed = new UseConfirmed("张三", NOW);
                    possible.add(Moved.to(at.knowing(confirmed)).sending(confirmed));
                }
            }
            case BILLED -> {
                possible.add(HomeLogic.confirmBill(at, random.nextBoolean()));
                possible.add(HomeLogic.dispute(at, 1 + random.nextInt(2), "里程不符", null));
            }
            case DISPUTED -> {
                if (at.facts().findDispute(2).isEmpty() && at.facts().hasOpenDispute()) {
                    possible.add(HomeLogic.dispute(at, 2, "票据不符", null));
                }
            }
            case DECLINED, UNDERWAY, CONFIRMED, SETTLED, CANCELLING, CANCELLED, EXPIRED -> {}
        }
        return possible;
    }

    private static List<Moved> hostActs(Random random, ServiceCase at) {
        List<Moved> possible = new ArrayList<>();
        switch (at.status()) {
            case INQUIRED, OFFERED -> {
                possible.add(HostLogic.offer(at, Cases.offer()));
                maybe(random, 10, possible, HostLogic.decline(at, "无车"));
            }
            case BOOKED -> {
                possible.add(HostLogic.progress(at, new Assigned("PC-1", "浙A1", "红旗", "BEV", "李四")));
                maybe(random, 20, possible, HostLogic.withdraw(at, "故障"));
            }
            case ASSIGNED -> {
                possible.add(HostLogic.progress(at, new Departed(NOW)));
                maybe(random, 20, possible, HostLogic.withdraw(at, "故障"));
                maybe(random, 20, possible, HostLogic.progress(at, new NoShow(NOW, "未到")));
                maybe(random, 20, possible, HostLogic.prove(at, Cases.evidence()));
            }
            case UNDERWAY -> {
                possible.add(HostLogic.progress(at, new Returned(LATER)));
                maybe(random, 20, possible, HostLogic.progress(at, new NoShow(NOW, "未到")));
            }
            case COMPLETED -> {
                if (!at.facts().has(Evidenced.class)) {
                    possible.add(HostLogic.prove(at, Cases.evidence()));
                }
            }
            case DISPUTED ->
                at.facts().disputes().stream()
                        .filter(dispute -> dispute.status().equals("OPEN"))
                        .findFirst()
                        .ifPresent(open -> possible.add(HostLogic.answer(at, answer(random, at, open.position()))));
            case BILLED -> maybeCollect(possible, at);
            case CONFIRMED -> {
                possible.add(HostLogic.settle(at, new Settled("记-1", NOW)));
                maybeCollect(possible, at);
            }
            case CANCELLED -> {
                if (at.isWithdrawn()) {
                    possible.add(HostLogic.offer(at, Cases.offer()));
                }
            }
            case DECLINED, BOOKING, SETTLED, CANCELLING, EXPIRED -> {}
        }
        return possible;
    }

    /** On a monthly bill once. */
    private static void maybeCollect(List<Moved> possible, ServiceCase at) {
        if (!at.facts().has(Collected.class)) {
            possible.add(HostLogic.collect(
                    at,
                    new Collected(at.agreementId(), "KJ-1", LocalDate.of(2026, 11, 1), null, 1, at.bill_fen(), LATER)));
        }
    }

    private static DisputeAnswered answer(Random random, ServiceCase at, int position) {
        long credit_fen = 1 + random.nextLong(at.left_fen(position));
        BillLine credit =
                new BillLine(at.lines().size() + 1, position, "CREDIT", BigDecimal.ONE, "use", null, -credit_fen, "认可");
        return new DisputeAnswered(position, random.nextBoolean() ? credit : null, "已核对");
    }

    private static void maybe(Random random, int percent, List<Moved> possible, Moved moved) {
        if (random.nextInt(100) < percent) {
            possible.add(moved);
        }
    }

    /** Any message sent so far may arrive now, again, or not. */
    private static void carry(Random random, Side from, Side to) {
        List<Numbered> shuffled = new ArrayList<>(from.outbox);
        Collections.shuffle(shuffled, random);
        shuffled.stream().limit(random.nextInt(3)).forEach(to::receive);
    }

    private static void deliverAll(Side home, Side host) {
        long before;
        do {
            before = home.sent + host.sent;
            List.copyOf(home.outbox).forEach(host::receive);
            List.copyOf(host.outbox).forEach(home::receive);
        } while (before != home.sent + host.sent || home.applied < host.sent || host.applied < home.sent);
    }

    /** Object mother: a case of Shanghai in Hangzhou. */
    private static final class Cases {

        private static final UUID SHARED = UUID.fromString("01970000-0000-7000-8000-000000000001");

        static ServiceCase side(CaseRole role) {
            boolean home = role == CaseRole.HOME;
            return new ServiceCase(
                    UUID.randomUUID(),
                    SHARED,
                    "KQ-310000-20261128-0001",
                    role,
                    CaseStatus.INQUIRED,
                    SHARED,
                    "/100000/",
                    home ? "310000" : "330000",
                    home ? "330000" : "310000",
                    home ? "浙江" : "上海",
                    SHARED,
                    "沪浙-1",
                    null,
                    CaseFacts.of(new FederationMessage.Inquired(
                            "沪浙-1",
                            "KQ-1",
                            "上海",
                            "QT",
                            2,
                            null,
                            null,
                            LATER,
                            LATER.plusSeconds(60),
                            "张三 139",
                            null,
                            null)),
                    List.of(),
                    null,
                    NOW,
                    0);
        }

        static Offered offer() {
            return new Offered(UUID.randomUUID(), LATER, LATER.plusSeconds(7200), 30_000, LATER, null);
        }

        static Evidenced evidence() {
            return new Evidenced(
                    "QT", "SEDAN", NOW, LATER, 100L, 130L, 29_870, "ab", 12, List.of(), 45, null, List.of());
        }

        static Billed bill() {
            List<BillLine> lines = List.of(
                    new BillLine(1, null, "DISTANCE", new BigDecimal("29.870"), "km", 180L, 5377, "odometer"),
                    new BillLine(2, null, "TOLL", BigDecimal.ONE, "item", null, 1500, "expense"));
            return new Billed(SHARED, 1, lines, 6877, LATER);
        }
    }
}
