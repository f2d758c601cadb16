package uk.casebridge.store.aws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.casebridge.domain.person.Agreement;
import uk.casebridge.domain.person.Aspect;
import uk.casebridge.domain.person.Comparison;
import uk.casebridge.domain.person.Known;
import uk.casebridge.domain.person.MentionId;
import uk.casebridge.domain.person.NumberType;
import uk.casebridge.domain.person.Person;
import uk.casebridge.domain.person.PersonId;
import uk.casebridge.domain.person.PersonName;
import uk.casebridge.domain.person.PersonNumber;
import uk.casebridge.domain.person.Weighed;

/** The personal part of people's rows, which the table holds only sealed, as compact JSON in which lists are objects. */
final class PersonContent {

    private static final int FORM = 1;
    private static final JsonFactory JSON = new JsonFactory();
    private static final ObjectMapper TREE = new ObjectMapper(JSON);

    private PersonContent() {}

    /** The working of an identification, and the reason of whoever answered. */
    record Working(List<Comparison> comparisons, Optional<String> reason) {}

    /** Writes into a document begun for it. */
    private interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    static byte[] ofSaid(List<Person.Said> all) {
        return bytes(json -> {
            json.writeArrayFieldStart("said");
            for (Person.Said said : all) {
                Known known = said.known();
                json.writeStartArray();
                json.writeString(said.by().value());
                texts(json, known.names().stream().map(PersonName::written).toList());
                texts(
                        json,
                        known.datesOfBirth().stream().map(LocalDate::toString).toList());
                texts(json, known.addresses());
                texts(
                        json,
                        known.numbers().stream()
                                .map(number -> number.type() + " " + number.value())
                                .toList());
                texts(json, known.cases());
                json.writeEndArray();
            }
            json.writeEndArray();
        });
    }

    static List<Person.Said> said(byte[] bytes) {
        List<Person.Said> all = new ArrayList<>();
        for (JsonNode said : tree(bytes).path("said")) {
            all.add(new Person.Said(
                    new MentionId(said.get(0).asText()),
                    new Known(
                            texts(said.get(1)).stream().map(PersonName::of).toList(),
                            texts(said.get(2)).stream().map(LocalDate::parse).toList(),
                            texts(said.get(3)),
                            texts(said.get(4)).stream()
                                    .map(PersonContent::number)
                                    .toList(),
                            texts(said.get(5)))));
        }
        return all;
    }

    private static PersonNumber number(String text) {
        int space = text.indexOf(' ');
        return new PersonNumber(NumberType.valueOf(text.substring(0, space)), text.substring(space + 1));
    }

    static byte[] ofWorking(List<Comparison> comparisons, Optional<String> reason) {
        return bytes(json -> {
            json.writeArrayFieldStart("working");
            for (Comparison comparison : comparisons) {
                json.writeStartArray();
                json.writeString(comparison.person().value());
                for (Weighed line : comparison.lines()) {
                    json.writeStartArray();
                    json.writeString(line.aspect().name());
                    json.writeString(line.agreement().name());
                    json.writeNumber(line.bits());
                    json.writeString(line.words());
                    json.writeEndArray();
                }
                json.writeEndArray();
            }
            json.writeEndArray();
            if (reason.isPresent()) {
                json.writeStringField("reason", reason.get());
            }
        });
    }

    static Working working(byte[] bytes) {
        JsonNode root = tree(bytes);
        List<Comparison> comparisons = new ArrayList<>();
        for (JsonNode comparison : root.path("working")) {
            List<Weighed> lines = new ArrayList<>();
            for (int i = 1; i < comparison.size(); i++) {
                JsonNode line = comparison.get(i);
                lines.add(new Weighed(
                        Aspect.valueOf(line.get(0).asText()),
                        Agreement.valueOf(line.get(1).asText()),
                        line.get(2).asDouble(),
                        line.get(3).asText()));
            }
            comparisons.add(new Comparison(new PersonId(comparison.get(0).asText()), lines));
        }
        return new Working(
                comparisons,
                root.hasNonNull("reason") ? Optional.of(root.get("reason").asText()) : Optional.empty());
    }

    private static byte[] bytes(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("form", FORM);
            writing.to(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static JsonNode tree(byte[] bytes) {
        try {
            JsonNode root = TREE.readTree(bytes);
            if (root.path("form").asInt() != FORM) {
                throw new IllegalStateException("A person of a form this version does not know: " + root.path("form"));
            }
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void texts(JsonGenerator json, List<String> texts) throws IOException {
        json.writeStartArray();
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
