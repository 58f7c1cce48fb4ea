package org.motorpool.telematics.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoadsTest {
    private final Roads roads = Roads.load();

    @Test
    void coversEveryDemoCity() {
        assertThat(roads.list())
                .extracting(Roads.Road::city)
                .contains(
                        "上海黄浦", "上海浦东", "上海闵行", "南京", "苏州", "杭州", "宁波", "合肥", "芜湖", "成都", "绵阳", "重庆渝中", "重庆渝北",
                        "重庆沙坪坝");
    }

    @Test
    void hasPlacesThatFollowEachOther() {
        for (Roads.Road road : roads.list()) {
            List<Place> points = road.points();
            assertThat(points).as(road.name()).hasSizeGreaterThan(2);
            for (int i = 1; i < points.size(); i++) {
                assertThat(points.get(i - 1).distanceTo_m(points.get(i)))
                        .as("%s %s, place %d", road.city(), road.name(), i)
                        .isBetween(100.0, 2_500.0);
            }
        }
    }

    @Test
    void findsAPatrolNearHomeThatStaysNear() {
        Place home = new Place("", 30.655, 104.065); // Chengdu, Tianfu Square
        Route patrol = roads.findPatrol(home, 8_000).orElseThrow();
        assertThat(patrol.points()).hasSizeGreaterThan(1).allSatisfy(point -> assertThat(point.distanceTo_m(home))
                .isLessThan(4_000));
    }

    @Test
    void findsNoPatrolFarFromEveryRoad() {
        assertThat(roads.findPatrol(new Place("", 45, 90), 8_000)).isEmpty();
    }
}
