package uk.casebridge.reading.bundles;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the {@code metadata.json} of a bulk-scan envelope says, held against the form that the scanning supplier and HMCTS
 * agreed on (domain brief 4.7): which members there are, of what type, and how their text looks.
 *
 * @param zipFileName the envelope's name
 * @param rescanFor the envelope it was scanned again for
 * @param items its scanned documents
 * @param payments how many payments lie in it
 */
record EnvelopeMetadata(String zipFileName, Optional<String> rescanFor, List<Item> items, int payments) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z");
    private static final Pattern ZIP_NAME = Pattern.compile(
            "\\d+_(?:[012][0-9]|30|31)-(?:0[0-9]|1[012])-20[0-9]{2}-(?:[01][0-9]|2[0-3])-[0-5][0-9]-[0-5][0-9]"
                    + "\\.(?:test\\.)?zip");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern PDF_NAME = Pattern.compile(".+\\.pdf");
    private static final Pattern BASE_64 = Pattern.compile("[0-9a-zA-Z=+/]*");
    private static final Pattern ANY = Pattern.compile("(?s).*");

    private static final Set<String> CLASSIFICATIONS =
            Set.of("exception", "new_application", "supplementary_evidence", "supplementary_evidence_with_ocr");
    private static final Set<String> DOCUMENT_TYPES = Set.of(
            "Cherished",
            "Other",
            "SSCS1",
            "Will",
            "Coversheet",
            "Form",
            "Supporting Documents",
            "Forensic Sheets",
            "IHT",
            "PP's Legal Statement",
            "PPs Legal Statement");

    private static final int LONGEST_CASE_NUMBER = 100;

    EnvelopeMetadata {
        items = List.copyOf(items);
    }

    /**
     * One scanned document.
     *
     * @param controlNumber its document control number
     * @param fileName the name of its PDF in the envelope
     * @param scanned when it was scanned
     */
    record Item(String controlNumber, String fileName, Instant scanned) {}

    /** What is wrong with a metadata file, and where; its values are not told. */
    static final class NotAsAgreedException extends Exception {
        private static final long serialVersionUID = 1L;

        NotAsAgreedException(String what) {
            super(what);
        }
    }

    /**
     * Reads metadata.
     *
     * @throws NotAsAgreedException if it is not of the agreed form
     */
    static EnvelopeMetadata of(byte[] bytes) throws NotAsAgreedException {
        JsonNode root = parsed(bytes);
        Members envelope = new Members(root, "");
        envelope.optional("case_number", ANY);
        if (root.path("case_number").asText().length() > LONGEST_CASE_NUMBER) {
            throw new NotAsAgreedException("case_number is longer than " + LONGEST_CASE_NUMBER + " characters");
        }
        envelope.optional("previous_service_case_reference", ANY);
        envelope.required("po_box", ANY);
        envelope.required("jurisdiction", ANY);
        envelope.moment("delivery_date");
        envelope.moment("opening_date");
        envelope.moment("zip_file_createddate");
        String zipFileName = envelope.required("zip_file_name", ZIP_NAME);
        Optional<String> rescanFor = envelope.optional("rescan_for", ZIP_NAME);
        String classification = envelope.oneOf("envelope_classification", CLASSIFICATIONS);
        List<Item> items = new ArrayList<>();
        boolean recognised = false;
        for (Members item : envelope.list("scannable_items", 1)) {
            items.add(item(item));
            recognised |= item.optional("ocr_data", BASE_64)
                    .filter(data -> !data.isEmpty())
                    .isPresent();
        }
        int payments = 0;
        for (Members payment : envelope.list("payments", 0)) {
            payment.required("document_control_number", NUMBER);
            payments++;
        }
        for (Members other : envelope.list("non_scannable_items", 0)) {
            other.required("document_control_number", NUMBER);
            other.required("item_type", ANY);
            other.optional("notes", ANY);
            other.nothingElse();
        }
        envelope.nothingElse();
        if (classification.equals("supplementary_evidence_with_ocr") && !recognised) {
            throw new NotAsAgreedException("ocr_data is missing, which the classification promises");
        }
        requireDifferent(items);
        return new EnvelopeMetadata(zipFileName, rescanFor, items, payments);
    }

    private static Item item(Members item) throws NotAsAgreedException {
        Item read = new Item(
                item.required("document_control_number", NUMBER),
                item.required("file_name", PDF_NAME),
                item.moment("scanning_date"));
        item.oneOf("document_type", DOCUMENT_TYPES);
        item.required("next_action", ANY);
        item.moment("next_action_date");
        for (String name : List.of("ocr_accuracy", "manual_intervention", "ocr_data", "notes", "document_sub_type")) {
            item.optional(name, name.equals("ocr_data") ? BASE_64 : ANY);
        }
        item.nothingElse();
        return read;
    }

    private static void requireDifferent(List<Item> items) throws NotAsAgreedException {
        Set<String> numbers = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Item item : items) {
            if (!numbers.add(item.controlNumber())) {
                throw new NotAsAgreedException(
                        "document_control_number " + item.controlNumber() + " stands in it more than once");
            }
            if (!names.add(item.fileName())) {
                throw new NotAsAgreedException(
                        "the file of document_control_number " + item.controlNumber() + " is named more than once");
            }
        }
    }

    private static JsonNode parsed(byte[] bytes) throws NotAsAgreedException {
        try {
            JsonNode root = JSON.readTree(bytes);
            if (root == null || !root.isObject()) {
                throw new NotAsAgreedException("it is no JSON object");
            }
            return root;
        } catch (JsonProcessingException e) {
            throw new NotAsAgreedException("it is no JSON, line "
                    + Optional.ofNullable(e.getLocation())
                            .map(at -> Integer.toString(at.getLineNr()))
                            .orElse("unknown"));
        } catch (IOException e) {
            throw new NotAsAgreedException("it cannot be read as text");
        }
    }

    /** The members of one object, of which each is asked for once. */
    private static final class Members {
        private final JsonNode object;
        private final String path;
        private final Set<String> asked = new HashSet<>();

        Members(JsonNode object, String path) {
            this.object = object;
            this.path = path;
        }

        String required(String name, Pattern form) throws NotAsAgreedException {
            asked.add(name);
            JsonNode value = object.path(name);
            if (!value.isTextual()) {
                throw new NotAsAgreedException(path + name + (value.isMissingNode() ? " is missing" : " is no text"));
            }
            if (!form.matcher(value.asText()).matches()) {
                throw new NotAsAgreedException(path + name + " is not of the agreed form");
            }
            return value.asText();
        }

        Optional<String> optional(String name, Pattern form) throws NotAsAgreedException {
            asked.add(name);
            return object.hasNonNull(name) ? Optional.of(required(name, form)) : Optional.empty();
        }

        Instant moment(String name) throws NotAsAgreedException {
            try {
                return Instant.parse(required(name, MOMENT));
            } catch (DateTimeParseException e) {
                throw new NotAsAgreedException(path + name + " is no moment that ever was");
            }
        }

        String oneOf(String name, Set<String> known) throws NotAsAgreedException {
            String value = required(name, ANY);
            if (!known.contains(value)) {
                throw new NotAsAgreedException(path + name + " is none of the agreed ones");
            }
            return value;
        }

        List<Members> list(String name, int least) throws NotAsAgreedException {
            asked.add(name);
            JsonNode list = object.path(name);
            if (least == 0 && list.isMissingNode()) {
                return List.of();
            }
            if (!list.isArray() || list.size() < least) {
                throw new NotAsAgreedException(path + name + " is no list of at least " + least);
            }
            List<Members> members = new ArrayList<>();
            for (JsonNode one : list) {
                if (!one.isObject()) {
                    throw new NotAsAgreedException(path + name + " holds something that is no object");
                }
                members.add(new Members(one, path + name + "[" + (members.size() + 1) + "]."));
            }
            return members;
        }

        void nothingElse() throws NotAsAgreedException {
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                if (!asked.contains(member.getKey())) {
                    throw new NotAsAgreedException(path + "holds a member that is not agreed");
                }
            }
        }
    }
}
