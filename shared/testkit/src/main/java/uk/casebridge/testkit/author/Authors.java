package uk.casebridge.testkit.author;

import java.util.Optional;
import uk.casebridge.domain.kind.KindCatalogue;
import uk.casebridge.testkit.Layout;
import uk.casebridge.testkit.Mistake;
import uk.casebridge.testkit.draft.Draft;

/** Writes drafts of every kind. */
public final class Authors {

    private Authors() {}

    /**
     * A draft of a kind.
     *
     * @param defendants how many people it is about; a certificate is always about one
     * @throws IllegalArgumentException if the kind has no author, or the mistake does not fit it
     */
    public static Draft write(String kindId, Layout layout, Optional<Mistake> mistake, int defendants, Chance chance) {
        mistake.filter(one -> !one.fits(kindId)).ifPresent(one -> {
            throw new IllegalArgumentException(one + " cannot be planted in a " + kindId);
        });
        Writing writing = new Writing(KindCatalogue.get(kindId), layout, mistake);
        return switch (kindId) {
            case "sending-notice" -> SendingNoticeAuthor.write(writing, chance, defendants);
            case "committal-for-sentence" -> CommittalAuthor.write(writing, chance, defendants);
            case "bcm-form" -> TrialFormAuthor.caseManagement(writing, chance, defendants);
            case "pet-form" -> TrialFormAuthor.effectiveTrial(writing, chance, defendants);
            case "prison-court-register" -> RegisterAuthor.write(writing, chance, defendants);
            case "remand-warrant" -> WarrantAuthor.remand(writing, chance, defendants);
            case "custodial-warrant" -> WarrantAuthor.sentence(writing, chance, defendants);
            case "detention-warrant" -> DetentionAuthor.write(writing, chance, defendants);
            case "bail-from-custody" -> BailAuthor.write(writing, chance, defendants);
            case "warrant-supplement" -> SupplementAuthor.write(writing, chance, defendants);
            case "memorandum-of-conviction" -> MemorandumAuthor.write(writing, chance, defendants);
            case "collection-order" -> FinesAuthor.collectionOrder(writing, chance, defendants);
            case "fine-notice" -> FinesAuthor.notice(writing, chance, defendants);
            case "confiscation-order" -> ConfiscationAuthor.order(writing, chance, defendants);
            case "confiscation-variation" -> ConfiscationAuthor.variation(writing, chance, defendants);
            case "release-notification" -> ReleaseAuthor.write(writing, chance);
            case "visit-request" -> VisitRequestAuthor.write(writing, chance);
            case "education-assessment" -> LearningAuthor.assessment(writing, chance);
            case "induction-plan" -> LearningAuthor.plan(writing, chance);
            case "education-certificate" -> CertificateAuthor.write(writing, chance);
            case "daily-court-list" -> CourtListAuthor.write(writing, chance, defendants);
            case "resulted-case" -> ResultedCaseAuthor.write(writing, chance, defendants);
            default -> throw new IllegalArgumentException("Nobody writes papers of the kind " + kindId);
        };
    }
}
