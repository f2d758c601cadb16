package uk.casebridge.portal;

import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.function.Consumer;
import uk.casebridge.portal.page.DeskListPage;
import uk.casebridge.portal.page.DeskPaperPage;
import uk.casebridge.portal.page.DeskReportPage;
import uk.casebridge.portal.page.Frame;
import uk.casebridge.portal.page.MessagePage;
import uk.casebridge.portal.page.PaperPage;
import uk.casebridge.portal.page.PapersPage;
import uk.casebridge.portal.page.QuestionPage;
import uk.casebridge.portal.page.QuestionsPage;
import uk.casebridge.portal.page.SendPage;
import uk.casebridge.portal.page.TakeBackPage;
import uk.casebridge.portal.page.UploadPage;
import uk.casebridge.portal.template.JtedesklistGenerated;
import uk.casebridge.portal.template.JtedeskpaperGenerated;
import uk.casebridge.portal.template.JtedeskreportGenerated;
import uk.casebridge.portal.template.JtemessageGenerated;
import uk.casebridge.portal.template.JtepaperGenerated;
import uk.casebridge.portal.template.JtepapersGenerated;
import uk.casebridge.portal.template.JtequestionGenerated;
import uk.casebridge.portal.template.JtequestionsGenerated;
import uk.casebridge.portal.template.JtesendGenerated;
import uk.casebridge.portal.template.JtestartGenerated;
import uk.casebridge.portal.template.JtetakebackGenerated;
import uk.casebridge.portal.template.JteuploadGenerated;

/**
 * Prints pages. It calls the classes that the build made of the templates directly, so that a page and its template
 * cannot disagree and nothing is looked up by name at start.
 */
final class Templates {

    private Templates() {}

    static String start(Frame frame) {
        return html(output -> JtestartGenerated.render(output, null, frame));
    }

    static String message(Frame frame, MessagePage page) {
        return html(output -> JtemessageGenerated.render(output, null, frame, page));
    }

    static String papers(Frame frame, PapersPage page) {
        return html(output -> JtepapersGenerated.render(output, null, frame, page));
    }

    static String questions(Frame frame, QuestionsPage page) {
        return html(output -> JtequestionsGenerated.render(output, null, frame, page));
    }

    static String question(Frame frame, QuestionPage page) {
        return html(output -> JtequestionGenerated.render(output, null, frame, page));
    }

    static String desk(Frame frame, DeskListPage page) {
        return html(output -> JtedesklistGenerated.render(output, null, frame, page));
    }

    static String deskPaper(Frame frame, DeskPaperPage page) {
        return html(output -> JtedeskpaperGenerated.render(output, null, frame, page));
    }

    static String deskReport(Frame frame, DeskReportPage page) {
        return html(output -> JtedeskreportGenerated.render(output, null, frame, page));
    }

    static String send(Frame frame, SendPage page) {
        return html(output -> JtesendGenerated.render(output, null, frame, page));
    }

    static String upload(Frame frame, UploadPage page) {
        return html(output -> JteuploadGenerated.render(output, null, frame, page));
    }

    static String paper(Frame frame, PaperPage page) {
        return html(output -> JtepaperGenerated.render(output, null, frame, page));
    }

    static String takeBack(Frame frame, TakeBackPage page) {
        return html(output -> JtetakebackGenerated.render(output, null, frame, page));
    }

    private static String html(Consumer<HtmlTemplateOutput> template) {
        StringOutput text = new StringOutput();
        template.accept(new OwaspHtmlTemplateOutput(text));
        return text.toString();
    }
}
