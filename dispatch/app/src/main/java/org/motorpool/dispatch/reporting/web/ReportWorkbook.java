package org.motorpool.dispatch.reporting.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.motorpool.dispatch.Sheet;
import org.motorpool.dispatch.contract.ReportApi.AnnualReport;
import org.motorpool.dispatch.contract.ReportApi.Branch;
import org.motorpool.dispatch.contract.ReportApi.Field;
import org.motorpool.dispatch.contract.ReportApi.Split;

/** The annual report as a workbook: the fields, their parts, the units directly below. */
final class ReportWorkbook {

    private ReportWorkbook() {}

    static void write(AnnualReport report, OutputStream out) throws IOException {
        try (Workbook workbook = Sheet.workbook(out)) {
            fields(workbook, report);
            splits(workbook, report);
            branches(workbook, report);
        }
    }

    private static void fields(Workbook workbook, AnnualReport report) throws IOException {
        Sheet sheet = new Sheet(
                workbook,
                "年度报告",
                List.of(
                        "代码 Code",
                        "指标 Field",
                        "Field (en)",
                        "单位 Unit",
                        "%d 年（至 %s）".formatted(report.year(), report.asOf()),
                        "%d 年".formatted(report.year() - 1),
                        "同比 Change %",
                        "说明 Note",
                        "填报单位 Reporting unit",
                        "状态 Status"));
        for (Field field : report.fields()) {
            sheet.add(Arrays.asList(
                    field.code(),
                    field.name(),
                    field.nameEn(),
                    field.unit(),
                    field.value(),
                    field.previous(),
                    field.change(),
                    field.note() == null ? field.definition() : field.note(),
                    report.unitName(),
                    report.status()));
        }
        sheet.finish();
    }

    private static void splits(Workbook workbook, AnnualReport report) throws IOException {
        Sheet sheet = new Sheet(
                workbook, "分类", List.of("代码 Code", "指标 Field", "单位 Unit", "分类 By", "项 Key", "本年 Value", "上年 Previous"));
        for (Field field : report.fields()) {
            for (Split split : field.splits()) {
                sheet.add(Arrays.asList(
                        field.code(),
                        field.name(),
                        field.unit(),
                        split.by(),
                        split.key(),
                        split.value(),
                        split.previous()));
            }
        }
        sheet.finish();
    }

    private static void branches(Workbook workbook, AnnualReport report) throws IOException {
        List<String> header = new ArrayList<>(List.of("单位代码 Code", "单位 Unit", "状态 Status"));
        report.fields().forEach(field -> header.add("%s %s（%s）".formatted(field.code(), field.name(), field.unit())));
        Sheet sheet = new Sheet(workbook, "下级单位", header);
        for (Branch branch : report.branches()) {
            List<Object> cells = new ArrayList<>();
            cells.add(branch.unitCode());
            cells.add(branch.own() ? branch.unitName() + "（本级）" : branch.unitName());
            cells.add(branch.status());
            report.fields().forEach(field -> cells.add(branch.values().get(field.code())));
            sheet.add(cells);
        }
        sheet.finish();
    }
}
