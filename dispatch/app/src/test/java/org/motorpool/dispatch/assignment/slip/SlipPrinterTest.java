package org.motorpool.dispatch.assignment.slip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.assignment.slip.Slip.Item;
import org.motorpool.dispatch.assignment.slip.Slip.Row;

class SlipPrinterTest {

    private static final String URL =
            "https://gongche.example.gov.cn/verify/orders/PC-310115-20261123-0001?code=0123456789ABCDEF";

    private final SlipPrinter printer = new SlipPrinter();

    @Test
    void printsChineseThatCanBeSearched() {
        byte[] pdf = printer.print(slip("参加长三角生态绿色一体化发展示范区会议"));
        assertThat(Papers.text(pdf))
                .contains("公务用车派车单", "PC-310115-20261123-0001", "用车事由", "参加长三角生态绿色一体化发展示范区会议", "沪D12345");
        assertThat(Papers.pages(pdf)).isOne();
    }

    @Test
    void printsACodeThatAPhoneReads() {
        assertThat(Papers.scan(printer.print(slip("开会")))).isEqualTo(URL);
    }

    @Test
    void embedsOnlyWhatItUses() {
        assertThat(printer.print(slip("开会"))).hasSizeLessThan(200_000);
    }

    @Test
    void staysOnThePageWhateverPeopleWrite() {
        String endless = IntStream.range(0, 40).mapToObj(_ -> "参加会议\n").reduce("", String::concat);
        byte[] pdf = printer.print(slip(endless + "🚗\u0007"));
        assertThat(Papers.pages(pdf)).isOne();
        assertThat(Papers.text(pdf)).contains("…");
    }

    @Test
    void marksWhatTheFontLacks() {
        assertThat(Papers.text(printer.print(slip("乘🚗前往")))).contains("乘〓前往");
    }

    private static Slip slip(String purpose) {
        List<Row> rows = List.of(
                Row.of(new Item("用车事由", purpose)),
                Row.of(new Item("车牌号", "沪D12345"), new Item("驾驶员", "张三")),
                Row.of(Item.blank("出车里程 (km)"), Item.blank("收车里程 (km)")));
        return new Slip("公务用车派车单", "PC-310115-20261123-0001", URL, "0123456789ABCDEF", rows, "第 1 版");
    }
}
