package uk.casebridge.domain.finding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import uk.casebridge.domain.field.Field;
import uk.casebridge.domain.field.Fields;
import uk.casebridge.domain.field.PathPattern;
import uk.casebridge.domain.identifier.AccountNumber;
import uk.casebridge.domain.identifier.Asn;
import uk.casebridge.domain.identifier.Check;
import uk.casebridge.domain.identifier.CroNumber;
import uk.casebridge.domain.identifier.CrownCourtCaseNumber;
import uk.casebridge.domain.identifier.NiNumber;
import uk.casebridge.domain.identifier.OffenceCode;
import uk.casebridge.domain.identifier.PncId;
import uk.casebridge.domain.identifier.PrisonNumber;
import uk.casebridge.domain.identifier.Uln;
import uk.casebridge.domain.identifier.Urn;
import uk.casebridge.domain.kind.FieldSpec;
import uk.casebridge.domain.kind.Parser;
import uk.casebridge.domain.standing.CourtCode;
import uk.casebridge.domain.standing.StandingData;

/**
 * What the identifiers of a record must satisfy: a wrong check character is a warning that names the right one, a wrong
 * shape an error, a code that no list holds a warning. An ASN of the wrong shape only warns, since real papers print
 * other references in its box and a person's papers must not wait for that.
 *
 * <p>Which fields hold which identifier is read from the kind's field specifications, so that one rule serves every kind.
 */
public final class IdentifierRules implements Rule {

    private static final Map<Parser, Identifier> IDENTIFIERS = identifiers();

    private final List<Watched> watched;
    private final List<PathPattern> courtNames;

    private IdentifierRules(List<Watched> watched, List<PathPattern> courtNames) {
        this.watched = watched;
        this.courtNames = courtNames;
    }

    /** The rule for a kind with these fields. */
    public static Rule of(List<FieldSpec> fields) {
        List<Watched> watched = new ArrayList<>();
        List<PathPattern> courtNames = new ArrayList<>();
        for (FieldSpec field : fields) {
            Optional.ofNullable(IDENTIFIERS.get(field.parser()))
                    .ifPresent(identifier -> watched.add(new Watched(PathPattern.of(field.path()), identifier)));
            if (field.path().equals("court.name") || field.path().endsWith("Court.name")) {
                courtNames.add(PathPattern.of(field.path()));
            }
        }
        return new IdentifierRules(List.copyOf(watched), List.copyOf(courtNames));
    }

    @Override
    public List<Finding> check(Fields fields, Context context) {
        List<Finding> findings = new ArrayList<>();
        for (Watched watch : watched) {
            for (Field field : fields.matching(watch.pattern())) {
                if (!field.value().isBlank()) {
                    watch.identifier().check(field, context.standingData()).ifPresent(findings::add);
                }
            }
        }
        for (PathPattern pattern : courtNames) {
            fields.matching(pattern).stream()
                    .filter(field -> !field.value().isBlank())
                    .filter(field ->
                            context.standingData().courtNamed(field.value()).isEmpty())
                    .map(IdentifierRules::unknownCourt)
                    .forEach(findings::add);
            fields.matching(pattern).stream()
                    .flatMap(name -> otherCourt(name, fields, context.standingData()).stream())
                    .forEach(findings::add);
        }
        return List.copyOf(findings);
    }

    private record Watched(PathPattern pattern, Identifier identifier) {}

    /** What else there is to say of a field whose identifier holds. */
    private interface Remark {
        Optional<Finding> on(Field field, String canonical, StandingData standingData);
    }

    private record Identifier(
            String code,
            String name,
            Function<String, Check<String>> check,
            Severity wrongShape,
            String source,
            Remark remark) {

        Optional<Finding> check(Field field, StandingData standingData) {
            return switch (check.apply(field.value())) {
                case Check.Valid<String>(String canonical) -> remark.on(field, canonical, standingData);
                case Check.WrongCheckCharacter<String>(String canonical, char expected) ->
                    Optional.of(wrongCharacter(field, canonical, expected));
                case Check.WrongShape<String>(String reason) -> Optional.of(wrongShape(field, reason));
            };
        }

        private Finding wrongCharacter(Field field, String canonical, char expected) {
            return new Finding(
                    code + "-CHECK-CHARACTER",
                    Severity.WARNING,
                    List.of(field.path()),
                    "The %s %s ends in %s, but its other characters ask for %s."
                            .formatted(name, canonical, canonical.charAt(canonical.length() - 1), expected),
                    "A digit or the last character was mistyped, or two were swapped.",
                    "Compare it with the charge sheet. If only the last character is wrong, it is %s."
                            .formatted(expected),
                    "Copy the number from the electronic case file rather than typing it.",
                    source);
        }

        private Finding wrongShape(Field field, String reason) {
            return new Finding(
                    code + "-SHAPE",
                    wrongShape,
                    List.of(field.path()),
                    "“%s” is not %s %s: %s.".formatted(field.value(), article(), name, reason),
                    "Characters are missing or too many, or another reference was entered in its place.",
                    "Look the %s up in the case file and correct it.".formatted(name),
                    "Copy the number from the electronic case file rather than typing it.",
                    source);
        }

        private String article() {
            return "aAoO".indexOf(name.charAt(0)) >= 0 ? "an" : "a";
        }
    }

    private static Map<Parser, Identifier> identifiers() {
        Remark nothing = (field, canonical, standingData) -> Optional.empty();
        Map<Parser, Identifier> all = new EnumMap<>(Parser.class);
        all.put(
                Parser.URN,
                new Identifier(
                        "URN",
                        "case URN",
                        text -> Urn.check(text).map(Urn::value),
                        Severity.ERROR,
                        "PTI-URN: FFSSnnnnnyy, exceptions HO100201 and HO100300 of the court results standing data",
                        (field, canonical, standingData) -> shortUrn(field, canonical)));
        all.put(
                Parser.ASN,
                new Identifier(
                        "ASN",
                        "ASN",
                        text -> Asn.check(text).map(Asn::value),
                        Severity.WARNING,
                        "Arrest summons number: check letter over force, system, year and sequence, modulo 23",
                        (field, canonical, standingData) -> dummyAsn(field, canonical)));
        all.put(
                Parser.PNC_ID,
                new Identifier(
                        "PNC",
                        "PNC id",
                        text -> PncId.check(text).map(PncId::value),
                        Severity.ERROR,
                        "Police National Computer id: check letter over year and serial, modulo 23",
                        nothing));
        all.put(
                Parser.CRO_NUMBER,
                new Identifier(
                        "CRO",
                        "CRO number",
                        text -> CroNumber.check(text).map(CroNumber::value),
                        Severity.ERROR,
                        "Criminal Records Office number: check letter over year and serial, modulo 23",
                        nothing));
        all.put(
                Parser.ULN,
                new Identifier(
                        "ULN",
                        "unique learner number",
                        text -> Uln.check(text).map(Uln::value),
                        Severity.ERROR,
                        "Learning Records Service, rule ULN_04: ten digits, modulo 11",
                        nothing));
        all.put(
                Parser.PRISON_NUMBER,
                new Identifier(
                        "PRISON-NUMBER",
                        "prison number",
                        text -> PrisonNumber.check(text).map(PrisonNumber::value),
                        Severity.ERROR,
                        "NOMS number: letter, four digits, two letters",
                        nothing));
        all.put(
                Parser.ACCOUNT_NUMBER,
                new Identifier(
                        "ACCOUNT-NUMBER",
                        "account number",
                        text -> AccountNumber.check(text).map(AccountNumber::value),
                        Severity.ERROR,
                        "Fines account number: eight digits, check letter modulo 23",
                        nothing));
        all.put(
                Parser.NI_NUMBER,
                new Identifier(
                        "NI-NUMBER",
                        "National Insurance number",
                        text -> NiNumber.check(text).map(NiNumber::value),
                        Severity.WARNING,
                        "National Insurance number: two letters, six digits, a letter from A to D",
                        nothing));
        all.put(
                Parser.CROWN_CASE_NUMBER,
                new Identifier(
                        "CROWN-CASE-NUMBER",
                        "Crown Court case number",
                        text -> CrownCourtCaseNumber.check(text).map(CrownCourtCaseNumber::value),
                        Severity.WARNING,
                        "Crown Court case number: T, S, A or U, year and four digits; not verified further",
                        nothing));
        all.put(
                Parser.OFFENCE_CODE,
                new Identifier(
                        "OFFENCE-CODE",
                        "offence code",
                        text -> OffenceCode.check(text).map(OffenceCode::value),
                        Severity.ERROR,
                        "CJS offence codes",
                        IdentifierRules::unknownOffence));
        all.put(
                Parser.COURT_CODE,
                new Identifier(
                        "COURT-CODE",
                        "court code",
                        text -> CourtCode.check(text).map(CourtCode::value),
                        Severity.ERROR,
                        "CJS organisation unit codes",
                        IdentifierRules::unknownCourtCode));
        return Map.copyOf(all);
    }

    private static Optional<Finding> shortUrn(Field field, String canonical) {
        Urn urn = new Urn(canonical);
        if (urn.isFullLength()) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                "URN-LENGTH",
                Severity.WARNING,
                List.of(field.path()),
                "The case URN %s has %d characters; by the book it has %d."
                        .formatted(canonical, canonical.length(), Urn.FULL_LENGTH),
                "A digit was left out.",
                "Look the URN up in the case file and correct it if a digit is missing.",
                "Copy the number from the electronic case file rather than typing it.",
                "PTI-URN: FFSSnnnnnyy, exception HO100201 of the court results standing data"));
    }

    private static Optional<Finding> dummyAsn(Field field, String canonical) {
        if (!new Asn(canonical).isDummy()) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                "ASN-DUMMY",
                Severity.WARNING,
                List.of(field.path()),
                "The ASN %s is a stand-in, not one that the police issued.".formatted(canonical),
                "The prosecutor is not the police, or gave no ASN.",
                "If the offence is recordable, ask the prosecutor for the ASN.",
                "Ask for the ASN when the case is opened.",
                "Exception HO100321 of the court results standing data"));
    }

    private static Optional<Finding> unknownOffence(Field field, String canonical, StandingData standingData) {
        boolean known = standingData.offenceTitle(canonical).isPresent()
                || standingData
                        .offenceTitle(new OffenceCode(canonical).parent().value())
                        .isPresent();
        if (known) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                "OFFENCE-CODE-UNKNOWN",
                Severity.WARNING,
                List.of(field.path()),
                "The offence code %s is not in the list of offences at hand.".formatted(canonical),
                "The code is new, local or mistyped, or the list here is not the full one.",
                "Compare the code with the offence title; correct it if they differ.",
                "Import the current list of offence codes.",
                "CJS offence codes; exception HO100306 of the court results standing data"));
    }

    private static Optional<Finding> unknownCourtCode(Field field, String canonical, StandingData standingData) {
        if (standingData.courtName(new CourtCode(canonical)).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                "COURT-CODE-UNKNOWN",
                Severity.WARNING,
                List.of(field.path()),
                "No court in the list at hand has the code %s.".formatted(canonical),
                "The code was mistyped, or the court is new to the list.",
                "Look the court's code up and correct it.",
                "Import the current list of courts.",
                "CJS organisation unit codes; exception HO100300 of the court results standing data"));
    }

    private static Finding unknownCourt(Field field) {
        return new Finding(
                "COURT-UNKNOWN",
                Severity.WARNING,
                List.of(field.path()),
                "No court in the list at hand is called “%s”.".formatted(field.value()),
                "The name was mistyped or shortened, or the court is new to the list.",
                "Choose the court by its full name or code.",
                "Use the name in the list of courts, or import the current list.",
                "CJS organisation unit codes");
    }

    /** A court whose name and code are both known and name two courts: one of them sends the papers astray. */
    private static Optional<Finding> otherCourt(Field name, Fields fields, StandingData standingData) {
        String codePath = name.path().substring(0, name.path().length() - ".name".length()) + ".code";
        Optional<CourtCode> code = fields.value(codePath)
                .flatMap(text -> CourtCode.check(text).found())
                .map(CourtCode::house);
        Optional<CourtCode> named = standingData.courtNamed(name.value()).map(CourtCode::house);
        Optional<String> nameOfCode = code.flatMap(standingData::courtName);
        if (named.isEmpty() || nameOfCode.isEmpty() || named.equals(code)) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                "COURT-NAME-AND-CODE",
                Severity.WARNING,
                List.of(name.path(), codePath),
                "The court is called “%s”, but the code %s is that of %s."
                        .formatted(name.value(), code.get().value(), nameOfCode.get()),
                "The name or the code of another court was left in the form, or the court moved.",
                "Ask which court sat, and correct the one that is wrong.",
                "Choose the court from a list, so that name and code come together.",
                "CJS organisation unit codes"));
    }
}
