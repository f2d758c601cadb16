package uk.casebridge.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FineRulesTest {

    private static final Record SUMS = Record.of(
            "hearing.date", "2026-09-14",
            "defendant.dateOfBirth", "1990-01-01",
            "impositions[1].type", "Compensation",
            "impositions[1].amount", "50.00",
            "impositions[2].type", "Victim surcharge",
            "impositions[2].amount", "80.00",
            "impositions[3].type", "Fine",
            "impositions[3].amount", "200.00",
            "sumDue", "330.00");
    private static final Record ORDER = SUMS.with(
            "existingDefaulter", "no",
            "attachmentOfEarnings", "yes",
            "benefitDeduction", "no",
            "employer", "Harbour Logistics Ltd",
            "reserveTerms", "In full within 14 days");
    private static final Record NOTICE =
            SUMS.with("offences[1].date", "2026-06-01", "terms.payBy", "2026-10-12", "defaultTerm", "14 days");

    @Test
    void shouldFindNothingWrongWithGoodPapers() {
        assertThat(ORDER.foundBy("collection-order")).isEmpty();
        assertThat(NOTICE.foundBy("fine-notice")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"330.01,SUM-DUE ERROR", "329.99,SUM-DUE ERROR", "330.00,''"})
    void shouldAddUpTheSumsImposed(String due, String found) {
        expect("fine-notice", NOTICE.with("sumDue", due), found);
    }

    @Test
    void shouldShowTheAddition() {
        assertThat(NOTICE.with("sumDue", "310.00")
                        .findings("fine-notice")
                        .getFirst()
                        .what())
                .isEqualTo("The sums imposed come to £50.00 + £80.00 + £200.00 = £330.00, but the sum due is given as"
                        + " £310.00.");
    }

    @Test
    void shouldNotAddUpBesideAnAmountThatIsNone() {
        expect("fine-notice", NOTICE.with("impositions[1].amount", "£5,0.00"), "");
    }

    @Test
    void shouldImposeNothingOfNothing() {
        expect(
                "fine-notice",
                NOTICE.with("impositions[1].amount", "0.00", "sumDue", "280.00"),
                "IMPOSITION-NOTHING ERROR");
    }

    @ParameterizedTest
    @CsvSource({
        "2022-06-16,80.00,''",
        "2022-06-16,20.00,SURCHARGE-AMOUNT WARNING",
        "2022-06-15,34.00,''",
        "2022-06-15,80.00,SURCHARGE-AMOUNT WARNING",
        "2019-06-27,30.00,''",
        "2010-01-01,15.00,''"
    })
    void shouldCheckTheSurchargeByTheDateOfTheOffence(String offence, String surcharge, String found) {
        Record notice = NOTICE.with("offences[1].date", offence, "impositions[2].amount", surcharge);
        String due = surcharge.equals("80.00")
                ? "330.00"
                : String.valueOf(250 + (int) Double.parseDouble(surcharge)) + ".00";
        expect("fine-notice", notice.with("sumDue", due), found);
    }

    @Test
    void shouldLetTheOldestOffenceDecide() {
        expect(
                "fine-notice",
                NOTICE.with("offences[2].date", "2022-06-15", "impositions[2].amount", "34.00", "sumDue", "284.00"),
                "");
    }

    @Test
    void shouldTakeAnyOrderThatWasInForceWhereNoOffenceIsDated() {
        expect("collection-order", ORDER.with("impositions[2].amount", "34.00", "sumDue", "284.00"), "");
        expect(
                "collection-order",
                ORDER.with("impositions[2].amount", "35.00", "sumDue", "285.00"),
                "SURCHARGE-AMOUNT WARNING");
    }

    @Test
    void shouldSayNothingOfTheSurchargeOfTheYoungOrOfUnknownAge() {
        Record odd = NOTICE.with("impositions[2].amount", "22.00", "sumDue", "272.00");
        expect("fine-notice", odd, "SURCHARGE-AMOUNT WARNING");
        expect("fine-notice", odd.with("defendant.dateOfBirth", "2010-01-01"), "");
        expect("fine-notice", odd.without("defendant.dateOfBirth"), "");
    }

    @ParameterizedTest
    @CsvSource({
        "500.00,14 days,''",
        "500.00,15 days,FINE-DEFAULT-TERM ERROR",
        "500.01,28 days,''",
        "5000.00,3 months,''",
        "5000.00,4 months,FINE-DEFAULT-TERM ERROR",
        "5000.01,6 months,''",
        "5000.01,7 months,FINE-DEFAULT-TERM WARNING",
        "10000.01,12 months,''",
        "10000.01,13 months,FINE-DEFAULT-TERM ERROR",
        "500.00,a fortnight,TERM-UNCLEAR WARNING"
    })
    void shouldKeepTheTermInDefaultWithinItsBand(String due, String term, String found) {
        expect(
                "fine-notice",
                NOTICE.without("impositions")
                        .with("impositions[1].type", "Costs", "impositions[1].amount", due)
                        .with("sumDue", due, "defaultTerm", term),
                found);
    }

    @Test
    void shouldNotAskForMoneyBeforeItWasImposed() {
        expect("fine-notice", NOTICE.with("terms.payBy", "2026-09-13"), "PAY-BY-DATE ERROR");
        expect("fine-notice", NOTICE.with("terms.payBy", "2026-09-14"), "");
    }

    @Test
    void shouldAskForReserveTermsWhereEarningsAreAttached() {
        expect("collection-order", ORDER.without("reserveTerms"), "COLLECTION-RESERVE-TERMS ERROR");
    }

    @Test
    void shouldAskForTermsWhereNothingIsDeducted() {
        Record order = ORDER.without("impositions[1]")
                .without("impositions")
                .with("attachmentOfEarnings", "no", "impositions[1].type", "Costs", "impositions[1].amount", "330.00");
        expect("collection-order", order, "COLLECTION-TERMS ERROR");
        expect("collection-order", order.with("terms.payBy", "2026-10-12"), "");
    }

    @Test
    void shouldAskWhetherADefaultIsDisregarded() {
        Record defaulter = ORDER.with("existingDefaulter", "yes");
        expect("collection-order", defaulter, "COLLECTION-DISREGARD ERROR");
        expect("collection-order", defaulter.with("defaultDisregarded", "no"), "");
    }

    @Test
    void shouldExpectAnAttachmentWhereCompensationWasImposed() {
        expect(
                "collection-order",
                ORDER.with("attachmentOfEarnings", "no", "terms.payBy", "2026-10-12"),
                "COLLECTION-ATTACHMENT WARNING");
    }

    @Test
    void shouldAskForTheEmployer() {
        expect("collection-order", ORDER.without("employer"), "COLLECTION-EMPLOYER WARNING");
    }

    private static void expect(String kind, Record record, String found) {
        assertThat(record.foundBy(kind)).isEqualTo(found.isEmpty() ? List.of() : List.of(found));
    }
}
