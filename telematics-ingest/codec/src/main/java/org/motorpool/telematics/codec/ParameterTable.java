package org.motorpool.telematics.codec;

import java.util.List;

/** The rows of {@link TerminalParameters}. */
final class ParameterTable {
    static final List<ParameterType> ROWS = List.of(
            dword(0x0001, "s", "终端心跳发送间隔", "heartbeat interval"),
            dword(0x0002, "s", "TCP 消息应答超时时间", "TCP answer timeout"),
            dword(0x0003, "", "TCP 消息重传次数", "TCP retransmissions"),
            dword(0x0004, "s", "UDP 消息应答超时时间", "UDP answer timeout"),
            dword(0x0005, "", "UDP 消息重传次数", "UDP retransmissions"),
            dword(0x0006, "s", "SMS 消息应答超时时间", "SMS answer timeout"),
            dword(0x0007, "", "SMS 消息重传次数", "SMS retransmissions"),
            string(0x0010, "主服务器 APN", "APN of the main server"),
            string(0x0011, "主服务器无线通信拨号用户名", "dial-up user of the main server"),
            string(0x0012, "主服务器无线通信拨号密码", "dial-up password of the main server"),
            string(0x0013, "主服务器地址", "address of the main server; 2019 host:port;…"),
            string(0x0014, "备份服务器 APN", "APN of the backup server"),
            string(0x0015, "备份服务器无线通信拨号用户名", "dial-up user of the backup server"),
            string(0x0016, "备份服务器无线通信拨号密码", "dial-up password of the backup server"),
            string(0x0017, "备份服务器地址", "address of the backup server; 2019 host:port;…"),
            dword(0x0018, "", "服务器 TCP 端口", "TCP port of the server; not in 2019"),
            dword(0x0019, "", "服务器 UDP 端口", "UDP port of the server; not in 2019"),
            string(0x001a, "道路运输证 IC 卡认证主服务器地址", "address of the main card server"),
            dword(0x001b, "", "道路运输证 IC 卡认证主服务器 TCP 端口", "TCP port of the main card server"),
            dword(0x001c, "", "道路运输证 IC 卡认证主服务器 UDP 端口", "UDP port of the main card server"),
            string(0x001d, "道路运输证 IC 卡认证备份服务器地址", "address of the backup card server"),
            dword(0x0020, "", "位置汇报策略", "report by: 0 time, 1 distance, 2 both"),
            dword(0x0021, "", "位置汇报方案", "report depends on: 0 ignition, 1 login, then ignition"),
            dword(0x0022, "s", "驾驶员未登录汇报时间间隔", "report interval without a driver"),
            string(0x0023, "从服务器 APN", "APN of the secondary server; 2019"),
            string(0x0024, "从服务器无线通信拨号用户名", "dial-up user of the secondary server; 2019"),
            string(0x0025, "从服务器无线通信拨号密码", "dial-up password of the secondary server; 2019"),
            string(0x0026, "从服务器备份地址", "address of the secondary server; 2019"),
            dword(0x0027, "s", "休眠时汇报时间间隔", "report interval asleep"),
            dword(0x0028, "s", "紧急报警时汇报时间间隔", "report interval in an emergency"),
            dword(0x0029, "s", "缺省时间汇报间隔", "default report interval"),
            dword(0x002c, "m", "缺省距离汇报间隔", "default report distance"),
            dword(0x002d, "m", "驾驶员未登录汇报距离间隔", "report distance without a driver"),
            dword(0x002e, "m", "休眠时汇报距离间隔", "report distance asleep"),
            dword(0x002f, "m", "紧急报警时汇报距离间隔", "report distance in an emergency"),
            dword(0x0030, "°", "拐点补传角度", "angle of a turn that is reported"),
            word(0x0031, "m", "电子围栏半径（非法位移阈值）", "radius beyond which a move is illegal"),
            bytes(0x0032, 4, "违规行驶时段范围", "forbidden time of day: hh mm hh mm; 2019"),
            string(0x0040, "监控平台电话号码", "phone of the platform"),
            string(0x0041, "复位电话号码", "phone that may reset"),
            string(0x0042, "恢复出厂设置电话号码", "phone that may restore factory settings"),
            string(0x0043, "监控平台 SMS 电话号码", "SMS phone of the platform"),
            string(0x0044, "接收终端 SMS 文本报警号码", "phone that gets alarms by SMS"),
            dword(0x0045, "", "终端电话接听策略", "answer calls: 0 always, 1 with ignition on"),
            dword(0x0046, "s", "每次最长通话时间", "longest call; 0 none, 4294967295 no limit"),
            dword(0x0047, "s", "当月最长通话时间", "longest calls in a month; 0 none, 4294967295 no limit"),
            string(0x0048, "监听电话号码", "phone that may listen"),
            string(0x0049, "监管平台特权短信号码", "privileged SMS phone of the platform"),
            dword(0x0050, "", "报警屏蔽字", "alarms that are masked, by alarm bit"),
            dword(0x0051, "", "报警发送文本 SMS 开关", "alarms that send an SMS, by alarm bit"),
            dword(0x0052, "", "报警拍摄开关", "alarms that take a photo, by alarm bit"),
            dword(0x0053, "", "报警拍摄存储标志", "alarms whose photo is stored, by alarm bit"),
            dword(0x0054, "", "关键标志", "alarms that are critical, by alarm bit"),
            dword(0x0055, "km/h", "最高速度", "speed limit"),
            dword(0x0056, "s", "超速持续时间", "how long overspeed lasts before it is one"),
            dword(0x0057, "s", "连续驾驶时间门限", "longest drive without a rest"),
            dword(0x0058, "s", "当天累计驾驶时间门限", "longest drive in a day"),
            dword(0x0059, "s", "最小休息时间", "shortest rest"),
            dword(0x005a, "s", "最长停车时间", "longest stop"),
            word(0x005b, "0.1 km/h", "超速预警差值", "warn so much below the speed limit"),
            word(0x005c, "s", "疲劳驾驶预警差值", "warn so long before fatigue"),
            word(0x005d, "", "碰撞报警参数", "collision: low byte time (4 ms, 2019 1 ms), high byte 0.1 g"),
            word(0x005e, "°", "侧翻报警参数", "angle of a rollover"),
            dword(0x0064, "", "定时拍照控制", "photos by time"),
            dword(0x0065, "", "定距拍照控制", "photos by distance"),
            dword(0x0070, "", "图像/视频质量", "picture quality, 1 best to 10"),
            dword(0x0071, "", "亮度", "brightness, 0 to 255"),
            dword(0x0072, "", "对比度", "contrast, 0 to 127"),
            dword(0x0073, "", "饱和度", "saturation, 0 to 127"),
            dword(0x0074, "", "色度", "chroma, 0 to 255"),
            bytes(0x0075, 21, "音视频参数", "audio and video (JT/T 1078 table 2)"),
            bytes(0x0076, 0, "音视频通道列表", "channels (JT/T 1078 table 3)"),
            bytes(0x0077, 0, "单独视频通道参数", "channels with settings of their own (JT/T 1078 table 5)"),
            bytes(0x0079, 3, "特殊报警录像参数", "recording on alarms (JT/T 1078 table 7)"),
            dword(0x007a, "", "视频相关报警屏蔽字", "video alarms that are masked (JT/T 1078)"),
            bytes(0x007b, 2, "图像分析报警参数", "picture analysis (JT/T 1078 table 8)"),
            bytes(0x007c, 20, "终端休眠唤醒模式", "sleep and wake-up (JT/T 1078 table 9)"),
            dword(0x0080, "0.1 km", "车辆里程表读数", "odometer"),
            word(0x0081, "", "车辆所在的省域 ID", "province"),
            word(0x0082, "", "车辆所在的市域 ID", "city"),
            string(0x0083, "机动车号牌", "number plate"),
            octet(0x0084, "车牌颜色", "plate colour"),
            octet(0x0090, "GNSS 定位模式", "GNSS: GPS (bit 0), BeiDou (1), GLONASS (2), Galileo (3)"),
            octet(0x0091, "GNSS 波特率", "GNSS baud rate: 0 4800, doubled up to 5 115200"),
            octet(0x0092, "GNSS 模块详细定位数据输出频率", "GNSS output rate: 0 500 ms to 4 4000 ms"),
            dword(0x0093, "s", "GNSS 模块详细定位数据采集频率", "GNSS sampling interval"),
            octet(0x0094, "GNSS 模块详细定位数据上传方式", "GNSS details are sent by"),
            dword(0x0095, "", "GNSS 模块详细定位数据上传设置", "GNSS details are sent every"),
            dword(0x0100, "ms", "CAN 总线通道 1 采集时间间隔", "CAN channel 1 sampling interval"),
            word(0x0101, "s", "CAN 总线通道 1 上传时间间隔", "CAN channel 1 report interval"),
            dword(0x0102, "ms", "CAN 总线通道 2 采集时间间隔", "CAN channel 2 sampling interval"),
            word(0x0103, "s", "CAN 总线通道 2 上传时间间隔", "CAN channel 2 report interval"),
            bytes(0x0110, 8, "CAN 总线 ID 单独采集设置", "CAN id sampled by itself"),
            bytes(0xf364, 0, "高级驾驶辅助系统参数", "driver assistance (T/JSATL 12, T/GDRTA 002)"),
            bytes(0xf365, 0, "驾驶员状态监测系统参数", "driver monitoring (T/JSATL 12, T/GDRTA 002)"),
            bytes(0xf366, 0, "胎压监测系统参数", "tyre pressure (T/JSATL 12, T/GDRTA 002)"),
            bytes(0xf367, 0, "盲区监测系统参数", "blind spots (T/JSATL 12, T/GDRTA 002)"),
            octet(0xf370, "智能视频协议版本信息", "version of the protocol, only to be read (T/GDRTA 002)"));

    private ParameterTable() {}

    private static ParameterType octet(long id, String chinese, String english) {
        return new ParameterType(id, ParameterFormat.BYTE, 1, "", chinese, english);
    }

    private static ParameterType word(long id, String unit, String chinese, String english) {
        return new ParameterType(id, ParameterFormat.WORD, 2, unit, chinese, english);
    }

    private static ParameterType dword(long id, String unit, String chinese, String english) {
        return new ParameterType(id, ParameterFormat.DWORD, 4, unit, chinese, english);
    }

    private static ParameterType string(long id, String chinese, String english) {
        return new ParameterType(id, ParameterFormat.STRING, 0, "", chinese, english);
    }

    /** What must have so many bytes, 0 for any number. */
    private static ParameterType bytes(long id, int bytes, String chinese, String english) {
        return new ParameterType(id, ParameterFormat.BYTES, bytes, "", chinese, english);
    }
}
