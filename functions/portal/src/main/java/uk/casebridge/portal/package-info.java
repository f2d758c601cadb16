/** The clerk's pages: sign in, send papers, see where each one is. */
@NullMarked
package uk.casebridge.portal;

import org.jspecify.annotations.NullMarked;
