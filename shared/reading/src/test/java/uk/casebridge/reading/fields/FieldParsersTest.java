package uk.casebridge.reading.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.casebridge.domain.kind.Parser;

final class FieldParsersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "£1,234.50 | 1234.50",
                "£ 20 | 20.00",
                "1234.5 pounds | 1234.5 pounds",
                "12,345,678.90 | 12345678.90",
                "2500000.01 | 2500000.01",
                "£154.00. | 154.00",
                "the sum of £8,500 | 8500.00",
                "£0.00 | 0.00"
            })
    void shouldMakeASumOfMoney(String words, String value) {
        assertThat(FieldParsers.parse(Parser.MONEY, List.of(words)).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "£1,00.00",
                "£10,000,00",
                "-£5.00",
                "- 5.00",
                "(£5.00)",
                "£12.345",
                "£1.5",
                "£20.00 or £30.00",
                "£10 000.00",
                "ten pounds"
            })
    void shouldNotGuessASum(String words) {
        Parsed parsed = FieldParsers.parse(Parser.MONEY, List.of(words));
        assertThat(parsed.value()).isEqualTo(words);
        assertThat(parsed.factor()).isLessThan(0.5);
    }

    @ParameterizedTest
    @CsvSource({
        "ACCOUNT_NUMBER,AB 25000004P,AB25000004P",
        "NI_NUMBER,sw 12 34 56 c,SW123456C",
        "CROWN_CASE_NUMBER,T2026 7001,T20267001"
    })
    void shouldWriteANumberInItsCanonicalForm(Parser parser, String words, String value) {
        assertThat(FieldParsers.parse(parser, List.of(words)).value()).isEqualTo(value);
    }
}
