package uk.casebridge.domain.standing;

/** What is imported, wherever it is kept. */
public interface ImportedRows {

    /** The versions of the imported lists. */
    ListVersions versions();

    /** The rows of one of them; asked at every look-up, so whoever fetches them from afar keeps them. */
    CodeTable rows(ListVersion version);

    /** Nothing is imported. */
    static ImportedRows none() {
        return new ImportedRows() {
            @Override
            public ListVersions versions() {
                return ListVersions.NONE;
            }

            @Override
            public CodeTable rows(ListVersion version) {
                throw new IllegalArgumentException("Nothing was imported, so not " + version.list());
            }
        };
    }
}
