package org.motorpool.planner.bench.day;

import java.util.List;

/** Cities of the two corridors; the number in the list is the region. */
enum City {
    SHANGHAI(31.23, 121.47, Corridor.YANGTZE_DELTA, 4),
    SUZHOU(31.30, 120.58, Corridor.YANGTZE_DELTA, 2),
    WUXI(31.49, 120.31, Corridor.YANGTZE_DELTA, 1),
    NANJING(32.06, 118.79, Corridor.YANGTZE_DELTA, 3),
    HANGZHOU(30.27, 120.15, Corridor.YANGTZE_DELTA, 3),
    NINGBO(29.87, 121.55, Corridor.YANGTZE_DELTA, 1),
    HEFEI(31.82, 117.23, Corridor.YANGTZE_DELTA, 2),
    CHENGDU(30.57, 104.06, Corridor.CHENGDU_CHONGQING, 4),
    MIANYANG(31.47, 104.74, Corridor.CHENGDU_CHONGQING, 1),
    LESHAN(29.55, 103.77, Corridor.CHENGDU_CHONGQING, 1),
    NANCHONG(30.84, 106.11, Corridor.CHENGDU_CHONGQING, 1),
    CHONGQING(29.56, 106.55, Corridor.CHENGDU_CHONGQING, 4);

    final double latitude;
    final double longitude;
    final Corridor corridor;

    /** Its share of units, vehicles and rides. */
    final int weight;

    City(double latitude, double longitude, Corridor corridor, int weight) {
        this.latitude = latitude;
        this.longitude = longitude;
        this.corridor = corridor;
        this.weight = weight;
    }

    /** 长三角 and 成渝. */
    enum Corridor {
        YANGTZE_DELTA,
        CHENGDU_CHONGQING
    }

    static final List<City> ALL = List.of(values());
}
