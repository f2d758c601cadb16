package uk.casebridge.portal.page;

import java.util.Map;

/**
 * The second step of sending without scripts: the form that the store itself takes.
 *
 * @param fileName the name the clerk gave the paper
 * @param court the court house it is sent for
 * @param urgent whether it goes ahead of the others
 * @param action where the form goes
 * @param fields its hidden fields, in order
 * @param until until when the form holds
 * @param limits what may be sent
 * @param paperHref the page of the paper
 */
public record UploadPage(
        String fileName,
        String court,
        boolean urgent,
        String action,
        Map<String, String> fields,
        String until,
        SendPage.Limits limits,
        String paperHref) {}
