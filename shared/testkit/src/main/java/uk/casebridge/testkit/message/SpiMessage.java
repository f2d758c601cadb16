package uk.casebridge.testkit.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes an SPI {@code ResultedCaseMessage} about one made-up defendant with one offence. Each step gives a new message,
 * so that one can serve for several.
 */
public final class SpiMessage {

    private final String createdAt;
    private final String urn;
    private final String asn;
    private final String sequence;
    private final String defendant;
    private final List<String> results;
    private final Optional<String> wording;

    private SpiMessage(
            String createdAt,
            String urn,
            String asn,
            String sequence,
            String defendant,
            List<String> results,
            Optional<String> wording) {
        this.createdAt = createdAt;
        this.urn = urn;
        this.asn = asn;
        this.sequence = sequence;
        this.defendant = defendant;
        this.results = results;
        this.wording = wording;
    }

    /** A message of Croydon of 14 August 2026, about Gethin Pugh, who was fined. */
    public static SpiMessage sample() {
        return new SpiMessage(
                "2026-08-14T16:30:00+01:00",
                "01ZD0303226",
                "1101ZD0100000448754K",
                "001",
                person("Gethin", "Pugh", "1988-11-11"),
                List.of(result("1015", "Fined 100.", "<DC:ResultAmountSterling>100.00</DC:ResultAmountSterling>")),
                Optional.empty());
    }

    /** When its envelope says it was made, with its offset. */
    public SpiMessage createdAt(String time) {
        return new SpiMessage(time, urn, asn, sequence, defendant, results, wording);
    }

    public SpiMessage urn(String text) {
        return new SpiMessage(createdAt, text, asn, sequence, defendant, results, wording);
    }

    public SpiMessage asn(String text) {
        return new SpiMessage(createdAt, urn, text, sequence, defendant, results, wording);
    }

    public SpiMessage sequence(String text) {
        return new SpiMessage(createdAt, urn, asn, text, defendant, results, wording);
    }

    public SpiMessage wording(String text) {
        return new SpiMessage(createdAt, urn, asn, sequence, defendant, results, Optional.of(text));
    }

    public SpiMessage about(String given, String family, String birthdate) {
        return new SpiMessage(createdAt, urn, asn, sequence, person(given, family, birthdate), results, wording);
    }

    /** About an organisation instead of a person. */
    public SpiMessage aboutOrganisation(String name) {
        return new SpiMessage(createdAt, urn, asn, sequence, """
                <DC:CourtCorporateDefendant>
                  <DC:OrganisationName><DC:OrganisationName>%s</DC:OrganisationName></DC:OrganisationName>
                  <DC:BailStatus>A</DC:BailStatus>
                </DC:CourtCorporateDefendant>
                """.formatted(name), results, wording);
    }

    /** With one more result, whose outcome is XML of its own and may be empty. */
    public SpiMessage withResult(String code, String text, String outcome) {
        List<String> more = new ArrayList<>(results);
        more.add(result(code, text, outcome));
        return new SpiMessage(createdAt, urn, asn, sequence, defendant, List.copyOf(more), wording);
    }

    public SpiMessage withoutResults() {
        return new SpiMessage(createdAt, urn, asn, sequence, defendant, List.of(), wording);
    }

    /** In its envelope. */
    public String delivered() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <DeliverRequest xmlns="http://schemas.cjse.gov.uk/messages/deliver/2006-05"
                    xmlns:mm="http://schemas.cjse.gov.uk/messages/metadata/2006-05">
                  <mm:MessageMetadata SchemaVersion="1.0">
                    <mm:CreationDateTime>%s</mm:CreationDateTime>
                  </mm:MessageMetadata>
                  <Message>
                %s
                  </Message>
                </DeliverRequest>
                """.formatted(createdAt, bare());
    }

    /** The bytes of it in its envelope. */
    public byte[] bytes() {
        return delivered().getBytes(StandardCharsets.UTF_8);
    }

    /** Without an envelope. */
    public String bare() {
        return """
                <DC:ResultedCaseMessage xmlns:DC="http://www.dca.gov.uk/xmlschemas/libra">
                  <DC:Session>
                    <DC:CourtHearing>
                      <DC:Hearing>
                        <DC:CourtHearingLocation>B01EF03</DC:CourtHearingLocation>
                        <DC:DateOfHearing>2026-08-14</DC:DateOfHearing>
                        <DC:TimeOfHearing>10:00:00</DC:TimeOfHearing>
                      </DC:Hearing>
                      <DC:PSAcode>2576</DC:PSAcode>
                    </DC:CourtHearing>
                    <DC:Case>
                      <DC:PTIURN>%s</DC:PTIURN>
                      <DC:Defendant>
                        <DC:ProsecutorReference>%s</DC:ProsecutorReference>
                        %s
                        <DC:Offence>
                          <DC:BaseOffenceDetails>
                            <DC:OffenceSequenceNumber>%s</DC:OffenceSequenceNumber>
                            <DC:OffenceCode>TH68010</DC:OffenceCode>
                            <DC:OffenceWording>%s</DC:OffenceWording>
                          </DC:BaseOffenceDetails>
                          <DC:Plea>1</DC:Plea>
                          <DC:ModeOfTrial>01</DC:ModeOfTrial>
                          <DC:ConvictionDate>2026-08-14</DC:ConvictionDate>
                          <DC:Finding>G</DC:Finding>
                          %s
                        </DC:Offence>
                      </DC:Defendant>
                    </DC:Case>
                  </DC:Session>
                </DC:ResultedCaseMessage>
                """.formatted(
                        urn,
                        asn,
                        defendant,
                        sequence,
                        wording.orElse("Stole meat and cheese belonging to the shop."),
                        String.join("\n", results));
    }

    private static String person(String given, String family, String birthdate) {
        return """
                <DC:CourtIndividualDefendant>
                  <DC:PersonDefendant>
                    <DC:BasePersonDetails>
                      <DC:PersonName>
                        <DC:PersonTitle>Mr</DC:PersonTitle>
                        <DC:PersonGivenName1>%s</DC:PersonGivenName1>
                        <DC:PersonFamilyName>%s</DC:PersonFamilyName>
                      </DC:PersonName>
                      <DC:Birthdate>%s</DC:Birthdate>
                      <DC:Gender>1</DC:Gender>
                    </DC:BasePersonDetails>
                  </DC:PersonDefendant>
                  <DC:BailStatus>U</DC:BailStatus>
                  <DC:Address>
                    <DC:SimpleAddress>
                      <DC:AddressLine1>12 Long Acre</DC:AddressLine1>
                      <DC:AddressLine2>Croydon</DC:AddressLine2>
                    </DC:SimpleAddress>
                  </DC:Address>
                </DC:CourtIndividualDefendant>
                """.formatted(given, family, birthdate);
    }

    private static String result(String code, String text, String outcome) {
        return """
                <DC:Result>
                  <DC:ResultCode>%s</DC:ResultCode>
                  <DC:ResultText>%s</DC:ResultText>
                  <DC:Outcome>%s</DC:Outcome>
                </DC:Result>
                """.formatted(code, text, outcome);
    }
}
