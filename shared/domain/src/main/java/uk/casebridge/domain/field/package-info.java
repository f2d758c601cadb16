/** Fields: the values a record holds, each with the words it came from, a confidence and its place on the page. */
@NullMarked
package uk.casebridge.domain.field;

import org.jspecify.annotations.NullMarked;
