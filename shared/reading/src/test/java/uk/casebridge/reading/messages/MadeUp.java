package uk.casebridge.reading.messages;

/** Messages about people who do not exist. */
final class MadeUp {

    private MadeUp() {}

    /** A Libra court list of one case without a SOAP envelope. */
    static String courtList(String sourceFile, String room, String oneCase) {
        return """
                <ns:ExternalDocumentRequest xmlns:ns="http://www.justice.gov.uk/magistrates/external/ExternalDocumentRequest">
                  <documents>
                    <document>
                      <info>
                        <source_file_name>%s</source_file_name>
                        <parameters><pi_run_date>13/08/2026</pi_run_date></parameters>
                        <start_time>16:05:04</start_time>
                      </info>
                      <data>
                        <job>
                          <printdate>13/08/2026</printdate>
                          <sessions>
                            <session>
                              <doh>14/08/2026</doh>
                              <lja>South London</lja>
                              <panel>Adult Panel</panel>
                              <court>Croydon Magistrates' Court</court>
                              <room>%s</room>
                              <sstart>10:00</sstart>
                              <blocks>
                                <block>
                                  <bstart>10:30</bstart>
                                  <desc>First Hearings Slot</desc>
                                  <cases>%s</cases>
                                </block>
                              </blocks>
                            </session>
                          </sessions>
                        </job>
                      </data>
                    </document>
                  </documents>
                </ns:ExternalDocumentRequest>
                """.formatted(sourceFile, room, oneCase);
    }

    static String courtList() {
        return courtList("5_14082026_2576_B01EF03_ADULT_COURT_LIST_DAILY", "03", caseOf("MR Gethin PUGH", "P"));
    }

    static String caseOf(String name, String type) {
        return """
                <case>
                  <caseno>2608004512</caseno>
                  <def_name>%s</def_name>
                  %s
                  <def_type>%s</def_type>
                  <def_sex>M</def_sex>
                  <pnc_id>20120052494Q</pnc_id>
                  <cro_number>CR0006100061</cro_number>
                  <def_addr><line1>12 Long Acre</line1><line5>Croydon</line5><pcode>CR9 1AA</pcode></def_addr>
                  <inf>POL01</inf>
                  <cseq>2</cseq>
                  <listno>1st</listno>
                  <offences>
                    <offence>
                      <oseq>1</oseq>
                      <code>TH68010</code>
                      <title>Theft from a shop</title>
                      <sum>Stole meat &amp; cheese to the value of £86.40.</sum>
                      <as>Contrary to section 1(1) and 7 of the Theft Act 1968.</as>
                      <plea>NG</plea>
                      <adjdate>01/08/2026</adjdate>
                    </offence>
                  </offences>
                </case>
                """.formatted(name, type.equals("P") ? "<def_dob>06/08/1988</def_dob>" : "", type);
    }

    static String inSoap(String body) {
        return """
                <soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope">
                  <soap:Header/>
                  <soap:Body>%s</soap:Body>
                </soap:Envelope>
                """.formatted(body);
    }

    /** A Common Platform hearing shared at a time; the defendant is the JSON of his or its details. */
    static String hearing(String sittingDay, String sharedTime, String defendant) {
        return """
                {
                  "hearing": {
                    "courtCentre": {"code": "B01EF00", "name": "Croydon Magistrates' Court", "roomName": "Courtroom 05"},
                    "hearingDays": [{"sittingDay": "%s"}],
                    "jurisdictionType": "MAGISTRATES",
                    "prosecutionCases": [{
                      "prosecutionCaseIdentifier": {"caseURN": "01ZD0303226", "prosecutionAuthorityName": "CPS"},
                      "defendants": [{
                        "id": "d1", "masterDefendantId": "m1",
                        %s,
                        "prosecutionAuthorityReference": "1101ZD0100000448754K",
                        "offences": [{
                          "orderIndex": 1, "offenceCode": "TH68010", "offenceTitle": "Theft from a shop",
                          "offenceTitleWelsh": "Dwyn o siop", "plea": {"pleaValue": "NOT_GUILTY"},
                          "judicialResults": [
                            {"cjsCode": "1015", "category": "FINAL", "label": "Fine", "resultText": "FO - Fine\\nFined £100",
                             "isDeleted": false,
                             "judicialResultPrompts": [{"isFinancialImposition": true, "value": "£100.00"}]},
                            {"cjsCode": "1002", "label": "Imprisonment", "resultText": "IMP", "isDeleted": true}
                          ]
                        }]
                      }]
                    }],
                    "type": {"description": "Sentence"}
                  },
                  "sharedTime": "%s"
                }
                """.formatted(sittingDay, defendant, sharedTime);
    }

    static String person(String birth, boolean youth) {
        return """
                "isYouth": %s,
                "personDefendant": {
                  "bailStatus": {"code": "C", "description": "Custody"},
                  "personDetails": {"title": "Mr", "firstName": "Gethin", "middleName": "Tomos", "lastName": "Pugh",
                    "dateOfBirth": "%s", "gender": "MALE", "address": {"address1": "12 Long Acre", "postcode": "CR9 1AA"}}
                }
                """.formatted(youth, birth);
    }

    static String hearing() {
        return hearing("2026-08-14T09:00:00.000Z", "2026-08-14T15:38:02.191Z[UTC]", person("1988-11-11", false));
    }
}
