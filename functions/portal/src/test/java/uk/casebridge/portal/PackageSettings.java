package uk.casebridge.portal;

/** Tells ApprovalTests to keep approved pages in a folder of their own. */
final class PackageSettings {

    public static final String UseApprovalSubdirectory = "approved";

    private PackageSettings() {}
}
