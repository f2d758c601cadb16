/** Lays a draft out as PDF, Word document or scan. */
@NullMarked
package uk.casebridge.testkit.print;

import org.jspecify.annotations.NullMarked;
