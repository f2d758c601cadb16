package uk.casebridge.domain.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.casebridge.domain.kind.FieldSpec.optional;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.kind.Parser;
import uk.casebridge.domain.recipient.Place;
import uk.casebridge.domain.recipient.Recipient;
import uk.casebridge.domain.standing.BankHolidays;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.domain.standing.ResultCode;
import uk.casebridge.domain.standing.StandingData;

class IdentifierRulesTest {

    private static final Rule RULE = IdentifierRules.of(List.of(
            optional("case.urn", Parser.URN),
            optional("asn", Parser.ASN),
            optional("pnc", Parser.PNC_ID),
            optional("cro", Parser.CRO_NUMBER),
            optional("uln", Parser.ULN),
            optional("prisonNumber", Parser.PRISON_NUMBER),
            optional("offences[*].code", Parser.OFFENCE_CODE),
            optional("account", Parser.ACCOUNT_NUMBER),
            optional("ni", Parser.NI_NUMBER),
            optional("crownCase", Parser.CROWN_CASE_NUMBER),
            optional("court.code", Parser.COURT_CODE),
            optional("court.name", Parser.TEXT),
            optional("receivingCourt.name", Parser.TEXT)));

    @ParameterizedTest
    @CsvSource({
        "case.urn,25GD34377719,URN-SHAPE,ERROR",
        "case.urn,01ZD030320,URN-LENGTH,WARNING",
        "asn,1101ZD0100000448754J,ASN-CHECK-CHARACTER,WARNING",
        "asn,DEF015511547,ASN-SHAPE,WARNING",
        "asn,0800PP0100000000001H,ASN-DUMMY,WARNING",
        "pnc,2004/0012345U,PNC-CHECK-CHARACTER,WARNING",
        "pnc,2004,PNC-SHAPE,ERROR",
        "cro,85227/65G,CRO-CHECK-CHARACTER,WARNING",
        "cro,CR0006100061,CRO-SHAPE,ERROR",
        "uln,9276308687,ULN-CHECK-CHARACTER,WARNING",
        "uln,12,ULN-SHAPE,ERROR",
        "prisonNumber,A8513,PRISON-NUMBER-SHAPE,ERROR",
        "offences[2].code,TH6800,OFFENCE-CODE-SHAPE,ERROR",
        "offences[2].code,ZZ99999,OFFENCE-CODE-UNKNOWN,WARNING",
        "account,25000004A,ACCOUNT-NUMBER-CHECK-CHARACTER,WARNING",
        "account,4P,ACCOUNT-NUMBER-SHAPE,ERROR",
        "ni,BG123456C,NI-NUMBER-SHAPE,WARNING",
        "crownCase,X20267001,CROWN-CASE-NUMBER-SHAPE,WARNING",
        "court.code,B0,COURT-CODE-SHAPE,ERROR",
        "court.code,B99ZZ00,COURT-CODE-UNKNOWN,WARNING",
        "court.name,Nowhere Magistrates' Court,COURT-UNKNOWN,WARNING",
        "receivingCourt.name,Nowhere Crown Court,COURT-UNKNOWN,WARNING",
    })
    void shouldSayWhatIsTheMatter(String path, String value, String code, Severity severity) {
        assertThat(check(path, value)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.fields()).containsExactly(path);
            assertThat(List.of(
                            finding.what(),
                            finding.cause(),
                            finding.howToCorrect(),
                            finding.howToAvoid(),
                            finding.source()))
                    .noneMatch(String::isBlank);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "case.urn,01ZD0303208",
        "asn,1101ZD0100000410836V",
        "asn,11/01ZD/01/448754K",
        "pnc,2012/0052494Q",
        "cro,065656/91H",
        "uln,9276308686",
        "account,AB25000004P",
        "ni,SW 12 34 56 C",
        "crownCase,T20267001",
        "prisonNumber,A8513EA",
        "offences[1].code,TH68001",
        "offences[1].code,TH68001A",
        "court.code,B01BH04",
        "court.name,Bexley",
        "asn,''",
        "elsewhere,rubbish"
    })
    void shouldHaveNothingToSayOfWhatIsRight(String path, String value) {
        assertThat(check(path, value)).isEmpty();
    }

    @Test
    void shouldNameTheExpectedLetter() {
        assertThat(check("asn", "1101ZD0100000448754J").getFirst().what())
                .isEqualTo("The ASN 1101ZD0100000448754J ends in J, but its other characters ask for K.");
    }

    @ParameterizedTest
    @CsvSource({"B01BH00, 0", "B01BH07, 0", "B01EF00, 1"})
    void shouldSayWhereNameAndCodeAreOfTwoCourts(String code, int findings) {
        Fields fields = Fields.of(Field.stated("court.name", "Bexley"), Field.stated("court.code", code));

        assertThat(RULE.check(fields, new Rule.Context(LocalDate.of(2026, 8, 14), new OneOfEach())))
                .hasSize(findings)
                .allSatisfy(finding -> {
                    assertThat(finding.code()).isEqualTo("COURT-NAME-AND-CODE");
                    assertThat(finding.fields()).containsExactly("court.name", "court.code");
                    assertThat(finding.what())
                            .isEqualTo("The court is called “Bexley”, but the code B01EF00 is that of Croydon.");
                });
    }

    private static List<Finding> check(String path, String value) {
        return RULE.check(
                Fields.of(Field.stated(path, value)), new Rule.Context(LocalDate.of(2026, 8, 14), new OneOfEach()));
    }

    /** Knows Bexley, the code of Croydon, and theft from the person. */
    private static final class OneOfEach implements StandingData {

        @Override
        public Optional<String> courtName(CourtCode code) {
            return switch (code.house().value()) {
                case "B01BH00" -> Optional.of("Bexley");
                case "B01EF00" -> Optional.of("Croydon");
                default -> Optional.empty();
            };
        }

        @Override
        public Optional<CourtCode> courtNamed(String name) {
            return Optional.of(new CourtCode("B01BH00")).filter(code -> name.equals("Bexley"));
        }

        @Override
        public Optional<String> offenceTitle(String code) {
            return Optional.of("Theft from the person").filter(title -> code.equals("TH68001"));
        }

        @Override
        public Optional<ResultCode> result(String code) {
            return Optional.empty();
        }

        @Override
        public BankHolidays bankHolidays() {
            return BankHolidays.published(Map.of());
        }

        @Override
        public Optional<Place> place(Recipient recipient, String code) {
            return Optional.empty();
        }

        @Override
        public Optional<Place> placeNamed(Recipient recipient, String name) {
            return Optional.empty();
        }

        @Override
        public Optional<Place> defaultPlace(Recipient recipient, CourtCode court) {
            return Optional.empty();
        }
    }
}
