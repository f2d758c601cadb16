package uk.casebridge.testkit;

/** What a paper is made of. */
public enum Medium {
    PDF("pdf", "application/pdf"),
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    /** A PDF that holds only pictures of its pages, slightly askew and speckled. */
    SCAN("pdf", "application/pdf");

    private final String extension;
    private final String mediaType;

    Medium(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }
}
