package org.motorpool.dispatch.assignment;

import static org.motorpool.dispatch.assignment.slip.Slip.time;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.motorpool.dispatch.assignment.slip.Slip;
import org.motorpool.dispatch.assignment.slip.Slip.Item;
import org.motorpool.dispatch.assignment.slip.Slip.Row;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.contract.RentalApi;
import org.motorpool.dispatch.contract.RequestApi;
import org.motorpool.dispatch.contract.VehicleApi.Place;
import org.motorpool.dispatch.registry.DriverFile;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.request.UseRequest;

/** What is on the paper of an order, in Chinese, with blanks for what drivers and passengers fill in. */
final class SlipContent {

    private static final Map<String, String> ENERGY =
            Map.of("BEV", "纯电动", "PHEV", "插电式混合动力", "EREV", "增程式", "FCEV", "燃料电池", "HEV", "混合动力", "ICE", "燃油");
    private static final Map<String, String> SHARING =
            Map.of("OWN_UNIT", "本单位用车", "CROSS_DEPARTMENT", "跨部门共享", "CROSS_REGION", "跨区域协同");

    /** That many fit on the page. */
    private static final int MOST_COMPANY = 5;

    private SlipContent() {}

    /** @param company 合乘: who rides with the order, or what it rides with */
    static Slip of(Crew crew, VehicleOrder order, List<VehicleOrder> company, String url, String code, Instant now) {
        OrderApi.Order view = order.view();
        return new Slip(
                "公务用车派车单",
                view.number(),
                url,
                code,
                Stream.concat(
                                rows(crew.request().view(), crew.vehicle(), crew.driver(), view).stream(),
                                company.stream().limit(MOST_COMPANY).map(each -> company(order, each)))
                        .toList(),
                "第 %d 版，%s 打印；派车后改派、取消的，本单作废".formatted(view.course().revision() + 1, time(now)));
    }

    private static Row company(VehicleOrder order, VehicleOrder other) {
        OrderApi.Order view = other.view();
        return order.isRiding()
                ? Row.of(new Item("合乘", "与派车单 %s 同车，由其统一出车、收车".formatted(view.number())))
                : Row.of(new Item(
                        "合乘",
                        "%s：%d 人，%s 上车 %s，%s 下车 %s"
                                .formatted(
                                        view.number(),
                                        view.passengers(),
                                        time(view.from()),
                                        view.pickup().name(),
                                        time(view.to()),
                                        view.dropoff().name())));
    }

    /** The paper of an order at a supplier. */
    static Slip of(UseRequest use, RentalFile order, String url, String code, Instant now) {
        RequestApi.Request request = use.view();
        RentalApi.RentalOrder view = order.view();
        List<Row> rows = List.of(
                Row.of(new Item("用车单位", request.unitName()), new Item("用车人", request.requesterName())),
                Row.of(new Item("用车事由", request.purpose())),
                Row.of(new Item("申请单号", request.number()), new Item("用车方式", "社会租赁")),
                Row.of(new Item("乘车人数", request.passengers() + " 人"), new Item("租赁供应商", view.supplierName())),
                Row.of(new Item("上车地点", request.pickup().name())),
                Row.of(new Item("目的地", request.dropoff().name())),
                Row.of(new Item("途经路线", stops(request))),
                Row.of(new Item("出车时间", time(view.from())), new Item("交车时间", time(view.to()))),
                Row.of(new Item("车牌号", view.plate()), new Item("驾驶员", view.driverName())),
                Row.of(Item.blank("出车里程 (km)"), Item.blank("收车里程 (km)")),
                Row.of(Item.blank("路桥费 (元)"), Item.blank("停车费 (元)")),
                Row.of(Item.blank("用车人签字"), Item.blank("驾驶员签字")),
                Row.of(Item.blank("派车人签字"), Item.blank("单位盖章")));
        return new Slip("公务用车派车单（社会租赁）", view.number(), url, code, rows, "%s 打印；取消的，本单作废".formatted(time(now)));
    }

    private static List<Row> rows(
            RequestApi.Request request, VehicleFile vehicle, DriverFile driver, OrderApi.Order order) {
        return List.of(
                Row.of(new Item("用车单位", order.requestUnitName()), new Item("用车人", request.requesterName())),
                Row.of(new Item("用车事由", order.purpose())),
                Row.of(new Item("申请单号", order.requestNumber()), new Item("用车方式", sharing(order))),
                Row.of(new Item("乘车人数", order.passengers() + " 人"), new Item("车辆单位", order.vehicleUnitName())),
                Row.of(new Item("上车地点", order.pickup().name())),
                Row.of(new Item("目的地", order.dropoff().name())),
                Row.of(new Item("出车时间", time(order.from())), new Item("交车时间", time(order.to()))),
                Row.of(new Item("车牌号", order.plate()), new Item("车型", vehicle.brand() + " " + vehicle.model())),
                Row.of(new Item("核定载客", vehicle.seats() + " 人"), new Item("动力类型", energy(vehicle))),
                Row.of(new Item("驾驶员", order.driverName()), new Item("准驾车型", driver.licenceClass())),
                Row.of(Item.blank("出车里程 (km)"), Item.blank("收车里程 (km)")),
                Row.of(Item.blank("实际出车时间"), Item.blank("实际收车时间")),
                Row.of(Item.blank("路桥费 (元)"), Item.blank("停车费 (元)")),
                Row.of(new Item("途经路线", stops(request))),
                Row.of(Item.blank("用车人签字"), Item.blank("驾驶员签字")),
                Row.of(Item.blank("派车人签字"), Item.blank("单位盖章")));
    }

    /** The stops between the first and the last place; a blank to be filled in without any. */
    private static String stops(RequestApi.Request request) {
        return String.join("、", Crew.stops(request).map(Place::name).toList());
    }

    private static String energy(VehicleFile vehicle) {
        return ENERGY.getOrDefault(vehicle.energyType(), vehicle.energyType());
    }

    private static String sharing(OrderApi.Order order) {
        return SHARING.getOrDefault(order.sharing(), order.sharing());
    }
}
