package uk.casebridge.operator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import uk.casebridge.domain.delivery.Delivery;
import uk.casebridge.domain.finding.Finding;
import uk.casebridge.domain.kind.Kind;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.domain.paper.KeptPart;
import uk.casebridge.domain.paper.Paper;
import uk.casebridge.domain.record.RecordVersion;
import uk.casebridge.store.AuditEntry;

/** How things look in the operator API. What is not known is left out. */
final class Views {

    private Views() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode paper(Paper paper) {
        ObjectNode view = object();
        view.put("id", paper.id().value());
        view.put("fileName", paper.fileName());
        view.put("court", paper.court().value());
        view.put("state", paper.state().name());
        view.put("stateTitle", paper.state().title());
        paper.kind().ifPresent(kind -> {
            view.put("kind", kind);
            KindCatalogue.withId(kind).map(Kind::title).ifPresent(title -> view.put("kindTitle", title));
        });
        view.put("size", paper.size());
        paper.sha256().ifPresent(sha256 -> view.put("sha256", sha256.hex()));
        view.put("records", paper.records());
        paper.failure().ifPresent(failure -> {
            ObjectNode why = view.putObject("failure");
            why.put("code", failure.code().code());
            why.put("sentence", failure.sentence());
            why.put("detail", failure.detail());
        });
        paper.partOf().ifPresent(of -> {
            ObjectNode bundle = view.putObject("partOf");
            bundle.put("paper", of.bundle().value());
            bundle.put("part", of.part());
        });
        paper.duplicateOf().ifPresent(first -> view.put("duplicateOf", first.value()));
        view.put("createdAt", paper.createdAt().toString());
        view.put("changedAt", paper.changedAt().toString());
        return view;
    }

    /** A part of a bundle, with the paper it became. */
    static ObjectNode part(KeptPart part, Optional<Paper> paper) {
        ObjectNode view = object();
        view.put("number", part.number());
        view.put("use", part.use().name());
        view.put("useTitle", part.use().title());
        view.put("where", part.where());
        paper.ifPresent(became -> view.set("paper", paper(became)));
        return view;
    }

    static ObjectNode record(RecordVersion version) {
        ObjectNode view = object();
        view.put("id", version.id().value());
        view.put("version", version.version());
        view.put("part", version.part());
        view.put("kind", version.kind());
        view.put("urgency", version.urgency().name());
        ArrayNode findings = view.putArray("findings");
        version.findings().forEach(finding -> findings.add(finding(finding)));
        return view;
    }

    private static ObjectNode finding(Finding finding) {
        ObjectNode view = object();
        view.put("code", finding.code());
        view.put("severity", finding.severity().name());
        ArrayNode fields = view.putArray("fields");
        finding.fields().forEach(fields::add);
        view.put("what", finding.what());
        view.put("howToCorrect", finding.howToCorrect());
        return view;
    }

    static ObjectNode delivery(Delivery delivery, Instant now) {
        ObjectNode view = object();
        view.put("id", delivery.id().value());
        view.put("recipient", delivery.recipient().id());
        view.put("recipientTitle", delivery.recipient().title());
        delivery.place().ifPresent(place -> {
            ObjectNode where = view.putObject("place");
            where.put("code", place.code());
            where.put("name", place.name());
        });
        view.put("record", delivery.record().value());
        view.put("version", delivery.version());
        view.put("state", delivery.state().name());
        view.put("stateTitle", delivery.state().title());
        view.put("createdAt", delivery.createdAt().toString());
        delivery.sentAt().ifPresent(at -> view.put("sentAt", at.toString()));
        delivery.receivedAt().ifPresent(at -> view.put("receivedAt", at.toString()));
        delivery.answeredAt().ifPresent(at -> view.put("answeredAt", at.toString()));
        view.put("overdue", delivery.isOverdue(now));
        view.put("notice", delivery.notice().name());
        delivery.confirmationDue().ifPresent(at -> view.put("confirmationDue", at.toString()));
        view.put("unconfirmed", delivery.isUnconfirmed(now));
        delivery.reason().ifPresent(reason -> view.put("reason", reason));
        return view;
    }

    static ObjectNode line(AuditEntry entry) {
        ObjectNode view = object();
        view.put("at", entry.at().toString());
        view.put("who", entry.who());
        view.put("what", entry.what());
        entry.about().ifPresent(about -> view.put("about", about));
        view.put("detail", entry.detail());
        return view;
    }
}
