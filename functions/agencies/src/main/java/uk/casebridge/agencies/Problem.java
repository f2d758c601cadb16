package uk.casebridge.agencies;

import java.util.Locale;

/** Why an agency does not get what it asks. The code is stable; clients decide by it, never by the sentences. */
enum Problem {
    NO_TOKEN(401, "No access token", "Ask with an access token of your client."),
    UNKNOWN_CLIENT(403, "Client not known", "Your client is not registered as a recipient of deliveries."),
    UNKNOWN_DELIVERY(404, "No such delivery", "There is no delivery with this id for you."),
    UNKNOWN_ROUTE(404, "No such address", "There is nothing at this address."),
    NOT_ENTITLED(403, "No document for you", "Your deliveries of this kind come without the document."),
    SUPERSEDED(410, "Replaced", "A newer version replaced this delivery. Drop it."),
    TAKEN_BACK(410, "Taken back", "The court took this paper back. Drop the delivery; the next one says why."),
    NOT_SENT_YET(409, "Not sent yet", "This delivery is being sent this moment. Ask again in a second."),
    WRONG_DOCUMENT(
            409, "Another document", "The SHA-256 you quote is not that of this paper. Fetch the document again."),
    WRONG_VERSION(
            409, "Another version", "The version you acknowledge is not that of this delivery. Look at it again."),
    NOT_THIS_ANSWER(
            409,
            "Not an answer to this",
            "A recall is confirmed with deleted once nothing of it is left; nothing else is, and deleted answers nothing"
                    + " else."),
    ANSWERED_OTHERWISE(409, "Answered before", "You answered this delivery otherwise before; that answer stands."),
    BAD_RECEIPT(
            400,
            "Not a receipt",
            "A receipt is JSON with an answer (received, acknowledged, deleted, actioned or rejected) and a time."),
    REASON_MISSING(400, "No reason", "A delivery is sent back with a reason that a clerk can read."),
    RECEIPT_IN_FUTURE(400, "Time to come", "The receipt's time is in the future. Check your clock."),
    BAD_LIST(
            400,
            "Not a list we have",
            "State is sent, received, acknowledged, deleted, actioned or rejected; limit is 1 to 100; a cursor is one that we gave."),
    TRY_AGAIN(503, "Busy", "The delivery is being changed by someone else. Ask again in a second.");

    private final int status;
    private final String title;
    private final String detail;

    Problem(int status, String title, String detail) {
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    String detail() {
        return detail;
    }

    /** Such as {@code unknown-delivery}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
