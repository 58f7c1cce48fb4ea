package org.motorpool.telematics.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource({
        "00_64_6401_0_0123.jpg, 00_64_6401_0_0123.jpg",
        "../../etc/passwd, passwd",
        "'..\\..\\windows\\win.ini', win.ini",
        "/, unnamed",
        "'', unnamed",
        ".., unnamed",
        ".bashrc, bashrc",
        "现场照片.jpg, 现场照片.jpg",
        "'a b;rm -rf \"$x\"|<y>.jpg', a_b_rm_-rf___x___y_.jpg"
    })
    void keepsTheLastStepWithoutWhatCouldHarm(String name, String plain) {
        assertThat(FileNames.plain(name)).isEqualTo(plain);
    }

    @Test
    void leavesNoControlCharacters() {
        assertThat(FileNames.plain("a\0b\r\nc\u202Ed.jpg")).isEqualTo("a_b__c_d.jpg");
    }

    @Test
    void keepsTheEndOfALongName() {
        assertThat(FileNames.plain("x".repeat(300) + ".jpg")).hasSize(100).endsWith("x.jpg");
    }
}
