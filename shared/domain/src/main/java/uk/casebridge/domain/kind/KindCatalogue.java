package uk.casebridge.domain.kind;

import java.util.List;
import java.util.Optional;

/** All kinds of paper. A kind is one file of this package and its line here; a test fails if the line is missing. */
public final class KindCatalogue {

    private static final List<Kind> ALL = List.of(
            PrisonCourtRegister.KIND,
            SendingNotice.KIND,
            BetterCaseManagementForm.KIND,
            EffectiveTrialForm.KIND,
            CommittalForSentence.KIND,
            RemandWarrant.KIND,
            CustodialWarrant.KIND,
            DetentionWarrant.KIND,
            BailFromCustody.KIND,
            WarrantSupplement.KIND,
            MemorandumOfConviction.KIND,
            DailyCourtList.KIND,
            ResultedCase.KIND,
            CollectionOrder.KIND,
            FineNotice.KIND,
            ConfiscationOrder.KIND,
            ConfiscationVariation.KIND,
            ReleaseNotification.KIND,
            VisitRequest.KIND,
            EducationCertificate.KIND,
            EducationAssessment.KIND,
            InductionPlan.KIND);

    private KindCatalogue() {}

    public static List<Kind> all() {
        return ALL;
    }

    public static Optional<Kind> withId(String id) {
        return ALL.stream().filter(kind -> kind.id().equals(id)).findFirst();
    }

    /**
     * The kind with an id that is known to exist, such as one read back from the table.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Kind get(String id) {
        return withId(id).orElseThrow(() -> new IllegalArgumentException("No kind of paper has the id " + id));
    }
}
